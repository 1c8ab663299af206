import { afterEach, expect, test } from "vitest";
import { AgoraError, explainError, setDocsUrl } from "../index.ts";
import { explainError as explainInPage } from "../page.ts";
import { zhCN } from "../locales/zh-CN.ts";

const standard = "https://agora-edge.github.io/agora-edge";
const error = new AgoraError({ kind: "resource-expired", text: ["It is too late.", "Acquire again."] });

afterEach(() => setDocsUrl(standard));

test("an error and its explanation link to the page on its kind, in the language of the explanation", () => {
  expect(error.docs).toBe(`${standard}/errors/resource-expired/`);
  expect(explainError(error).docs).toBe(error.docs);
  expect(explainInPage(error).docs).toBe(error.docs);
  expect(explainError(error, { locale: zhCN }).docs).toBe(`${standard}/zh/errors/resource-expired/`);
});

test("an error that came as JSON is linked too; what is no AgoraError is not", () => {
  expect(explainError(JSON.parse(JSON.stringify(error)), { locale: zhCN }).docs).toContain(
    "/zh/errors/resource-expired/",
  );
  for (const other of [new Error("other"), "text", null]) {
    expect(explainError(other).docs).toBeUndefined();
    expect(explainInPage(other).docs).toBeUndefined();
  }
});

test.each([
  "https://docs.example.com/agora",
  "https://docs.example.com/agora/",
  new URL("https://docs.example.com/agora"),
])("setDocsUrl(%s) leads to pages of one's own", (url) => {
  setDocsUrl(url);
  expect(error.docs).toBe("https://docs.example.com/agora/errors/resource-expired/");
  expect(explainError(error, { locale: zhCN }).docs).toBe("https://docs.example.com/agora/zh/errors/resource-expired/");
});

test("the link is not among the fields that a log prints", () => {
  expect(Object.keys(error)).not.toContain("docs");
  expect(JSON.stringify(error)).not.toContain("docs");
});
