// The words around what the catalogue says.
import type { RetryPolicy } from "@agora-edge/core";
import type { Language } from "../page.ts";
import type { Course } from "./behavior.ts";

interface Words {
  whatToDo: string;
  causes: string;
  elsewhere: string;
  /** Before the texts that belong to one operation or service. */
  elsewhereLead: string;
  text: (name: string, explanation: string, action: string) => string;
  reasons: string;
  reasonsLead: string;
  signs: string;
  signsLead: string;
  noSigns: string;
  signColumns: readonly string[];
  any: string;
  repeat: Record<RetryPolicy, string>;
  pauses: (seconds: readonly number[]) => string;
  inDoubt: string;
  session: string;
  sessionLead: string;
  sessionColumns: readonly string[];
  noSession: string;
  course: (course: Course, isBeginning: boolean) => string;
  fake: string;
  fakeLead: (operations: string) => string;
  fakeLocal: string;
  noFake: string;
  more: string;
}

const path = (statuses: readonly string[]) => statuses.map((status) => `\`${status}\``).join(" → ");

export const words: Record<Language, Words> = {
  en: {
    whatToDo: "What to do",
    causes: "Usual causes",
    elsewhere: "On one operation",
    elsewhereLead: "On these operations the kind means something more specific:",
    text: (name, explanation, action) => `\`${name}\`: ${explanation} ${action}`,
    reasons: "Known reasons",
    reasonsLead: "Some reasons that come with code 2 say more than the code:",
    signs: "What the service answers",
    signsLead:
      "The same code can mean different things on different operations. On an operation that is not listed, it has the meaning of this page.",
    noSigns: "The service never answers this: the client detects it by itself.",
    signColumns: ["On", "HTTP", "Code", "Text", "Repeat"],
    any: "every operation",
    repeat: {
      none: "no: fix the request, the configuration or the account first",
      "same-resource": "yes: the same request, with the same resource ID",
      "re-acquire": "yes, after a new acquire",
      "back-off": "yes, with growing pauses",
      ambiguous: "only after checking the actual state",
      "not-applicable": "not a failure",
    },
    pauses: (seconds) => ` (after ${seconds.join(", ")} s)`,
    inDoubt: "; the request may have worked",
    session: "What a session does by itself",
    sessionLead:
      "Measured: a session of `createRecordingSession` or `createSttTask` ran against the fake with this error. For `start` and `stop` the table gives the number of requests, for checks only what the session shows.",
    sessionColumns: ["What fails", "Once", "Each time, for five minutes"],
    noSession: "Sessions never call the operations that fail this way. The error reaches your own call.",
    course: ({ requests, statuses }, isCounted) =>
      (isCounted ? `${requests === 1 ? "one request" : `${requests} requests`}: ` : "") + path(statuses),
    fake: "Reproduce it",
    fakeLead: (operations) =>
      `In a test or a script, without an account. Other operations that can fail this way: ${operations}.`,
    fakeLocal: "This error needs no service.",
    noFake: "The fake cannot reproduce this: Agora does not document the answer, or it is not a failure.",
    more: "[All errors](/errors/) · [By number](/errors/numbers/) · [By message](/errors/messages/)",
  },
  "zh-CN": {
    whatToDo: "如何处理",
    causes: "常见原因",
    elsewhere: "在特定接口上的含义",
    elsewhereLead: "同一错误在下列接口上还有更具体的含义：",
    text: (name, explanation, action) => `\`${name}\`：${explanation}${action}`,
    reasons: "已知的 reason 文本",
    reasonsLead: "错误码 2 附带的部分 reason 文本能提供更多信息：",
    signs: "服务端返回什么",
    signsLead: "同一个错误码在不同接口上含义可能不同。表中没有列出的接口，含义以本页为准。",
    noSigns: "服务端不会返回这个错误，它由客户端自行判断。",
    signColumns: ["接口", "HTTP 状态码", "错误码", "文本", "能否重试"],
    any: "所有接口",
    repeat: {
      none: "不能，请先修正请求、配置或账号",
      "same-resource": "可以，使用同一个 resource ID 重发相同的请求",
      "re-acquire": "重新 acquire 之后可以",
      "back-off": "可以，并逐次延长间隔",
      ambiguous: "先查明实际状态再决定",
      "not-applicable": "不是错误",
    },
    pauses: (seconds) => `（间隔 ${seconds.join("、")} 秒）`,
    inDoubt: "；请求可能已经生效",
    session: "会话会自动做什么",
    sessionLead:
      "以下结果来自实际运行：用 `createRecordingSession` 或 `createSttTask` 创建会话，连接模拟服务并注入该错误。start 和 stop 列出请求次数，状态检查只列出会话显示的状态。",
    sessionColumns: ["出错的接口", "只出错一次", "五分钟内一直出错"],
    noSession: "会话不会调用出现此错误的接口，错误由你自己的调用收到。",
    course: ({ requests, statuses }, isCounted) => (isCounted ? `${requests} 次请求：` : "") + path(statuses),
    fake: "如何复现",
    fakeLead: (operations) => `无需账号，在测试或脚本中即可复现。可以这样出错的其他接口：${operations}。`,
    fakeLocal: "这个错误不需要任何服务即可复现。",
    noFake: "模拟服务无法复现这个错误：声网没有公开对应的响应，或者它本身不是错误。",
    more: "[全部错误](/zh/errors/) · [按错误码查找](/zh/errors/numbers/) · [按错误文本查找](/zh/errors/messages/)",
  },
};
