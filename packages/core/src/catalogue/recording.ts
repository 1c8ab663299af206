import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { common } from "../locales/en/common.ts";
import type { recording } from "../locales/en/recording.ts";
import type { CatalogueRow, Repeat, ServiceCatalogue, StatusRow } from "./row.ts";

/** Only kinds that the English texts of a recording-only client explain. */
type RecordingKind = Extract<keyof typeof common | keyof typeof recording, AgoraErrorKind>;

const start50x: Repeat = ["same-resource", [3, 6, 9], 1];
const gone: Repeat = ["ambiguous", [5, 10, 15]];
const backOff: Repeat = ["back-off", [1, 3, 6]];
const notCompleted = "request not completed";
const timedOut = "request timeout";
const noWorkerFound = "failed to find worker";

/** In calls marked as pure, because bundlers keep a bare spread. Agora docs: Cloud Recording, "Response status codes", and the older lists of common errors. */
const rows: readonly CatalogueRow<RecordingKind>[] = /* @__PURE__ */ (() => [
  ["*", 0, "appid is invalid", "invalid-app-id"],
  ["*", 0, "invalid appid", "invalid-app-id"],
  ["*", 0, "Unauthorized", "missing-authorization"],
  ["*", 0, "Invalid authentication credentials", "invalid-credentials"],
  ["*", 0, "no Route matched with those values", "no-route"],
  ["*", 0, "API rate limit exceeded", "rate-limited", ...backOff],

  ["*", 2, "", "invalid-parameter"],
  ["*", 8, "", "bad-http-request"],

  ["acquire", 62, "", "service-not-enabled"],
  ["acquire", 400, "invalid_appid", "service-not-enabled"],
  ["acquire", 401, "invalid_channel_name", "invalid-channel-name"],
  ["acquire", 405, "no_active_status", "app-not-active"],
  ["acquire", 406, "vendor_over_load", "concurrency-limit", "back-off", [5, 10, 15, 30]],
  ["acquire", 500, "internal_error", "internal-error", ...backOff],
  ["acquire", 501, "no_worker_manager_available", "no-resources", ...backOff],
  ["acquire", 504, "allocate_timeout", "allocate-timeout", ...backOff],
  ["acquire start", 1013, "", "invalid-channel-name"],

  ["start", 7, "already started", "already-started"],
  ["start", 53, "task conflict", "task-conflict"],
  ["start", 62, timedOut, "start-timeout", ...start50x],
  ["start", 65, notCompleted, "request-not-completed", "same-resource", [3, 6], 1],
  ["start", 109, "", "rtc-token-expired", "re-acquire"],
  ["start", 110, "", "rtc-token-invalid", "re-acquire"],
  ["start", 433, "", "resource-expired", "re-acquire"],
  ["start", 502, "Failed to allocate worker", "no-worker", "re-acquire"],
  ["start", 15, "", "undocumented-15", ...start50x],
  ["start query update updateLayout stop", 432, "", "resource-mismatch"],
  ["start query update updateLayout stop", 1001, "", "resource-unparsable", "re-acquire"],

  ["query update updateLayout stop", 1003, "", "session-mismatch"],
  ["query update updateLayout stop", 404, noWorkerFound, "task-not-found", ...gone],
  ["query", 65, notCompleted, "request-not-completed", "same-resource", [3, 6]],
  ["query", 62, timedOut, "backend-timeout", "back-off", [5, 10, 15, 30]],
  ["query", 501, "", "service-exiting"],
  ["update updateLayout", 65, notCompleted, "request-not-completed", "same-resource", [3, 6], 1],
  ["update updateLayout", 62, timedOut, "backend-timeout", "back-off", [3, 6], 1],
  ["updateLayout", 1028, "", "invalid-layout"],

  ["stop", 49, "invalid operation", "already-stopping"],
  ["stop", 50, "", "upload-timeout"],
  ["stop", 65, notCompleted, "request-not-completed", "same-resource", [3, 6], 1],
  ["stop", 435, "no recorded data", "nothing-recorded"],
  ["stop", 62, timedOut, "backend-timeout", "same-resource", [3, 6, 9], 1],
])();

/** Where the body names nothing. */
const statuses: readonly StatusRow<RecordingKind>[] = /* @__PURE__ */ (() => [
  ["start", [500, 502, 503, 504], "start-server-error", ...start50x],
  ["query", [500, 502, 503, 504], "query-server-error", "back-off", [5, 10, 15, 30]],
  ["*", [200], "ok", "not-applicable"],
  ["*", [201], "already-started"],
  ["*", [206], "partial", "ambiguous", [3, 6], 1],
  ["*", [400], "bad-request"],
  ["*", [401], "unauthorized"],
  ["*", [404], "not-found", ...gone],
  ["*", [429], "rate-limited", ...backOff],
  ["*", [500], "server-error", "back-off", [3, 6, 9], 1],
  ["*", [504], "gateway-timeout", "ambiguous", [3, 6, 9], 1],
])();

export const recordingCatalogue: ServiceCatalogue = { rows, statuses, picked: {} };
