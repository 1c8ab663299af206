import { expect, test } from "vitest";
import { fileOf, snippetsIn } from "../../site/snippets/extract.ts";
import { sayGiven } from "../../site/snippets/say-given.ts";

const page = [
  "# Title",
  "",
  "```sh",
  "npm test",
  "```",
  "",
  "<!-- given: agora, token -->",
  "```ts",
  "agora.recording;",
  "```",
  "```tsx",
  "<p />;",
  "```",
].join("\n");

test("blocks of TypeScript are found with their lines and with what they take as given", () => {
  expect(snippetsIn(page, "page.md")).toEqual([
    { source: "page.md", line: 9, extension: "ts", code: "agora.recording;", given: ["agora", "token"] },
    { source: "page.md", line: 12, extension: "tsx", code: "<p />;", given: [] },
  ]);
});

test("a file declares what is given before the code, one line each, so that its lines can be counted", () => {
  const [first] = snippetsIn(page, "page.md");
  const { text, offset } = fileOf(first!);
  expect(text.split("\n")[offset]).toBe("agora.recording;");
});

test("nobody can take as given what is not declared", () => {
  const [first] = snippetsIn(page.replace("token", "magic"), "page.md");
  expect(() => fileOf(first!)).toThrow('page.md:9: nobody knows what "magic" is');
});

test("readers of the site are told what is given", () => {
  expect(sayGiven(page, "en")).toContain("*Given: `agora`, a client of `createAgoraClient`; `token`, an RTC token");
  expect(sayGiven(page, "zh-CN")).toContain("本例使用：`agora`（`createAgoraClient` 创建的客户端）、`token`（");
});

test("a block with a title is that file, so that blocks of one page can import each other", () => {
  const [snippet] = snippetsIn('```tsx title="src/app.tsx"\nexport const one = 1;\n```\n', "page.md");
  expect(snippet).toMatchObject({ extension: "tsx", title: "src/app.tsx" });
});
