import type { Locale } from "../../errors/explanation.ts";

/** What only Real-Time Speech-to-Text answers. */
export const stt = {
  "service-not-enabled/sttTasks": [
    "实时转录翻译未开通",
    "该 App ID 所属的项目尚未开通实时转录翻译。",
    "请在声网控制台开通或联系声网技术支持，然后重新调用。",
  ],
  "rest-token-expired": [
    "REST token 已过期",
    "用于 API 鉴权的 token 已过期。",
    "请让 tokenAuth 返回新的 token，然后重新调用。",
  ],
  "rest-token-invalid": [
    "REST token 无效",
    "用于 API 鉴权的 token 无效。",
    "请使用此项目的 App ID 和 App 证书生成 AccessToken2（以 007 开头）。",
    "使用了其他项目的 App 证书",
    "token 版本过旧",
  ],
  "builder-token-expired": [
    "builderToken 已过期",
    "acquire 之后五分钟内没有使用该 builderToken，它已失效。",
    "请重新调用 acquire，并立即调用 start。",
  ],
  "builder-token-product-mismatch": [
    "builderToken 属于其他产品",
    "该 builderToken 属于其他产品或环境。",
    "请调用实时转录翻译的 acquire，并使用它返回的 tokenName 调用 start。",
  ],
  "builder-token-unparsable": [
    "builderToken 解析失败",
    "builderToken 解析失败，可能在传递过程中被截断或改动。",
    "请直接使用 acquire 返回的 tokenName，不要修改；如果还没有 start，也可以重新调用 acquire。",
  ],
  "session-mismatch/sttAgents": [
    "智能体不匹配",
    "App ID 和 agentId 不匹配。",
    "请直接使用 join 返回的 handle，不要修改。",
  ],
  "session-mismatch/sttTasks": [
    "任务不匹配",
    "App ID、taskId 和 tokenName 不属于同一个任务。",
    "请直接使用 start 返回的 handle，不要修改。",
  ],
  "task-token-mismatch": [
    "taskId 不匹配",
    "taskId 与此次调用中的 builderToken 不匹配。",
    "请使用启动该任务的 tokenName；start 返回的 handle 中包含这两个值。",
  ],
  "invalid-body": [
    "请求体被拒绝",
    "请求体未通过校验，本次调用没有生效。",
    "请根据 reason 修正请求体，然后重新调用。",
    "参数格式错误",
    "取值超出范围",
  ],
  "translation-target-equals-source": [
    "翻译的源语言与目标语言相同",
    "只有一种源语言，且与翻译的目标语言相同，服务不支持这种设置。",
    "请更换目标语言，或设置多种源语言。",
  ],
  "already-started/sttTasks": [
    "已经启动过",
    "该 builderToken 此前已启动过任务：第一次 start 已成功，没有产生第二个任务。",
    "请继续使用那个任务及其 start 返回的 taskId；reason 中可能也包含 taskId。",
  ],
  "already-started/sttAgents": [
    "已经启动过",
    "同名的智能体正在运行：此前的 join 已成功，没有产生第二个智能体。",
    "请继续使用那个智能体及其 join 返回的 agentId，或通过 list 查找。",
  ],
  conflict: [
    "已在运行",
    "相同的任务或智能体正在运行，服务拒绝再次启动。",
    "请继续使用正在运行的那一个，或先将其停止，再重新启动。",
  ],
  "already-stopping/sttAgents": ["正在离开", "此前已对该智能体调用过 leave，无需再次停止。", "可认为智能体已停止。"],
  "already-stopping/sttTasks": ["正在停止", "此前已对该任务调用过 stop，无需再次停止。", "可认为任务已停止。"],
  "task-ended": [
    "任务已结束",
    "任务已不在运行：可能已停止、空闲超时，或发生了故障。",
    "可认为任务已停止；如需新的任务，请调用 acquire 和 start。",
  ],
  "no-stream": [
    "没有转写内容",
    "频道内没有用户发送音频流，因此没有转写内容。",
    "如果本应有转写内容，请检查频道名和发流用户。",
  ],
  "processing-timeout": ["处理超时", "服务处理超时，此次调用可能已经生效。", "请依次等待 3 秒、6 秒后重复相同的调用。"],
  "start-network-failure": [
    "启动时网络故障",
    "服务内部网络故障导致 start 未完成，任务可能已在运行。",
    "请依次等待 3 秒、6 秒后，使用同一个 tokenName 重试 start，若返回 already-started，说明此前已启动成功；若均失败，请重新调用 acquire 和 start。",
  ],
  "internal-error/sttTasks": [
    "启动时内部错误",
    "服务在处理 start 时内部出错，任务可能已在运行。",
    "错误码为 501、502 或 504 时，请依次等待 1 秒、3 秒、6 秒后，使用同一个 tokenName 重试 start，若返回 already-started，说明此前已启动成功；其他错误码或均失败时，请联系声网技术支持。",
  ],
  "internal-communication-error": ["内部通信错误", "服务内部模块之间通信失败。", "请等待几秒后重试。"],
  "v7-error": [
    "实时转录翻译出错",
    "服务拒绝了此次调用，具体原因见 reason 字段。",
    "请根据 reason 修正请求，然后重新调用。",
  ],
} satisfies Partial<Locale>;
