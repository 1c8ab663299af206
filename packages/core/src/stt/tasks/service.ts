import { sttTasksCatalogue } from "../../catalogue/stt-tasks.ts";
import { common } from "../../locales/en/common.ts";
import { local } from "../../locales/en/local.ts";
import { stt } from "../../locales/en/stt.ts";
import { sttTasks } from "../../locales/en/stt-tasks.ts";
import type { Service } from "../../pipeline/call.ts";

/** Real-Time Speech-to-Text with builder tokens, as the pipeline has to know it. */
export const sttTasksService: Service = {
  catalogue: sttTasksCatalogue,
  texts: /* @__PURE__ */ Object.assign({}, local, common, stt, sttTasks),
};
