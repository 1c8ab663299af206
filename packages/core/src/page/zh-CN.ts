import { extra } from "../locales/zh-CN/extra.ts";
import { local } from "../locales/zh-CN/local.ts";
import type { PageTexts } from "./texts.ts";

/** What a Chinese page says without an answer. Loaded on demand. */
export const chinese: PageTexts = /* @__PURE__ */ (() => ({ ...local, ...extra }))();
