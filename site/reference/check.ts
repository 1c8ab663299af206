// `node reference/check.ts`: no exported symbol without a sentence, and no member of a type that needs one.
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

console.log(`${symbols.size} symbols: ${silent.length} without a sentence, ${members.length} members without one`);
if (silent.length > 0 || members.length > 0) {
  console.error([...silent.map(({ entry, name }) => `${entry}: ${name}`), ...members].join("\n"));
  process.exitCode = 1;
}
