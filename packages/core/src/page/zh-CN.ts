import { extra } from "../locales/zh-CN/extra.ts";
import { local } from "../locales/zh-CN/local.ts";
import type { OwnTexts } from "./texts.ts";

/** What a Chinese page says without an answer. Loaded on demand. */
export const chinese: OwnTexts = /* @__PURE__ */ (() => ({
  ...local,
  ...extra,
  "other-origin": "代理与页面不同源：如果代理的 `cors` 不允许本页面，浏览器不会给出更多信息。",
}))();
