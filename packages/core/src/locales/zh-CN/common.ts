import type { Locale } from "../../errors/explanation.ts";

/** What any client can meet, whatever the service. */
export const common = {
  "invalid-app-id": [
    "App ID 未被接受",
    "Agora 不接受该 App ID。",
    "请与 Agora 控制台中的 App ID 比对，并确认所属项目已开通此服务。",
  ],
  "missing-authorization": [
    "缺少鉴权信息",
    "请求到达 Agora 时没有 Authorization 请求头。",
    "请为服务端创建的客户端配置 basicAuth 或 tokenAuth，并确认代理没有丢弃该请求头。",
  ],
  "invalid-credentials": [
    "凭证未被接受",
    "Agora 不接受所用的客户 ID 和客户密钥。",
    "请使用 App ID 所属的账号登录 Agora 控制台，重新复制这两个值。",
  ],
  "no-route": [
    "地址不存在",
    "请求的方法或 URL 有误，Agora 没有可以处理它的接口。由此无法判断录制或任务是否结束。",
    "请检查 baseUrl，并确认代理没有改写请求方法或路径。",
  ],
  "rate-limited": [
    "请求过于频繁",
    "调用超出了频率限制；云端录制默认每个 App ID 每秒 10 次。",
    "请等待几秒，然后放慢调用；如需提高限额，可联系 Agora 技术支持。",
    "查询过于频繁",
    "多台服务器共用一个 App ID",
  ],
  "invalid-parameter": [
    "参数值无效",
    "服务拒绝了请求中的某个值，没有启动或更改任何内容。",
    "请改正 reason 指出的值，然后重新调用。",
    "字段拼错或漏填",
    "类型不符",
    "取值越界",
  ],
  "service-not-enabled": [
    "服务未开通",
    "该 App ID 所属的项目还没有开通此服务。",
    "请在 Agora 控制台开通服务，然后重新调用。",
  ],
  "bad-request": [
    "请求被拒绝",
    "服务拒绝了请求，没有给出可识别的原因。",
    "请检查请求中的各个值，并确认该 App ID 已开通此服务。",
  ],
  unauthorized: [
    "鉴权失败",
    "服务不认可此次调用的凭证，没有给出可识别的原因。",
    "请检查调用所用的客户 ID 和客户密钥，或 token。",
  ],
  "not-found": [
    "未找到",
    "服务没有找到对应的内容：可能是 URL 有误，也可能是录制或任务没有在运行。",
    "请检查 baseUrl；多查询几次仍是如此，再认定录制或任务已结束。",
  ],
  "server-error": [
    "服务端错误",
    "服务内部出错，start 或 stop 可能已经生效。",
    "请等待几秒，先查询当前状态，再决定是否重试。",
  ],
  "gateway-timeout": [
    "网关超时",
    "网关没有及时等到服务的响应，start 或 stop 可能已经生效。",
    "请等待几秒，先查询当前状态，再决定是否重试。",
  ],
  ok: ["成功", "服务已接受此次调用。", "调用 start 之后，请继续查询，直到确认已在运行。"],
  "client-timeout": [
    "响应超时",
    "到达时限仍没有等到响应，start 或 stop 可能已经生效。",
    "请先查询当前状态，再决定是否重试；也可以调大 timeout。",
  ],
  "dns-failure": ["找不到主机", "主机名解析失败，请求没有发出。", "请检查网络、DNS 和 baseUrl，然后重新调用。"],
  "network-error": [
    "连接失败",
    "还没有等到响应，连接就失败了，start 或 stop 可能已经生效。",
    "请检查网络，先查询当前状态，再决定是否重试。",
    "设备离线",
    "防火墙或代理",
    "浏览器的 CORS 限制",
  ],
  "non-json-response": [
    "响应并非来自接口",
    "响应不是 JSON，很可能不是 Agora 发出的；start 或 stop 可能已经生效。",
    "请确认 baseUrl 实际由谁响应，先查询当前状态，再决定是否重试。",
    "代理或负载均衡",
    "公共网络的登录页面",
    "baseUrl 有误",
  ],
  "unexpected-redirect": [
    "响应被重定向",
    "收到的是重定向响应，而 Agora 不会返回重定向，因此没有跟随；start 或 stop 可能已经生效。",
    "请确认 baseUrl 实际由谁响应，先查询当前状态，再决定是否重试。",
    "baseUrl 写成了 http:，而不是 https:",
    "中间有代理或登录页面",
    "baseUrl 有误",
  ],
  "unexpected-response": [
    "响应不符合预期",
    "响应的内容与 Agora 的文档不一致，start 或 stop 可能已经生效。",
    "请确认 baseUrl 实际由谁响应，先查询当前状态，再决定是否重试。",
    "代理改写了响应",
    "baseUrl 有误",
  ],
  aborted: [
    "已取消",
    "应用取消了此次调用；在此之前发出的 start 或 stop 可能已经生效。",
    "请先查询当前状态，再决定是否重试。",
  ],
  "invalid-config": ["客户端选项无效", "客户端无法按照创建时传入的选项工作。", "请改正此错误指出的选项。"],
  "invalid-request": [
    "请求无效",
    "请求在发送之前就被拦下，没有启动或更改任何内容。",
    "请改正此错误指出的值，然后重新调用。",
  ],
  "proxy-unauthenticated": ["未登录", "当前没有登录应用，应用自己的服务器拒绝了此次调用。", "请先登录应用，然后重试。"],
  "proxy-forbidden": [
    "没有权限",
    "应用自己的服务器不允许当前用户执行此操作。",
    "请换用有权限的用户登录，或向应用管理员申请权限。",
  ],
  "proxy-rejected": ["被应用的服务器拒绝", "应用自己的服务器没有接受此请求。", "请查看该服务器允许哪些操作和取值。"],
} satisfies Partial<Locale>;
