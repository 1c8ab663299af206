import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { common } from "../locales/en/common.ts";
import type { stt } from "../locales/en/stt.ts";
import type { sttTasks } from "../locales/en/stt-tasks.ts";
import type { CatalogueRow, ServiceCatalogue } from "./row.ts";
import { internal, sttAgentsCatalogue, type KindOf } from "./stt.ts";

type SttTasksKind = Extract<KindOf<keyof typeof common | keyof typeof stt | keyof typeof sttTasks>, AgoraErrorKind>;

const everyTaskCall = "sttTasks";
const onTask = "query sttTasks.update stop";

/** What the builder-token family alone can answer: v5, v6 and the beta. It comes before what every version can. */
const rows: readonly CatalogueRow<SttTasksKind>[] = /* @__PURE__ */ (() => [
  ["acquire", 62, "", "service-not-enabled"],
  [everyTaskCall, 0, "invalid_appid!", "service-not-enabled"],
  [everyTaskCall, 0, "invalid_appid", "service-not-enabled"],

  ["start", 0, "resourceId reaches out the limited time interval!", "builder-token-expired", "re-acquire"],
  ["start", 0, "The task has been started, current status is STARTED, taskId is ...", "already-started"],
  ["start", 49, "", "already-started"],
  ["start", 62, "", "start-network-failure", "ambiguous", [3, 6], 1],
  // Support is to be asked; only for the others are repeats documented.
  ["start", 1, "", "internal-error", "ambiguous", [], 1],
  ["start", 6, "", "internal-error", "ambiguous", [], 1],
  ["start", 23, "", "internal-error", "ambiguous", [], 1],
  ["start", 501, "", "internal-error", ...internal],
  ["start", 502, "", "internal-error", ...internal],
  ["start", 504, "", "internal-error", ...internal],
  ["start sttTasks.update", 0, "body schema check fail, ...", "invalid-body"],

  [
    `start ${onTask}`,
    0,
    "the product name does not match with builderToken",
    "builder-token-product-mismatch",
    "re-acquire",
  ],
  [onTask, 0, "The taskId does not match with builderToken.", "task-token-mismatch"],
  [onTask, 0, "The task is not found", "task-ended"],
  [everyTaskCall, 404, "", "task-ended"],
])();

export const sttTasksCatalogue: ServiceCatalogue = /* @__PURE__ */ (() => ({
  rows: [...rows, ...sttAgentsCatalogue.rows],
  statuses: sttAgentsCatalogue.statuses,
  picked: {},
}))();
