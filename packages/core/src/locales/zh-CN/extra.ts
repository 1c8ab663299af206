import type { Locale } from "../../errors/explanation.ts";

/** What only sessions raise. */
export const extra = {
  "invalid-state": [
    "当前无法执行",
    "会话当前的状态不支持此操作，没有发出任何请求。",
    "请先查看状态：reset 之前需要先停止，update 之前需要先启动。",
    "调用时机过早或过晚",
    "另一操作已使此操作失去意义",
  ],
  "storage-failed": [
    "存储不可用",
    "会话的存储无法读写，没有发出任何请求。",
    "请允许页面存储数据，或清理出空间，然后重试。",
    "浏览器或无痕窗口禁止了存储",
    "存储空间已满",
    "存储中的记录由更新版本的应用写入",
    "存储没有响应",
  ],
  "task-not-found/recording.start": [
    "录制未能成功启动",
    "start 调用成功，但 90 秒内录制服务始终没有进入录制状态，因此没有录到任何内容。",
    "请按以下顺序排查原因，然后重新启动。",
    "RTC token 有误或已过期",
    "第三方云存储的密钥、bucket 或 region 有误",
    "transcodingConfig 有误",
    "uid 与频道内的用户重复，或网页无法打开",
  ],
  "task-ended/sttTasks.start": [
    "转写未能启动或异常中断",
    "start 调用成功，但任务未能启动，或在运行中异常中断；目前没有转写。",
    "请排查原因，然后重新启动。",
    "机器人的 token 有误或已过期",
    "机器人的 uid 与频道内的用户重复",
    "语音识别或翻译引擎出现故障",
  ],
  "task-ended/sttAgents.join": [
    "转写未能启动或异常中断",
    "join 调用成功，但智能体未能启动，或在运行中异常中断；目前没有转写。",
    "请排查原因，然后重新启动。",
    "pubBotToken 有误或已过期",
    "pubBotUid 与频道内的用户重复",
    "语音识别或翻译引擎出现故障",
  ],
} satisfies Partial<Locale>;

/** What only the server side raises. */
export const signature = {
  "invalid-signature": [
    "签名不符",
    "消息通知的签名与密钥不符，未通过校验。",
    "请与声网控制台中的密钥核对，并使用收到的原始请求体验证签名。",
    "使用了其他项目的密钥",
    "验证签名前解析或改动了请求体",
    "发送方不是声网",
  ],
} satisfies Partial<Locale>;
