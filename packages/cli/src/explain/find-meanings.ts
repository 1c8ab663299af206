import { type AgoraErrorKind, type AgoraOperation, type RetryAdvice } from "@agora-edge/core";
import { errorOfAnswer, operations } from "@agora-edge/core/contract";
import type { PastedAnswer } from "./read-answer.ts";

/** What something means, and on which operations it means that. */
export interface Meaning {
  readonly kind: AgoraErrorKind;
  readonly reason: string | undefined;
  readonly retry: RetryAdvice | undefined;
  readonly status: number | undefined;
  readonly code: number | undefined;
  /** Empty where it is not about an operation. */
  readonly operations: readonly AgoraOperation[];
}

/** The kinds that a client uses for answers that are not documented. */
const fallbacks: readonly AgoraErrorKind[] = ["bad-request", "unexpected-response"];

/** The status of most refusals, used where no status was given. A code counts more anyway. */
const usualStatus = 400;

function meaningOf(operation: AgoraOperation, status: number, text: string): Meaning {
  const { kind, reason, retry, code } = errorOfAnswer(operation, { status, text });
  return { kind, reason, retry, status, code, operations: [operation] };
}

/** Where the same is to be said, it is said once. */
function merge(meanings: readonly Meaning[], sameText: (a: Meaning, b: Meaning) => boolean): Meaning[] {
  const merged: Meaning[] = [];
  for (const meaning of meanings) {
    const index = merged.findIndex((one) => sameText(one, meaning));
    const known = merged[index];
    if (known) merged[index] = { ...known, operations: [...known.operations, ...meaning.operations] };
    else merged.push(meaning);
  }
  return merged;
}

/**
 * All meanings in the catalogue, of the operation `on` or of every operation. Empty when there is no meaning.
 *
 * @param sameText whether two of them are explained in the same words
 */
export function findMeanings(
  answer: PastedAnswer,
  on: AgoraOperation | undefined,
  sameText: (a: Meaning, b: Meaning) => boolean,
): Meaning[] {
  const { kind, status, code, body } = answer;
  const operation = on ?? answer.operation;
  if (kind) {
    const own = operation === undefined ? [] : [operation];
    return [{ kind, reason: undefined, retry: undefined, status, code, operations: own }];
  }
  const asked = operation === undefined ? operations.map(({ name }) => name) : [operation];
  const ask = (as: number, text: string) =>
    merge(
      asked.map((name) => meaningOf(name, as, text)),
      sameText,
    ).filter((one) => !fallbacks.includes(one.kind));
  const found = ask(status ?? usualStatus, body ?? JSON.stringify({ code }));
  // A bare number can be the status too.
  if (body === undefined && code !== undefined && code >= 201 && code < 600) found.push(...ask(code, "{}"));
  // Unknown words with a number in them.
  if (found.length === 0 && body !== undefined && code !== undefined)
    found.push(...ask(status ?? usualStatus, JSON.stringify({ code })));
  return merge(found, sameText);
}
