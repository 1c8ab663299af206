import { AgoraError, explainError } from "@agora-edge/core";
import { expect, test } from "vitest";
import { recordingCatalogue } from "../../packages/core/src/catalogue/recording.ts";
import { sttTasksCatalogue } from "../../packages/core/src/catalogue/stt-tasks.ts";
import { en } from "../../packages/core/src/locales/en.ts";
import { zhCN } from "../../packages/core/src/locales/zh-CN.ts";
import { collectPages } from "../../site/stage/collect.ts";
import { addressOf } from "../../site/stage/page.ts";
import { behaviorOf } from "../../site/stage/errors/behavior.ts";

const pages = await collectPages({ observed: false });
const pageOf = (language: string, slug: string) =>
  pages.find((page) => page.language === language && page.slug === slug);

const rows = [...recordingCatalogue.rows, ...sttTasksCatalogue.rows];
const kinds = [...new Set([...rows.map((row) => row[3]), "invalid-request" as const, "proxy-forbidden" as const])];

test.each(kinds)("%s has a page in English and in Chinese, with what it means and what to do", (kind) => {
  const [title, explanation, action] = en[kind];
  const page = pageOf("en", `errors/${kind}`);
  expect(page).toMatchObject({ title, description: `${kind}: ${explanation}` });
  expect(page?.body).toContain(action);
  const chinese = pageOf("zh-CN", `errors/${kind}`);
  expect(chinese).toMatchObject({ title: zhCN[kind][0] });
  expect(chinese?.body).toContain(zhCN[kind][2]);
});

test.each(kinds)("%s: the links of an error lead to its pages", (kind) => {
  const error = new AgoraError({ kind, text: en[kind] });
  const pathIn = (link?: string) => String(link).slice("https://agora-edge.github.io/agora-edge".length);
  const addresses = pages.filter(({ slug }) => slug === `errors/${kind}`).map(addressOf);
  const links = [explainError(error).docs, explainError(error, { locale: zhCN }).docs];
  expect(links.map(pathIn).toSorted()).toEqual(addresses.toSorted());
});

test("every number of the catalogue leads to the page of its kind", () => {
  const lines = pageOf("en", "errors/numbers")?.body.split("\n") ?? [];
  // 400, 404 and the like are read together with the words beside them.
  for (const [, code, , kind] of recordingCatalogue.rows.filter((row) => row[1] > 0 && row[0] !== "*")) {
    const found = lines.some((line) => line.startsWith(`| \`${code}\` `) && line.includes(`/errors/${kind}/`));
    expect.soft(found, `${code} ${kind}`).toBe(true);
  }
});

test("every message of the catalogue leads to the page of its kind", () => {
  const lines = pageOf("en", "errors/messages")?.body.split("\n") ?? [];
  for (const [, code, text, kind] of rows.filter((row) => row[1] === 0)) {
    const found = lines.some((line) => line.startsWith(`| \`${text}\` `) && line.includes(`/errors/${kind}/`));
    expect.soft(found, `${code} ${text}`).toBe(true);
  }
});

test("a page tells what a session really did: a start that met an expired lease is sent again with a new one", async () => {
  const { once, always } = await behaviorOf("resource-expired", "recording.start");
  expect(once).toMatchObject({ requests: 2 });
  expect(once.statuses.at(-1)).toBe("recording");
  expect(always.statuses.at(-1)).toBe("failed");
});
