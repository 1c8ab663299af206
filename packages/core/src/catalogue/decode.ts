import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { RetryAdvice } from "../errors/retry-advice.ts";
import { isHarmless, type AgoraOperation, type Effect } from "../errors/operations.ts";
import type { Repeat, ServiceCatalogue } from "./row.ts";

/** What an answer says about its failure, before it has a name. */
export interface Failure {
  operation: AgoraOperation;
  effect: Effect;
  status: number;
  code: number | undefined;
  /** `reason`, `message` and `detail` of the body, as far as they are there. */
  texts: readonly string[];
  /** The body was a JSON object. If not, the answer hardly comes from the service. */
  isJson: boolean;
}

export interface DecodedFailure {
  kind: AgoraErrorKind;
  retry: RetryAdvice;
  /** The service itself spoke about what the call is for: what an earlier attempt of it did is no longer in doubt. */
  settled: boolean;
}

function decoded(kind: AgoraErrorKind, ...[policy = "none", seconds = [], outcomeUnknown]: Repeat): DecodedFailure {
  const delays = seconds.map((second) => second * 1000);
  return { kind, retry: { policy, delays, outcomeUnknown: !!outcomeUnknown }, settled: kind === "already-started" };
}

/**
 * Names a failure. The order matters, because the same number means different things on different operations: code,
 * exact text, beginning of a text, HTTP status on this operation, HTTP status, class of the status.
 */
function nameFailure(catalogue: ServiceCatalogue, { operation, effect, status, code, texts }: Failure): DecodedFailure {
  const [client = "", name = ""] = operation.split(".");
  const here = ([operations]: readonly [string, ...unknown[]]) =>
    operations.split(" ").some((each) => ["*", client, name, operation, effect].includes(each));
  // Picked once: what other operations can be told must not slow this one down.
  const [known, statuses] = (catalogue.picked[operation] ??= [
    catalogue.rows.filter(here),
    catalogue.statuses.filter(here),
  ]);

  const row =
    (code && known.find((each) => each[1] === code)) ||
    known.find((each) => texts.includes(each[2])) ||
    known.find((each) => each[2].endsWith("...") && texts.some((text) => text.startsWith(each[2].slice(0, -3))));
  if (row) {
    const [operations, , , kind, ...repeat] = row;
    // An answer that every operation can get is about the request or its sender, not about what runs.
    // That it is too old now, or not enabled, says nothing of an attempt that was made before.
    const isAside = /-expired$|not-enabled$/.test(kind) || operations === "*";
    return { ...decoded(kind, ...repeat), settled: !isAside && status < 500 };
  }
  const statusRow = statuses.find((each) => each[1].includes(status));
  if (statusRow) {
    const [, , kind, ...repeat] = statusRow;
    return decoded(kind, ...repeat);
  }
  if (status < 400) return decoded("unexpected-response", "none", [], 1);
  if (status < 500) return decoded("bad-request");
  // What is safe to repeat differs: only a call that starts, changes or ends something leaves an outcome in doubt.
  return isHarmless(effect)
    ? decoded("server-error", "back-off", [1, 3, 6])
    : decoded("server-error", "same-resource", [3, 6, 9], 1);
}

/**
 * Names a failure and says how it may be repeated. A page of a proxy says nothing in the service's words: it is
 * `non-json-response`, its status still tells whether a repeat makes sense. A 429 means the same from the service and from a gateway.
 */
export function decodeFailure(catalogue: ServiceCatalogue, failure: Failure): DecodedFailure {
  const { status, isJson } = failure;
  const named = nameFailure(catalogue, failure);
  if (isJson || status === 429) return named;
  return status < 500
    ? decoded("non-json-response", "none", [], status < 300 ? 1 : 0)
    : { ...named, kind: "non-json-response", settled: false };
}
