import type { Locale } from "../errors/explanation.ts";
import { common } from "./en/common.ts";
import { extra } from "./en/extra.ts";
import { reasons } from "./en/reasons.ts";
import { recording } from "./en/recording.ts";
import { stt } from "./en/stt.ts";

// In a call marked as pure: bundlers drop it when it is unused, which they do not do with a bare spread.
/** Every explanation in English. */
export const en: Locale = /* @__PURE__ */ (() => ({ ...common, ...recording, ...stt, ...extra, ...reasons }))();
