import { expect, test } from "vitest";
import { pickText } from "../explain/explain-error.ts";
import type { Locale } from "../errors/explanation.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { en } from "../locales/en.ts";
import { reasons } from "../locales/en/reasons.ts";
import { zhCN } from "../locales/zh-CN.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import { type DocumentedFailure, documentedFailures } from "./testing/documented-failures.ts";
import { enWords, type ErrorsDocWords, zhWords } from "./testing/errors-doc-words.ts";

const local: readonly AgoraErrorKind[] = [
  "dns-failure",
  "network-error",
  "client-timeout",
  "non-json-response",
  "unexpected-redirect",
  "unexpected-response",
  "aborted",
  "invalid-config",
  "invalid-request",
  "invalid-state",
  "storage-failed",
  "invalid-signature",
  "proxy-unauthenticated",
  "proxy-forbidden",
  "proxy-rejected",
];

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (columns: readonly string[], rows: Iterable<string>) =>
  [row(columns), `|${columns.map(() => "---|").join("")}`, ...rows].join("\n");

const inWords = ([, explanation, action]: readonly string[], { space }: ErrorsDocWords) =>
  `${explanation}${space}${action}`;

function signs([, , status, { code, message, reason }]: DocumentedFailure, words: ErrorsDocWords): string {
  const text = message ?? reason;
  const named = [code === undefined ? "" : words.code(code), text === undefined ? "" : `"${text}"`].filter(Boolean);
  return named.length > 0 ? named.join(words.comma) : `HTTP ${status}`;
}

const repeat = ([, , , , , policy, seconds, unknown]: DocumentedFailure, words: ErrorsDocWords): string =>
  words.policy(policy) + (seconds.length > 0 ? words.pauses(seconds) : "") + (unknown ? words.inDoubt : "");

function failures(service: "recording" | "stt", locale: Locale, words: ErrorsDocWords): string {
  const rows = documentedFailures
    .filter(([of]) => of === service)
    .map((failure) => {
      const [, operations, , , kind] = failure;
      const prefix = service === "recording" ? "recording" : "sttTasks";
      const [first] = operations.split(" ");
      const text = pickText(locale, kind, `${prefix}.${first}` as AgoraOperation);
      const where = operations.split(" ").length > 4 ? words.any : operations.replaceAll(" ", ", ");
      return row([`\`${kind}\``, where, signs(failure, words), repeat(failure, words), inWords(text, words)]);
    });
  return table(words.columns, new Set(rows));
}

function document(locale: Locale, words: ErrorsDocWords): string {
  const known = Object.keys(reasons).map((key) => {
    const reason = key.slice("reason:".length);
    return row([`\`${reason}\``, inWords(pickText(locale, "invalid-parameter", undefined, reason), words)]);
  });
  const own = local.map((kind) => row([`\`${kind}\``, inWords(pickText(locale, kind), words)]));
  return [
    words.head
      .replace("{doubt}", inWords(locale["in-doubt"], words))
      .replace("{reasons}", table(words.reasonColumns, known)),
    `## ${words.local}\n`,
    table(words.localColumns, own),
    `\n## ${words.recording}\n`,
    failures("recording", locale, words),
    `\n## ${words.stt}\n`,
    `${failures("stt", locale, words)}\n`,
  ].join("\n");
}

test.each([
  ["docs/errors.md", en, enWords],
  ["docs/zh/errors.md", zhCN, zhWords],
])("%s says what the catalogue says", async (path, locale, words) => {
  await expect(document(locale, words)).toMatchFileSnapshot(`../../../../${path}`);
});
