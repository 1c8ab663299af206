import { common } from "./headings/common.ts";
import { extra } from "./headings/extra.ts";
import { local } from "./headings/local.ts";
import { reasons } from "./headings/reasons.ts";
import { recording } from "./headings/recording.ts";
import { stt } from "./headings/stt.ts";
import { sttTasks } from "./headings/stt-tasks.ts";

/**
 * The titles and usual causes of every explanation in English. Apart from the sentences, which stand in every error's message:
 * only callers of `explainError` download these.
 */
export const headings = /* @__PURE__ */ (() => ({
  ...local,
  ...common,
  ...recording,
  ...stt,
  ...sttTasks,
  ...extra,
  ...reasons,
}))();
