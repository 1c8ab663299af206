import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { common } from "../locales/en/common.ts";
import type { recording } from "../locales/en/recording.ts";
import { gatewayRows, gatewayStatuses } from "./gateway.ts";
import type { CatalogueRow, Repeat, ServiceCatalogue, StatusRow } from "./row.ts";

/** Only kinds that the English texts of a recording-only client explain. */
type RecordingKind = Extract<keyof typeof common | keyof typeof recording, AgoraErrorKind>;

const start50x: Repeat = ["same-resource", [3, 6, 9], 1];
const backOff: Repeat = ["back-off", [1, 3, 6]];
/** What is about the resource or what runs; what is about the request alone is `*`. */
const any = "recording";
const notCompleted = "request not completed";
const timedOut = "request timeout";

/**
 * In calls marked as pure, because bundlers keep a bare spread. Agora docs: Cloud Recording, "Response status codes", and the
 * older lists of common errors, which tie no code to an operation: a code means the same wherever nothing else is said of it.
 */
const rows: readonly CatalogueRow<RecordingKind>[] = /* @__PURE__ */ (() => [
  ...gatewayRows,

  ["acquire", 62, "", "service-not-enabled"],
  ["acquire", 400, "invalid_appid", "service-not-enabled"],
  ["acquire", 401, "invalid_channel_name", "invalid-channel-name"],
  ["acquire", 405, "no_active_status", "app-not-active"],
  ["acquire", 406, "vendor_over_load", "concurrency-limit", "back-off", [5, 10, 15, 30]],
  ["acquire", 500, "internal_error", "internal-error", ...backOff],
  ["acquire", 501, "no_worker_manager_available", "no-resources", ...backOff],
  ["acquire", 504, "allocate_timeout", "allocate-timeout", ...backOff],

  ["start", 62, timedOut, "start-timeout", ...start50x],
  ["start", 502, "Failed to allocate worker", "no-worker", "re-acquire"],
  ["start", 15, "", "undocumented-15", ...start50x],

  ["acquire query", 65, notCompleted, "request-not-completed", "same-resource", [3, 6]],
  ["query change stop", 404, "failed to find worker", "task-not-found", "ambiguous", [5, 10, 15]],
  ["query", 62, timedOut, "backend-timeout", "back-off", [5, 10, 15, 30]],
  ["change", 62, timedOut, "backend-timeout", "back-off", [3, 6], 1],
  ["stop", 62, timedOut, "backend-timeout", "same-resource", [3, 6, 9], 1],
  ["stop", 50, "", "upload-timeout"],

  ["*", 2, "", "invalid-parameter"],
  ["*", 8, "", "bad-http-request"],

  [any, 7, "already started", "already-started"],
  ["stop", 49, "invalid operation", "already-stopping"],
  [any, 49, "", "already-stopping"],
  [any, 53, "task conflict", "task-conflict"],
  [any, 65, notCompleted, "request-not-completed", "same-resource", [3, 6], 1],
  [any, 109, "", "rtc-token-expired", "re-acquire"],
  [any, 110, "", "rtc-token-invalid", "re-acquire"],
  [any, 432, "", "resource-mismatch"],
  [any, 433, "", "resource-expired", "re-acquire"],
  [any, 435, "no recorded data", "nothing-recorded"],
  [any, 501, "", "service-exiting"],
  [any, 1001, "", "resource-unparsable", "re-acquire"],
  [any, 1003, "", "session-mismatch"],
  [any, 1013, "", "invalid-channel-name"],
  [any, 1028, "", "invalid-layout"],
])();

/** Where the body names nothing. */
const statuses: readonly StatusRow<RecordingKind>[] = /* @__PURE__ */ (() => [
  ["start", [500, 502, 503, 504], "start-server-error", ...start50x],
  ["query", [500, 502, 503, 504], "query-server-error", "back-off", [5, 10, 15, 30]],
  ["start", [201], "already-started"],
  ["*", [206], "partial", "ambiguous", [3, 6], 1],
  ...gatewayStatuses,
])();

export const recordingCatalogue: ServiceCatalogue = { rows, statuses, picked: {} };
