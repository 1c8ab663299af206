import type { Reasons } from "../../errors/explanation.ts";

/** The words of code 2 that are known from practice. */
export const reasons = {
  "reason:request_hash mismatch!": [
    "startParameter 不一致",
    "acquire 中的 startParameter 与此次 start 的 clientRequest 不一致。",
    "请重新调用 acquire，不传 startParameter，或传入与 clientRequest 完全一致的内容，然后调用 start。",
  ],
  "reason:services not selected!": [
    "未选择要执行的服务",
    "start 请求中没有选择任何可执行的服务；声网文档没有说明此错误。",
    "请检查 mode、acquire 的 scene 以及 clientRequest 的各部分是否匹配。",
    "mode 为 web，但 scene 不是 1，或缺少 web_recorder_service",
    "录制、截图或扩展服务的配置缺失或拼写错误",
  ],
  "reason:api body validate failed!": [
    "请求体未通过校验",
    "请求体未通过校验，服务没有指出是哪个字段。",
    "请对照声网 API 文档检查所有字段的名称、层级和类型；字段名区分大小写。",
    "uid 为数字而不是字符串",
    "字段所在的层级错误",
    "region 与所选的第三方云存储不匹配",
  ],
  "reason:post method api body check failed!": [
    "请求体无法识别",
    "服务无法处理请求体。",
    "cname 和 uid 应为字符串，clientRequest 应为对象；uid 的取值范围为 1 到 4294967295。",
    "uid 大于 4294967295，或不是数字",
    "缺少 cname、uid 或 clientRequest",
    "请求体不是 JSON 对象",
  ],
} satisfies Reasons;
