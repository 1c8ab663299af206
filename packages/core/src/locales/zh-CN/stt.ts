import type { Locale } from "../../errors/explanation.ts";

/** What only Real-Time Speech-to-Text answers. */
export const stt = {
  "service-not-enabled/sttTasks": [
    "实时语音转文字未开通",
    "该 App ID 所属的项目还没有开通实时语音转文字。",
    "请在 Agora 控制台开通或联系 Agora 技术支持，然后重新调用。",
  ],
  "rest-token-expired": [
    "REST token 已过期",
    "用来为 API 调用鉴权的 token 已过有效期。",
    "请让 tokenAuth 返回新的 token，然后重新调用。",
  ],
  "rest-token-invalid": [
    "REST token 未被接受",
    "用来为 API 调用鉴权的 token 未通过校验。",
    "请用此项目的 App ID 和 App 证书生成 AccessToken2（以 007 开头）。",
    "用了其他项目的 App 证书",
    "token 版本过旧",
  ],
  "builder-token-expired": [
    "builderToken 已过期",
    "acquire 之后五分钟内没有使用这个 builderToken，已不能用它启动任务。",
    "请重新调用 acquire，并随即调用 start。",
  ],
  "builder-token-product-mismatch": [
    "builderToken 属于其他产品",
    "这个 builderToken 是为其他产品或环境签发的。",
    "请调用实时语音转文字的 acquire，并用它返回的 tokenName 调用 start。",
  ],
  "builder-token-unparsable": [
    "builderToken 已损坏",
    "builderToken 无法解码，说明它在传递中被截短或改动。",
    "请原样使用 acquire 返回的 tokenName；如果还没有 start，也可以重新调用 acquire。",
  ],
  "session-mismatch/sttTasks": [
    "任务不匹配",
    "App ID、taskId 和 tokenName 不属于同一个任务。",
    "请原样使用 start 返回的句柄。",
  ],
  "task-token-mismatch": [
    "taskId 不匹配",
    "启动这个 taskId 所用的 builderToken 与此次调用中的不同。",
    "请使用启动该任务的 tokenName；start 返回的句柄同时包含这两个值。",
  ],
  "invalid-body": [
    "请求体被拒绝",
    "服务检查请求体后拒绝了它，没有启动或更改任何内容。",
    "请按 reason 的说明改正请求，然后重新调用。",
    "值的形式不符",
    "取值越界",
  ],
  "translation-target-equals-source": [
    "翻译的源语言与目标语言相同",
    "唯一的识别语言同时也是翻译的目标语言，服务不接受这种设置。",
    "请换一种目标语言，或设置多种识别语言。",
  ],
  "already-started/sttTasks": [
    "已经启动过",
    "这个 builderToken 此前已用于启动任务：第一次 start 是成功的，并没有产生第二个任务。",
    "请保留那个任务，使用其 start 返回的 taskId；reason 中可能也会给出它。",
  ],
  "already-started/sttAgents": [
    "已经启动过",
    "同名的智能体正在运行：此前的 join 是成功的，并没有产生第二个智能体。",
    "请保留那个智能体，使用其 join 返回的 agentId，或用 list 找到它。",
  ],
  conflict: [
    "已在运行",
    "相同的任务或智能体正在运行，服务拒绝再次启动。",
    "请继续使用正在运行的那一个，或先将其停止，再另行启动。",
  ],
  "already-stopping/sttTasks": ["正在停止", "此前已要求这个任务停止，没有需要停止的内容。", "可认为任务已停止。"],
  "task-ended": [
    "任务已结束",
    "任务不再运行：可能是已停止、空闲过久，或出现了故障。",
    "可认为任务已停止；如需新的任务，请调用 acquire 和 start。",
  ],
  "no-stream": [
    "没有转写内容",
    "频道内没有人发布音频，服务没有收到可转写的声音。",
    "如果本应有文字，请检查频道名和发流用户。",
  ],
  "processing-timeout": [
    "处理超时",
    "服务没有及时处理完此次调用，调用可能已经生效。",
    "请在 3、6 秒后重复相同的调用。",
  ],
  "start-network-failure": [
    "启动时网络故障",
    "服务内部的网络故障打断了 start，任务可能已在运行。",
    "请在 3、6 秒后用同一个 tokenName 重试 start，若返回 already-started，说明此前已启动成功；若均失败，再重新调用 acquire 和 start。",
  ],
  "internal-error/sttTasks": [
    "启动时内部错误",
    "服务在处理 start 时内部出错，任务可能已在运行。",
    "请在 1、3、6 秒后用同一个 tokenName 重试 start，若返回 already-started，说明此前已启动成功；若均失败，请联系 Agora 技术支持。",
  ],
  "internal-communication-error": [
    "内部通信错误",
    "服务的各部分之间失去了联系，start 或 stop 可能已经生效。",
    "请等待几秒，先查询当前状态，再决定是否重试。",
  ],
  "v7-error": [
    "实时语音转文字出错",
    "服务拒绝了此次调用，只用文字说明了原因。",
    "请阅读 reason 并改正其中指出的内容，然后重新调用。",
  ],
} satisfies Partial<Locale>;
