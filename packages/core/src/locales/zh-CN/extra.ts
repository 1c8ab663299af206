import type { Locale } from "../../errors/explanation.ts";

/** What only sessions and the server side raise. */
export const extra = {
  "invalid-state": [
    "当前无法执行",
    "这个命令与会话当前的状态不符，没有发出任何请求。",
    "请先查看状态：reset 之前要先停止，update 之前要先启动。",
    "命令来得太早或太晚",
    "会话的存储无法读写",
  ],
  "task-not-found/recording.start": [
    "录制未能运行",
    "服务接受了 start，但 90 秒内始终没有录制端进入录制状态，因此没有录到任何内容。",
    "请按以下顺序排查原因，然后重新启动。",
    "RTC token 有误或已过期",
    "云存储的密钥、bucket 或 region 有误",
    "transcodingConfig 有误",
    "uid 已在频道中使用，或网页无法打开",
  ],
  "task-ended/sttTasks.start": [
    "转写出现故障",
    "服务接受了 start，但任务未能运行，或在运行中出现了故障；目前没有转写。",
    "请排查原因，然后重新启动。",
    "机器人的 token 有误或已过期",
    "机器人的 uid 已在频道中使用",
    "语音识别或翻译引擎出现故障",
  ],
  "task-ended/sttAgents.join": [
    "转写出现故障",
    "服务接受了 join，但智能体未能运行，或在运行中出现了故障；目前没有转写。",
    "请排查原因，然后重新启动。",
    "pubBotToken 有误或已过期",
    "pubBotUid 已在频道中使用",
    "语音识别或翻译引擎出现故障",
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
