import { describe, expect, test } from "vitest";
import { collectPages } from "../../site/stage/collect.ts";
import { splitCode } from "../../site/stage/markdown.ts";

const pages = await collectPages({ observed: false });
const twins = pages.flatMap((page) => {
  if (page.language !== "zh-CN" || page.source === undefined) return [];
  const english = pages.find(({ language, slug }) => language === "en" && slug === page.slug);
  return english ? [{ slug: page.slug || "index", english: english.body, chinese: page.body }] : [];
});

const codeOf = (body: string) => splitCode(body).filter(({ isCode }) => isCode);

/** The lines of code without comments, and without those that are written in Chinese. */
const linesOf = (code: string) =>
  code
    .split("\n")
    .map((line) => line.replace(/(^|\s+)(\/\/|\/\*\*?|# ).*$/, "").trim())
    .filter((line) => line !== "");
const isChinese = (line: string | undefined) => /\p{Script=Han}/u.test(line ?? "");

describe.each(twins)("$slug", ({ english, chinese }) => {
  test("the translation has the code of the original, but for comments and words that are shown", () => {
    const [before, after] = [codeOf(english), codeOf(chinese)];
    expect(after.length).toBe(before.length);
    for (const [index, { text }] of after.entries()) {
      const original = linesOf(before[index]?.text ?? "");
      const lines = linesOf(text);
      expect.soft(lines.length, lines[0]).toBe(original.length);
      const compared = lines.map((line, at) => (isChinese(line) ? original[at] : line));
      expect.soft(compared).toEqual(original);
    }
  });

  test("the translation has the sections and the tables of the original", () => {
    const shapeOf = (body: string) =>
      splitCode(body).flatMap(({ isCode, text }) => (isCode ? [] : (text.match(/^(#+|\|)(?= )/gm) ?? [])));
    expect(shapeOf(chinese)).toEqual(shapeOf(english));
  });
});

/** What the Chinese documents of the service say otherwise, or this documentation does. */
const otherWords: readonly [wrong: RegExp, right: string][] = [
  [/Agora (控制台|技术支持)/, "声网控制台、声网技术支持"],
  [/句柄/, "handle"],
  [/令牌|(?<![A-Za-z])Token(?![A-Za-z])/, "token"],
  [/租约|资源 ID/, "resource ID"],
  [/您/, "你"],
  [/客户端密钥/, "客户密钥"],
];

test("Chinese pages have one word for each thing", () => {
  const found = pages
    .filter(({ language }) => language === "zh-CN")
    .flatMap(({ slug, body }) => {
      const texts = splitCode(body).flatMap(({ isCode, text }) =>
        isCode ? [] : [text.replace(/`[^`\n]+`|"[^"\n]+"/g, "")],
      );
      const text = texts.join("\n");
      return otherWords.flatMap(([wrong, right]) => {
        const [word] = wrong.exec(text) ?? [];
        return word === undefined ? [] : [`${slug}: ${word}, better: ${right}`];
      });
    });
  expect(found).toEqual([]);
});

test("no line of a Chinese page ends within a sentence, where a browser would show a blank", () => {
  const broken = pages
    .filter(({ language }) => language === "zh-CN")
    .flatMap(({ slug, body }) =>
      splitCode(body).flatMap(({ isCode, text }) =>
        isCode
          ? []
          : (text.match(/.{0,9}[\p{Script=Han}，、；：。]\n(?=\p{Script=Han}).{1,9}/gu) ?? []).map(
              (at) => `${slug}: ${at}`,
            ),
      ),
    );
  expect(broken).toEqual([]);
});
