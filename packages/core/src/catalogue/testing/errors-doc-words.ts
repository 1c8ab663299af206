// For the test that writes docs/errors.md, and docs/zh/errors.md: what stands around the texts of the catalogue.
import type { RetryPolicy } from "../../errors/retry-advice.ts";

export interface ErrorsDocWords {
  /** Before the tables; `{reasons}` and `{doubt}` stand for what the locale says. */
  readonly head: string;
  /** Between two sentences of a text. */
  readonly space: string;
  readonly local: string;
  readonly recording: string;
  readonly stt: string;
  readonly reasonColumns: readonly string[];
  readonly localColumns: readonly string[];
  readonly columns: readonly string[];
  readonly any: string;
  readonly comma: string;
  readonly code: (code: number) => string;
  readonly policy: (policy: RetryPolicy) => string;
  readonly pauses: (seconds: readonly number[]) => string;
  readonly inDoubt: string;
}

export const enWords: ErrorsDocWords = {
  head: `# Errors

Every failure is an \`AgoraError\`. \`kind\` says what happened. \`retry\` says whether a repeat is safe, how long to wait before it, and
whether the failed call may have taken effect (\`outcomeUnknown\`; "in doubt" in the tables below). \`explainError(error)\` gives a title,
an explanation, an action and the usual causes; \`explainError(error, { locale: zhCN })\` gives them in Chinese. \`error.docs\` and \`explainError(error).docs\`
link to a page on the kind; \`setDocsUrl(url)\` makes them lead to pages of your own.

| Class | When |
|---|---|
| \`AgoraApiError\` | an answer came, and it was not a success: anything but HTTP 200, so 201 and 206 too |
| \`AgoraNetworkError\` | the connection failed before an answer came. The message quotes the platform or your \`fetch\`, without secrets |
| \`AgoraTimeoutError\` | no answer came within \`timeout\`, or the call took longer than \`maxElapsed\` |
| \`AgoraAbortError\` | your \`signal\` aborted the call |
| \`AgoraValidationError\` | the request or the client's options were wrong, so nothing was sent; or the answer lacks something essential. \`issues\` has the path of every problem |

\`isAgoraError(error)\` recognizes all of them, also from another copy of the package.

The same code can mean different things on different operations, so there is a table for each service. Where a table does not list a code for
an operation, the code means what it means elsewhere: 433 is always \`resource-expired\`.

If a call may have taken effect and its text does not say so, this is added: "{doubt}"

Code 2 (\`invalid-parameter\`) covers many mistakes. For these reasons there is a text of their own:

{reasons}

Waiting is not failing: after a stop in mode \`raw\`, \`upload\` can be \`stranded\`. The files are still on the recording server and are
uploaded later ([recording.md](recording.md)). \`explainState("recording.upload", "stranded")\` says so in words.

A test writes this file from the catalogue (\`vitest -u\` renews it).
`,
  space: " ",
  local: "Found by the client itself",
  recording: "Cloud Recording",
  stt: "Real-Time Speech-to-Text",
  reasonColumns: ["Reason", "In words"],
  localColumns: ["Kind", "In words"],
  columns: ["Kind", "On", "Signs", "Repeat", "In words"],
  any: "any",
  comma: ", ",
  code: (code) => `code ${code}`,
  policy: (policy) => policy,
  pauses: (seconds) => ` (${seconds.join(", ")} s)`,
  inDoubt: ", in doubt",
};

const zhPolicies: Record<RetryPolicy, string> = {
  none: "不重试",
  "same-resource": "使用同一个 resource ID 重试",
  "re-acquire": "重新 acquire",
  "back-off": "逐次延长间隔重试",
  ambiguous: "先查明实际状态",
  "not-applicable": "不是错误",
};

export const zhWords: ErrorsDocWords = {
  head: `# 错误列表

所有失败都是 \`AgoraError\`。\`kind\` 说明发生了什么；\`retry\` 说明能否重试、间隔多久，以及失败的调用是否可能已经生效（\`outcomeUnknown\`，下表中写作“结果未知”）。\`explainError(error, { locale: zhCN })\` 用中文给出标题、说明、处理方法和常见原因；不传 \`locale\` 时为英文。\`error.docs\` 和 \`explainError(error).docs\` 是该类错误的文档链接，可以用 \`setDocsUrl(url)\` 改为自己的页面。

| 类 | 何时出现 |
|---|---|
| \`AgoraApiError\` | 收到了响应，但不是成功：除 HTTP 200 之外的所有响应，包括 201 和 206 |
| \`AgoraNetworkError\` | 连接失败，没有收到响应。错误信息会引用平台或你提供的 \`fetch\` 给出的说明，其中没有密钥 |
| \`AgoraTimeoutError\` | 在 \`timeout\` 之内没有响应，或整个调用超过了 \`maxElapsed\` |
| \`AgoraAbortError\` | 调用被你的 \`signal\` 取消 |
| \`AgoraValidationError\` | 请求或客户端配置有误，没有发送；或响应缺少必需的内容。\`issues\` 列出每个问题的路径 |

\`isAgoraError(error)\` 能识别以上所有错误，包括来自另一份 core 的错误。

同一个错误码在不同接口上含义可能不同，因此每种服务各有一张表。某个接口没有列出的错误码，含义与其他接口相同：例如 433 总是 \`resource-expired\`。

如果调用可能已经生效，而错误的文字没有说明，就会补充：“{doubt}”

错误码 2（\`invalid-parameter\`）涵盖多种错误，其中下列原因有单独的说明：

{reasons}

等待不是失败：在 \`raw\` 模式下 stop 之后，\`upload\` 可能为 \`stranded\`，即文件仍在录制服务器上，稍后上传（见[云端录制](recording.md)）。\`explainState("recording.upload", "stranded")\` 会用文字说明。

本文件由测试根据错误目录生成（用 \`vitest -u\` 更新）。
`,
  space: "",
  local: "客户端自行判断的错误",
  recording: "云端录制",
  stt: "实时转录翻译",
  reasonColumns: ["reason", "说明"],
  localColumns: ["kind", "说明"],
  columns: ["kind", "接口", "特征", "重试", "说明"],
  any: "所有",
  comma: "，",
  code: (code) => `错误码 ${code}`,
  policy: (policy) => zhPolicies[policy],
  pauses: (seconds) => `（间隔 ${seconds.join("、")} 秒）`,
  inDoubt: "，结果未知",
};
