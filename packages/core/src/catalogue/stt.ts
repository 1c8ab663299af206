import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { common } from "../locales/en/common.ts";
import type { stt } from "../locales/en/stt.ts";
import type { CatalogueRow, Repeat, ServiceCatalogue, StatusRow } from "./row.ts";

/** `kind/sttAgents` is a text for `kind`. */
export type KindOf<Key> = Key extends `${infer Kind}/${string}` ? Kind : Key;
type SttKind = Extract<KindOf<keyof typeof common | keyof typeof stt>, AgoraErrorKind>;

export const internal: Repeat = ["ambiguous", [1, 3, 6], 1];
const any = "sttTasks sttAgents";
const everyAgentCall = "sttAgents";

/**
 * What every version can answer, and what v7 alone. Agora docs: Real-Time STT, "Common errors" (builder-token family), and the
 * REST reference of v7. The list of codes ties few of them to an operation: a code means the same wherever nothing else is said
 * of it.
 */
const rows: readonly CatalogueRow<SttKind>[] = /* @__PURE__ */ (() => [
  ["*", 0, "Invalid authentication credentials", "invalid-credentials"],
  ["*", 0, "Token is expired", "rest-token-expired"],
  ["*", 0, "Invalid token", "rest-token-invalid"],

  ["join", 49, "", "already-started"],
  [everyAgentCall, 404, "", "not-found"],

  [any, 1, "", "server-error", "ambiguous", [], 1],
  [any, 2, "", "invalid-parameter"],
  [any, 6, "", "server-error", "ambiguous", [], 1],
  [any, 20, "", "processing-timeout", "same-resource", [3, 6], 1],
  [any, 23, "", "server-error", "ambiguous", [], 1],
  [any, 49, "", "already-stopping"],
  [any, 53, "", "task-token-mismatch"],
  [any, 62, "", "internal-communication-error", ...internal],
  [any, 501, "", "server-error", ...internal],
  [any, 502, "", "server-error", ...internal],
  [any, 504, "", "server-error", ...internal],
  [any, 1001, "", "builder-token-unparsable", "re-acquire"],
  [any, 1003, "", "session-mismatch"],

  // The words of v7 are not documented; this one was seen.
  [everyAgentCall, 0, "ServiceNotEnabled", "service-not-enabled"],
])();

/** Where the body names nothing. */
const statuses: readonly StatusRow<SttKind>[] = /* @__PURE__ */ (() => [
  ["*", [200], "ok", "not-applicable"],
  ["start join", [201], "already-started"],
  ["*", [206], "no-stream"],
  ["*", [400], "bad-request"],
  ["*", [401], "unauthorized"],
  ["*", [403], "service-not-enabled"],
  ["*", [404], "not-found"],
  ["*", [409], "conflict"],
  ["*", [429], "rate-limited", "back-off", [1, 3, 6]],
  ["*", [500], "server-error", "back-off", [1, 3, 6], 1],
  ["*", [504], "internal-communication-error", ...internal],
  [everyAgentCall, [402, 405, 406, 408, 410, 422], "v7-error"],
])();

/** The catalogue of v7, on which that of the builder-token family is built. */
export const sttAgentsCatalogue: ServiceCatalogue = { rows, statuses, picked: {} };
