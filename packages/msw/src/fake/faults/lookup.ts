import type { AgoraOperation } from "@agora-edge/core";
import type { Answer } from "../http/answer.ts";
import { serverOperations } from "../http/route-table.ts";
import { sttFixtures } from "./stt-fixtures.ts";
import type { Effect, Fixture, Fixtures } from "./fixture.ts";
import { gatewayFixtures } from "./gateway-fixtures.ts";
import { recordingFixtures } from "./fixtures.ts";
import type { FaultKind } from "./kinds.ts";
import { proxyFixtures } from "./proxy-fixtures.ts";

const everything: readonly Fixtures[] = [gatewayFixtures, recordingFixtures, sttFixtures, proxyFixtures];

export const isFaultKind = (value: unknown): value is FaultKind =>
  typeof value === "string" && everything.some((fixtures) => Object.hasOwn(fixtures, value));

function serviceFixturesOf(operation: AgoraOperation): Fixtures {
  if (serverOperations.includes(operation)) return gatewayFixtures;
  return operation.startsWith("recording.") ? recordingFixtures : sttFixtures;
}

const fixturesOf = (operation: AgoraOperation): Fixtures => ({ ...serviceFixturesOf(operation), ...proxyFixtures });

/** Every kind that an operation is documented to fail as; without one, every kind there is. For tables of tests. */
export function faultKinds(operation?: AgoraOperation): FaultKind[] {
  const fixtures: Fixtures = operation ? fixturesOf(operation) : Object.assign({}, ...everything);
  return Object.entries(fixtures)
    .filter(([, all]) => operation === undefined || all.some((fixture) => fixture.operations.includes(operation)))
    .map(([kind]) => kind)
    .filter(isFaultKind);
}

const fixtureOf = (kind: FaultKind, operation: AgoraOperation): Fixture | undefined =>
  fixturesOf(operation)[kind]?.find(({ operations }) => operations.includes(operation));

/** Whether that operation is documented to fail so. */
export const isKnownKind = (kind: FaultKind, operation: AgoraOperation): boolean =>
  fixtureOf(kind, operation) !== undefined;

/** What that looks like to the caller. */
export const effectOfKind = (kind: FaultKind, operation: AgoraOperation): Effect | null =>
  fixtureOf(kind, operation)?.effect(operation) ?? null;

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
