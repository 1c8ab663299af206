import { operations } from "@agora-edge/core/contract";
import { expect, test } from "vitest";
import { channelsOperations } from "../../packages/core/src/channels/channels.ts";
import type { Operation as Definition } from "../../packages/core/src/contract/operation.ts";
import { recordingOperations } from "../../packages/core/src/recording/recording.ts";
import { sttAgentsOperations } from "../../packages/core/src/stt/agents/agents.ts";
import { sttTasksOperations } from "../../packages/core/src/stt/tasks/tasks.ts";
import { toStandardSchema } from "../../packages/core/src/validation/standard-schema.ts";

type Operation = (typeof operations)[number];

interface Words {
  /** `{table}` stands for the table. */
  readonly text: string;
  readonly columns: readonly string[];
  readonly effects: Record<Operation["effect"], string>;
  readonly forPages: readonly [yes: string, no: string];
}

const english: Words = {
  text: `# Operations

Every operation of this SDK. The client's methods have these names, and so do \`error.operation\`, hooks and middleware, the proxy's
\`operations\` option and the fake's journal. The same table is there as data: \`operations\` of \`@agora-edge/core/contract\`.

{table}

What is required is checked before anything is sent, and so are [the other rules](recording.md#what-is-checked-before-sending); the
[schemas](schemas.md) check the same. A handle is what start or join returned.

What an operation does decides how it is treated:

| It | After a lost answer | Its turn, when calls have to wait | When the page goes away | Behind the proxy |
| --- | --- | --- | --- | --- |
| reads | nothing is in doubt | usual | canceled | needs the grant of what it reads; a list needs a channel of \`authorize\` |
| gets a lease | nothing is in doubt: a lease expires unused | usual | canceled | its answer has a grant |
| starts something | in doubt | usual | goes on | needs the grant of its lease, if there is one; its answer has a grant |
| changes something | in doubt | usual | goes on | needs the grant |
| ends what runs | in doubt | first, and besides the calls of the same user | goes on | needs the grant |

A test writes this file from the definitions of the operations (\`vitest -u\` renews it).
`,
  columns: ["Operation", "What it does", "For pages", "Required", "Address", "Query parameters"],
  effects: {
    read: "reads",
    lease: "gets a lease",
    begin: "starts something",
    change: "changes something",
    end: "ends what runs",
  },
  forPages: ["yes", "no"],
};

const chinese: Words = {
  text: `# 接口一览

SDK 的所有接口。客户端的方法、\`error.operation\`、钩子和中间件、代理的 \`operations\` 选项，以及模拟服务的请求记录，都使用这些名称。同样的内容也可以作为数据使用：\`@agora-edge/core/contract\` 的 \`operations\`。

{table}

必填内容和[其他规则](recording.md#发送前的检查)都在发送之前检查，[Schema](schemas.md) 的检查与之相同。handle 是 start 或 join 的返回值。

接口的作用决定了如何处理它：

| 作用 | 响应丢失时 | 需要排队时 | 页面关闭时 | 经过代理时 |
| --- | --- | --- | --- | --- |
| 读取 | 没有影响 | 正常排队 | 取消 | 需要对应的 grant；列表需要 \`authorize\` 指定频道 |
| 获取 resource ID 或 builderToken | 没有影响：不使用就会过期 | 正常排队 | 取消 | 响应附带 grant |
| 启动录制或任务 | 结果未知 | 正常排队 | 继续执行 | 有 lease 时需要它的 grant；响应附带 grant |
| 更改已有内容 | 结果未知 | 正常排队 | 继续执行 | 需要 grant |
| 停止运行中的内容 | 结果未知 | 最先发送，不占同一用户的名额 | 继续执行 | 需要 grant |

本文件由测试根据接口定义生成（用 \`vitest -u\` 更新）。
`,
  columns: ["接口", "作用", "页面可用", "必填", "地址", "查询参数"],
  effects: {
    read: "读取",
    lease: "获取 resource ID 或 builderToken",
    begin: "启动录制或任务",
    change: "更改已有内容",
    end: "停止运行中的内容",
  },
  forPages: ["是", "否"],
};

/** Requests that lack as much as they can: where one field decides which others there are, it is given. */
const empty: Readonly<Record<string, readonly object[]>> = {
  "recording.start": [{}, { mode: "mix", clientRequest: {} }],
  "sttTasks.start": [{}, { version: "v6", request: {} }],
};

const definitions: readonly Definition[] = [
  recordingOperations,
  sttTasksOperations,
  sttAgentsOperations,
  channelsOperations,
].flatMap((service) => Object.values<Definition>(service));

/** What the schema of an operation misses. Where one of several is enough, its words name them. */
function requiredOf({ name }: Operation): string[] {
  const definition = definitions.find((each) => each.name === name);
  if (!definition) throw new Error(`${name} has no definition.`);
  const schema = toStandardSchema(definition.request)["~standard"];
  const issues = (empty[name] ?? [{}]).flatMap((request) => schema.validate(request).issues ?? []);
  const fields = [...new Set(issues.map(({ path }) => path.join(".")))];
  const choices = issues
    .filter(({ path }) => path.length === 0)
    .map(({ message }) => (message.match(/\b(cname|uid|ip)\b/g) ?? []).join("`/`"));
  return [
    ...fields.filter((field) => field !== "" && !fields.some((other) => other.startsWith(`${field}.`))),
    ...choices,
  ];
}

function document({ text, columns, effects, forPages: [yes, no] }: Words): string {
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(" ");
  const rows = operations.map((operation) => [
    code([operation.name]),
    effects[operation.effect],
    operation.isForPages ? yes : no,
    code(requiredOf(operation)),
    code([`${operation.method} ${operation.path}`]),
    code(operation.query),
  ]);
  const lines = [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return text.replace("{table}", lines.join("\n"));
}

test.each([
  ["docs/operations.md", english],
  ["docs/zh/operations.md", chinese],
])("%s is what the contract says", async (path, words) => {
  await expect(document(words)).toMatchFileSnapshot(`../../${path}`);
});
