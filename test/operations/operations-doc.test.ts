import { operations } from "@agora-edge/core/contract";
import { expect, test } from "vitest";

const words = {
  read: "reads",
  lease: "gets a lease, with a grant",
  begin: "begins something, with a grant",
  change: "changes what runs",
  end: "ends what runs",
};

const row = ({ name, method, path, query, effect, isForPages }: (typeof operations)[number]) =>
  `| \`${name}\` | \`${method} ${path}\` | ${query.map((one) => `\`${one}\``).join(" ")} | ${words[effect]} | ${isForPages ? "yes" : "no"} |`;

test("docs/operations.md is what the contract says", async () => {
  const text = `# Operations

Every operation that this SDK has. The names are those of the client's methods, of \`error.operation\`, of hooks and middleware, of the
proxy's \`operations\` option and of the fake's journal. The same table is data: \`operations\` of \`@agora-edge/core/contract\`.

| Operation | Address | Query parameters | What it does | For pages |
|---|---|---|---|---|
${operations.map(row).join("\n")}

What an operation does decides how it is treated: only what begins, changes or ends something can be in doubt after a lost answer; only
reads and leases are called off with their page; what ends something never waits for other calls of the same user.

This file is written by a test from the definitions of the operations (\`vitest -u\` renews it).
`;
  await expect(text).toMatchFileSnapshot("../../docs/operations.md");
});
