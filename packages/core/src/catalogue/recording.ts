import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { common } from "../locales/en/common.ts";
import type { recording } from "../locales/en/recording.ts";
import { gatewayRows, gatewayStatuses } from "./gateway.ts";
import type { CatalogueRow, Repeat, ServiceCatalogue, StatusRow } from "./row.ts";

/** Only kinds that the English texts of a recording-only client explain. */
type RecordingKind = Extract<keyof typeof common | keyof typeof recording, AgoraErrorKind>;

const start50x: Repeat = ["same-resource", [3, 6, 9], 1];
const backOff: Repeat = ["back-off", [1, 3, 6]];
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
  ["query update updateLayout stop", 404, "failed to find worker", "task-not-found", "ambiguous", [5, 10, 15]],
  ["query", 62, timedOut, "backend-timeout", "back-off", [5, 10, 15, 30]],
  ["update updateLayout", 62, timedOut, "backend-timeout", "back-off", [3, 6], 1],
  ["stop", 62, timedOut, "backend-timeout", "same-resource", [3, 6, 9], 1],
  ["stop", 50, "", "upload-timeout"],

  ["*", 2, "", "invalid-parameter"],
  ["*", 7, "already started", "already-started"],
  ["*", 8, "", "bad-http-request"],
  ["stop", 49, "invalid operation", "already-stopping"],
  ["*", 49, "", "already-stopping"],
  ["*", 53, "task conflict", "task-conflict"],
  ["*", 65, notCompleted, "request-not-completed", "same-resource", [3, 6], 1],
  ["*", 109, "", "rtc-token-expired", "re-acquire"],
  ["*", 110, "", "rtc-token-invalid", "re-acquire"],
  ["*", 432, "", "resource-mismatch"],
  ["*", 433, "", "resource-expired", "re-acquire"],
  ["*", 435, "no recorded data", "nothing-recorded"],
  ["*", 501, "", "service-exiting"],
  ["*", 1001, "", "resource-unparsable", "re-acquire"],
  ["*", 1003, "", "session-mismatch"],
  ["*", 1013, "", "invalid-channel-name"],
  ["*", 1028, "", "invalid-layout"],
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
