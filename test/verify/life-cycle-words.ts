// What stands around the tables of docs/life-cycle.md and docs/zh/life-cycle.md.
import type { causes } from "./diagram.ts";

export interface LifeCycleWords {
  readonly head: string;
  readonly glance: string;
  readonly commands: string;
  readonly answers: string;
  readonly status: string;
  /** Of states and columns that are no code. */
  readonly name: (name: string) => string;
  readonly sends: (request: string) => string;
  readonly comma: string;
  /** A change of status in the diagram, and what brings it. */
  readonly cause: (cause: string) => string;
}

export const english: LifeCycleWords = {
  head: `# The life cycle of a session, transition by transition

A test writes this page from the machine itself (\`@agora-edge/core/machine\`), for a recording. A transcription says \`transcribing\` for
\`recording\` and takes a 404 as the end at once; v7 has no lease. ✗ means refused as \`invalid-state\`; an empty cell means that nothing changes.
The diagram shows the changes of status that random histories meet often, and what causes them. It leaves out
\`reset()\`, which leads back to \`idle\`, and what another tab or a reload brings through storage. [sessions.md](sessions.md) explains each status.
`,
  glance: "At a glance",
  commands: "Commands",
  answers: "Time and answers",
  status: "Status",
  name: (name) => name,
  sends: (request) => `sends ${request}`,
  comma: ", ",
  cause: (cause) => cause,
};

const chineseNames: Readonly<Record<string, string>> = {
  "`starting`, sent": "`starting`，已发出",
  "`starting`, accepted": "`starting`，已接受",
  "`stopped`, files `stranded`": "`stopped`，文件为 `stranded`",
  "five minutes pass": "经过五分钟",
  "query: runs": "query：运行中",
  "query: 404": "query：404",
  "query: nobody answers": "query：无响应",
  "query: exited": "query：已退出",
  "start or stop is refused": "start 或 stop 被拒绝",
};

const chineseCauses: Readonly<Record<string, string>> = {
  notification: "消息通知",
  push: "推送",
  storage: "存储",
  answer: "响应",
  "rate limit": "限流",
  time: "时间",
} satisfies Partial<Record<(typeof causes)[keyof typeof causes], string>>;

export const chinese: LifeCycleWords = {
  head: `# 会话的生命周期：所有状态变化

本页由测试根据状态机（\`@agora-edge/core/machine\`）生成，以录制为例。转写用 \`transcribing\` 代替 \`recording\`，遇到 404 立即视为结束；v7 没有 lease。✗ 表示以 \`invalid-state\` 拒绝，空白表示没有变化。图中是随机测试中经常出现的状态变化及其原因，不包括 \`reset()\`（回到 \`idle\`），也不包括由其他标签页或页面刷新（经存储）引起的变化。各状态的含义见[会话](sessions.md)。
`,
  glance: "概览",
  commands: "命令",
  answers: "时间与响应",
  status: "状态",
  name: (name) => chineseNames[name] ?? name,
  sends: (request) => `发送 ${request}`,
  comma: "，",
  cause: (cause) => chineseCauses[cause] ?? cause,
};
