import { sttCatalogue } from "../catalogue/stt.ts";
import { common } from "../locales/en/common.ts";
import { local } from "../locales/en/local.ts";
import { stt } from "../locales/en/stt.ts";
import type { Service } from "../pipeline/call.ts";

/** Real-Time Speech-to-Text, as the transport has to know it. */
export const sttService: Service = {
  catalogue: sttCatalogue,
  texts: /* @__PURE__ */ Object.assign({}, local, common, stt),
};
