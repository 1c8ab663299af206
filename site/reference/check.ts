// `node reference/check.ts`: no exported symbol without a sentence, no member of a type that needs one, and none of these sentences
// without its Chinese.
import { textsOf, translations } from "./comments.ts";
import { readEntries } from "./symbols.ts";

const entries = readEntries();
// The same symbol can come from several entries.
const symbols = new Map(
  entries.flatMap(({ name, symbols: all }) =>
    all.map((symbol) => [`${symbol.name} ${symbol.declaration}`, { ...symbol, entry: name }]),
  ),
);
const silent = [...symbols.values()].filter(({ summary, isDeprecated }) => summary === "" && !isDeprecated);
const members = [...new Set([...symbols.values()].flatMap(({ undocumentedMembers }) => undocumentedMembers))];
const texts = new Set(entries.flatMap(({ symbols: all }) => all.flatMap(textsOf)));
const english = [...texts].filter((text) => !translations().has(text));
const stale = [...translations().keys()].filter((text) => !texts.has(text));

console.log(
  `${symbols.size} symbols: ${silent.length} without a sentence, ${members.length} members without one; ` +
    `${texts.size} sentences: ${english.length} without their Chinese, ${stale.length} translations of nothing`,
);
if (silent.length + members.length + english.length + stale.length > 0) {
  console.error(
    [
      ...silent.map(({ entry, name }) => `${entry}: ${name}`),
      ...members,
      ...english.map((text) => `Not in site/reference/zh-CN: ${text}`),
      ...stale.map((text) => `In site/reference/zh-CN, and nowhere else: ${text}`),
    ].join("\n"),
  );
  process.exitCode = 1;
}
