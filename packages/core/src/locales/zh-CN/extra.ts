import type { Locale } from "../../errors/explanation.ts";

/** What only sessions and the server side raise. */
export const extra = {
  "invalid-state": [
    "当前无法执行",
    "这个命令与会话当前的状态不符，没有发出任何请求。",
    "请先查看状态：reset 之前要先停止，update 之前要先启动。",
  ],
  "invalid-signature": [
    "签名不符",
    "消息通知的签名与密钥不符，通知未被接受。",
    "请与 Agora 控制台中的密钥核对，并对收到的原始请求体验证签名。",
    "用了其他项目的密钥",
    "验证之前解析或改动了请求体",
    "发送方不是 Agora",
  ],
} satisfies Partial<Locale>;
