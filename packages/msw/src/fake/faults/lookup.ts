import type { AgoraErrorKind, AgoraOperation } from "@agora-edge/core";
import type { Answer } from "../http/answer.ts";
import { sttFixtures } from "../stt/fixtures.ts";
import type { Effect, Fixture, Fixtures } from "./fixture.ts";
import { recordingFixtures } from "./fixtures.ts";

export const isFaultKind = (value: unknown): value is AgoraErrorKind =>
  typeof value === "string" && (Object.hasOwn(recordingFixtures, value) || Object.hasOwn(sttFixtures, value));

const fixturesOf = (operation: AgoraOperation): Fixtures =>
  operation.startsWith("recording.") ? recordingFixtures : sttFixtures;

/** Whether the service of that operation ever fails so; `*` is any service. */
export const isKnownKind = (kind: AgoraErrorKind, operation: AgoraOperation | "*"): boolean =>
  operation === "*" ? isFaultKind(kind) : Object.hasOwn(fixturesOf(operation), kind);

/** The fault of that name, on that operation if it is documented there, else as it looks elsewhere. */
export function effectOfKind(kind: AgoraErrorKind, operation: AgoraOperation): Effect | null {
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
