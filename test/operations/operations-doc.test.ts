import { operations } from "@agora-edge/core/contract";
import { expect, test } from "vitest";

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

The effect of an operation decides how it is treated. Only what starts, changes or ends something can be in doubt after a lost answer.
Only reads and leases are canceled when their page goes away. What ends something never waits for other calls of the same user.

A test writes this file from the definitions of the operations (\`vitest -u\` renews it).
`,
  columns: ["Operation", "Address", "Query parameters", "What it does", "For pages"],
  effects: {
    read: "reads",
    lease: "gets a lease, with a grant",
    begin: "starts something, with a grant",
    change: "changes what runs",
    end: "ends what runs",
  },
  forPages: ["yes", "no"],
};

const chinese: Words = {
  text: `# 接口一览

SDK 的所有接口。客户端的方法、\`error.operation\`、钩子和中间件、代理的 \`operations\` 选项，以及模拟服务的请求记录，都使用这些名称。同样的内容也可以作为数据使用：\`@agora-edge/core/contract\` 的 \`operations\`。

{table}

接口的作用决定了如何处理它：只有启动、更改和停止类的接口，响应丢失时结果才可能未知；只有读取和获取 resource ID 会随页面关闭而取消；停止类的接口从不等待同一用户的其他请求。

本文件由测试根据接口定义生成（用 \`vitest -u\` 更新）。
`,
  columns: ["接口", "地址", "查询参数", "作用", "页面可用"],
  effects: {
    read: "读取",
    lease: "获取 resource ID 或 builderToken，附带 grant",
    begin: "启动录制或任务，附带 grant",
    change: "更改运行中的内容",
    end: "停止运行中的内容",
  },
  forPages: ["是", "否"],
};

function document({ text, columns, effects, forPages: [yes, no] }: Words): string {
  const rows = operations.map(({ name, method, path, query, effect, isForPages }) => [
    `\`${name}\``,
    `\`${method} ${path}\``,
    query.map((one) => `\`${one}\``).join(" "),
    effects[effect],
    isForPages ? yes : no,
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
