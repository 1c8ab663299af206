const en = {
  title: "Fake Agora",
  hint: "Only in development: bring about what usually takes bad luck.",
  people: "Channel",
  join: "Somebody publishes",
  leave: "Everybody leaves",
  talk: "Let them talk",
  time: "Time",
  speed: (speed: number) => `${speed}×`,
  skip: (count: number) => `Skip ${count} min`,
  trouble: "Trouble",
  expire: "Expire the lease now",
  failover: "Fail over for 60 s",
  next: "What goes wrong next",
  arrange: "Arrange it",

  situations: {
    lostStartAnswer: "The answer to the next start is lost",
    lostStopAnswer: "The answer to the next stop is lost",
    slowStart: "The next start takes 5 s",
    failingStop: "Stop fails three times (500)",
    "recording.start=kind:start-server-error,times:9": "The next starts fail (500)",
    "recording.start=kind:invalid-parameter": "The next start is refused (2)",
    "recording.acquire=kind:service-not-enabled": "Recording is not enabled",
    "recording.acquire=kind:invalid-credentials": "Wrong Customer Secret",
    wrongStorageKeys: "The storage keys are wrong",
    nobodyPublishing: "Nobody sends anything",
    slowUpload: "Uploads take a minute",
    backupUpload: "The storage is out of reach",
    "sttAgents.join=kind:rate-limited,times:9": "Too many requests (captions)",
  },
};

export type StripWords = typeof en;

const zh: StripWords = {
  title: "模拟的声网服务",
  hint: "仅用于开发：把平时要碰运气才会遇到的情况直接造出来。",
  people: "频道",
  join: "有人开始发流",
  leave: "所有人离开",
  talk: "让他们说话",
  time: "时间",
  speed: (speed) => `${speed} 倍`,
  skip: (count) => `快进 ${count} 分钟`,
  trouble: "故障",
  expire: "让资源立即过期",
  failover: "故障切换 60 秒",
  next: "接下来出什么问题",
  arrange: "安排",

  situations: {
    lostStartAnswer: "下一次 start 的响应丢失",
    lostStopAnswer: "下一次 stop 的响应丢失",
    slowStart: "下一次 start 要 5 秒",
    failingStop: "stop 失败三次（500）",
    "recording.start=kind:start-server-error,times:9": "接下来的 start 都失败（500）",
    "recording.start=kind:invalid-parameter": "下一次 start 被拒绝（2）",
    "recording.acquire=kind:service-not-enabled": "云端录制未开通",
    "recording.acquire=kind:invalid-credentials": "客户密钥错误",
    wrongStorageKeys: "存储密钥错误",
    nobodyPublishing: "没有人发流",
    slowUpload: "上传需要一分钟",
    backupUpload: "存储不可达",
    "sttAgents.join=kind:rate-limited,times:9": "请求过多（字幕）",
  },
};

export const stripWords = { en, zh };
