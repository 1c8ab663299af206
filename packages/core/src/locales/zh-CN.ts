import type { Locale } from "../errors/explanation.ts";
import { common } from "./zh-CN/common.ts";
import { extra, signature } from "./zh-CN/extra.ts";
import { local } from "./zh-CN/local.ts";
import { reasons } from "./zh-CN/reasons.ts";
import { recording } from "./zh-CN/recording.ts";
import { stt } from "./zh-CN/stt.ts";

// In a call marked as pure: bundlers drop it when it is unused, which they do not do with a bare spread.
/** Every explanation in Simplified Chinese, for `explainError(error, { locale: zhCN })`. */
export const zhCN: Locale = /* @__PURE__ */ (() => ({
  ...local,
  ...common,
  ...recording,
  ...stt,
  ...extra,
  ...signature,
  ...reasons,
}))();
export { zhCNStates } from "./zh-CN/states.ts";
