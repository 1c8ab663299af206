import { recordingCatalogue } from "../catalogue/recording.ts";
import { common } from "../locales/en/common.ts";
import { local } from "../locales/en/local.ts";
import { reasons } from "../locales/en/reasons.ts";
import { recording } from "../locales/en/recording.ts";
import type { Service } from "../pipeline/call.ts";

/** Cloud Recording, as the transport has to know it. */
export const recordingService: Service = {
  catalogue: recordingCatalogue,
  texts: /* @__PURE__ */ Object.assign({}, local, common, recording, reasons),
};
