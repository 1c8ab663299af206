import type { Locale } from "../errors/explanation.ts";
import { extra } from "../locales/zh-CN/extra.ts";
import { local } from "../locales/zh-CN/local.ts";

/** What a Chinese page says without an answer. Loaded on demand. */
export const chinese: Partial<Locale> = /* @__PURE__ */ (() => ({ ...local, ...extra }))();
