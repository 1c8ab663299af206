import type { RetryPolicy } from "@agora-edge/core";

/** What stands around explanations, by language. */
export interface Words {
  readonly on: string;
  readonly everywhere: string;
  readonly action: string;
  readonly causes: string;
  readonly repeat: string;
  readonly inDoubt: string;
  readonly colon: string;
  readonly retry: Readonly<Record<RetryPolicy, string>>;
}

const en: Words = {
  on: "On",
  everywhere: "every operation",
  action: "What to do",
  causes: "Usual causes",
  repeat: "Repeat",
  inDoubt: "the call may have taken effect all the same",
  colon: ": ",
  retry: {
    none: "no",
    "same-resource": "the same request with the same resource ID",
    "re-acquire": "with a new resource ID or builder token",
    "back-off": "with growing pauses",
    ambiguous: "only after a look at the real state (query, notifications)",
    "not-applicable": "not needed",
  },
};

const zh: Words = {
  on: "接口",
  everywhere: "所有接口",
  action: "处理方法",
  causes: "常见原因",
  repeat: "能否重试",
  inDoubt: "本次调用可能已经生效",
  colon: "：",
  retry: {
    none: "不要重试",
    "same-resource": "用同一个 resource ID 原样重发请求",
    "re-acquire": "重新获取 resource ID 或 builder token 后再试",
    "back-off": "可以重试，间隔逐次加长",
    ambiguous: "先查询实际状态（query 或消息通知），再决定是否重试",
    "not-applicable": "无需重试",
  },
};

export const words = { en, zh } as const;

export type Language = keyof typeof words;
