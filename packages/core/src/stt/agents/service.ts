import { sttAgentsCatalogue } from "../../catalogue/stt.ts";
import { common } from "../../locales/en/common.ts";
import { local } from "../../locales/en/local.ts";
import { stt } from "../../locales/en/stt.ts";
import type { Service } from "../../pipeline/call.ts";

/** Real-Time Speech-to-Text v7, as the pipeline has to know it. */
export const sttAgentsService: Service = {
  catalogue: sttAgentsCatalogue,
  texts: /* @__PURE__ */ Object.assign({}, local, common, stt),
};
