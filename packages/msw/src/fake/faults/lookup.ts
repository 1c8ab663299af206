import type { AgoraOperation } from "@agora-edge/core";
import type { Answer } from "../http/answer.ts";
import { sttFixtures } from "../stt/fixtures.ts";
import type { Effect, Fixture, Fixtures } from "./fixture.ts";
import { recordingFixtures } from "./fixtures.ts";
import type { FaultKind } from "./kinds.ts";
import { proxyFixtures } from "./proxy-fixtures.ts";

const everything: readonly Fixtures[] = [recordingFixtures, sttFixtures, proxyFixtures];

export const isFaultKind = (value: unknown): value is FaultKind =>
  typeof value === "string" && everything.some((fixtures) => Object.hasOwn(fixtures, value));

const fixturesOf = (operation: AgoraOperation): Fixtures => ({
  ...(operation.startsWith("recording.") ? recordingFixtures : sttFixtures),
  ...proxyFixtures,
});

/** Every kind that an operation is documented to fail as; without one, every kind there is. For tables of tests. */
export function faultKinds(operation?: AgoraOperation): FaultKind[] {
  const fixtures: Fixtures = operation ? fixturesOf(operation) : Object.assign({}, ...everything);
  return Object.entries(fixtures)
    .filter(([, all]) => operation === undefined || all.some((fixture) => fixture.operations.includes(operation)))
    .map(([kind]) => kind)
    .filter(isFaultKind);
}

/** Whether the service of that operation ever fails so; `*` is any service. */
export const isKnownKind = (kind: FaultKind, operation: AgoraOperation | "*"): boolean =>
  operation === "*" ? isFaultKind(kind) : Object.hasOwn(fixturesOf(operation), kind);

/** The fault of that name, on that operation if it is documented there, else as it looks elsewhere. */
export function effectOfKind(kind: FaultKind, operation: AgoraOperation): Effect | null {
  const candidates = fixturesOf(operation)[kind] ?? [];
  const fixture = candidates.find(({ operations }) => operations.includes(operation)) ?? candidates[0];
  return fixture?.effect(operation) ?? null;
}

/** The answer in which that operation says that number; 400 for numbers that nobody documents. */
export function answerOfCode(code: number, operation: AgoraOperation): Answer {
  const all: Fixture[] = Object.values(fixturesOf(operation)).flat();
  const found = all
    .filter(({ operations }) => operations.includes(operation))
    .map(({ effect }) => effect(operation))
    .find((effect) => effect.kind === "answer" && codeOf(effect.answer) === code);
  return found?.kind === "answer" ? found.answer : { status: 400, body: { code } };
}

function codeOf({ body }: Answer): unknown {
  return typeof body === "object" && body !== null && "code" in body ? body.code : null;
}
