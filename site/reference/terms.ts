// Words that mean the same wherever they are the name of a member. They are explained once, on a page of the reference.

export interface Term {
  readonly name: string;
  readonly en: string;
  readonly "zh-CN": string;
}

const term = (name: string, en: string, chinese: string): Term => ({ name, en, "zh-CN": chinese });

export const terms: readonly Term[] = [
  term("appId", "The App ID of the project, as Agora Console shows it.", "项目的 App ID，可在声网控制台查看。"),
  term("cname", "The name of the channel.", "频道名。"),
  term(
    "uid",
    "A user of the channel, as a decimal number. A recorder or bot has one of its own, which nobody else in the channel may have.",
    "频道内的用户，为十进制数字。录制服务和机器人使用自己的 uid，不能与频道内任何用户重复。",
  ),
  term(
    "mode",
    "How it is recorded: `raw`, `mix`, `web` or `individual`.",
    "录制模式：`raw`、`mix`、`web` 或 `individual`。",
  ),
  term(
    "resourceId",
    "What `acquire` returns for a recording. The recording has to be started with it within five minutes, and keeps it until its end.",
    "录制的 `acquire` 返回的 ID。必须在五分钟内用它启动录制，之后的调用都使用它。",
  ),
  term(
    "sid",
    "The ID of a recording that was started. In notifications of v7 it is the ID of the agent.",
    "已启动的录制的 ID；在 v7 的消息通知中是智能体的 ID。",
  ),
  term("agentId", "The ID of a transcription of v7.", "v7 智能体的 ID。"),
  term("taskId", "The ID of a transcription of v6 or older.", "v6 及更早版本的转写任务的 ID。"),
  term(
    "instanceId",
    "The name that the app gives a transcription of v6 or older.",
    "应用为 v6 及更早版本的转写任务起的名称。",
  ),
  term(
    "tokenName",
    "The builder token: calls on a transcription of v6 or older need it, and it is a secret.",
    "builderToken：调用 v6 及更早版本的转写任务时需要，不可泄露。",
  ),
  term(
    "version",
    "The generation of speech-to-text: `v7`, `v6`, `v5` or `beta`.",
    "实时转录翻译的版本：`v7`、`v6`、`v5` 或 `beta`。",
  ),
  term(
    "service",
    "`recording`, `sttAgents` (transcriptions of v7) or `sttTasks` (older ones).",
    "`recording`（录制）、`sttAgents`（v7 的转写）或 `sttTasks`（更早版本的转写）。",
  ),
  term("recording", "Cloud Recording: its operations, or what belongs to them.", "云端录制的接口，或与之对应的内容。"),
  term(
    "sttAgents",
    "Transcriptions of v7: their operations, or what belongs to them.",
    "v7 转写的接口，或与之对应的内容。",
  ),
  term(
    "sttTasks",
    "Transcriptions of v6 and older: their operations, or what belongs to them.",
    "v6 及更早版本转写的接口，或与之对应的内容。",
  ),
  term("channels", "Channel management: its operations.", "频道管理的接口。"),
  term(
    "operation",
    "A method of the client by its name, such as `recording.start`.",
    "客户端方法的名称，例如 `recording.start`。",
  ),
  term(
    "lease",
    "What `acquire` returned: a resource ID or builder token, for five minutes. v7 has none.",
    "`acquire` 的返回值：五分钟内有效的 resource ID 或 builderToken。v7 没有。",
  ),
  term(
    "acquiredAt",
    "When a lease was acquired, in ms since the epoch.",
    "获取 resource ID 或 builderToken 的时间，毫秒时间戳。",
  ),
  term(
    "expiresAt",
    "When a lease or token is no longer valid, in ms since the epoch.",
    "resource ID、builderToken 或 token 的到期时间，毫秒时间戳。",
  ),
  term("startedAt", "When the service took the start, in ms since the epoch.", "服务端接受 start 的时间，毫秒时间戳。"),
  term(
    "grant",
    "The signed proof of the proxy that its user has acquired or started this.",
    "代理签发的凭证，证明该 resource ID、录制或任务属于这个用户。",
  ),
  term(
    "requestId",
    "The service's ID of a request. Agora support asks for it.",
    "请求 ID，联系声网技术支持时需要提供。",
  ),
  term("fileName", "The name of a file, without the folders of the bucket.", "文件名，不含 bucket 中的文件夹。"),
  term(
    "trackType",
    "What is in a file: `audio`, `video` or `audio_and_video`.",
    "文件内容：`audio`、`video` 或 `audio_and_video`。",
  ),
  term(
    "mixedAllUser",
    "Whether everybody is in the file, and not a single user.",
    "文件是否包含所有用户，而不是单个用户。",
  ),
  term("isPlayable", "Whether the file can be played online.", "文件是否可以在线播放。"),
  term("noticeId", "The ID of a notification. A resend has the same.", "消息通知的 ID，重发时不变。"),
  term(
    "productId",
    "Whose notification it is: 3 is Cloud Recording, 20 Real-Time STT.",
    "消息通知所属的产品：3 为云端录制，20 为实时转录翻译。",
  ),
  term("eventType", "The number of the event, within its product.", "事件类型的编号，在同一产品内唯一。"),
  term("notifyMs", "When the notification was sent, in ms since the epoch.", "发送消息通知的时间，毫秒时间戳。"),
  term("payload", "What the event tells.", "事件的内容。"),
  term(
    "clock",
    "Time and timers. Default: those of the platform. Tests pass `fake.clock`.",
    "时间和定时器，默认使用平台自带的。测试时传入 `fake.clock`。",
  ),
  term("signal", "Ends what it is given to when it aborts.", "中止时结束对应的操作。"),
  term("serviceName", "The name of a service in `extensionServiceConfig`.", "`extensionServiceConfig` 中的服务名。"),
];

export const termNames: ReadonlySet<string> = new Set(terms.map(({ name }) => name));
