import type { Locale } from "../../errors/explanation.ts";

/** What goes wrong on this side, with no answer: all that pages and sessions need. */
export const local = {
  "client-timeout": ["响应超时", "在规定时间内没有收到响应。", "请重试，或调大 timeout。"],
  "network-error": [
    "连接失败",
    "尚未收到响应，连接就已失败。",
    "请检查网络以及客户端所用的 fetch，然后重试。",
    "设备离线",
    "防火墙、代理或证书问题",
    "代理的 CORS 设置不允许页面的源",
    "fetch 未绑定，或不是平台自带的 fetch",
  ],
  "unexpected-response": [
    "响应不符合预期",
    "响应内容与声网文档不一致。",
    "请确认 baseUrl 指向的是哪个服务，然后重试。",
    "代理改写了响应",
    "baseUrl 有误",
  ],
  aborted: ["已取消", "应用取消了此次调用。", "如仍需要，请重新调用。"],
  "in-doubt": ["结果未知", "此次调用仍可能已经生效。", "重试之前，请先查询是否已生效。"],
  "invalid-config": ["客户端配置无效", "创建客户端时传入的配置有误。", "请修正错误信息中指出的配置项。"],
  "invalid-request": [
    "请求无效",
    "请求在发送之前未通过校验，本次调用没有生效。",
    "请修正错误信息中指出的参数，然后重新调用。",
  ],
} satisfies Partial<Locale>;
