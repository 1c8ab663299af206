// `node reference/check.ts`: no exported symbol without a sentence, and never more members without one.
import { readEntries } from "./symbols.ts";

/** How many are left. Lower it when you have written some; it never grows. */
const allowed = { symbols: 0, members: 470 };

const entries = readEntries();
// The same symbol can come from several entries.
const symbols = new Map(
  entries.flatMap(({ name, symbols: all }) =>
    all.map((symbol) => [`${symbol.name} ${symbol.declaration}`, { ...symbol, entry: name }]),
  ),
);
const silent = [...symbols.values()].filter(({ summary, isDeprecated }) => summary === "" && !isDeprecated);
const members = [...symbols.values()].flatMap(({ name, undocumentedMembers }) =>
  undocumentedMembers.map((member) => `${name}.${member}`),
);

const problems = [
  silent.length > allowed.symbols ? silent.map(({ entry, name }) => `${entry}: ${name}`).join("\n") : "",
  members.length > allowed.members && process.argv.includes("--members") ? members.join("\n") : "",
].filter(Boolean);
console.log(
  `${symbols.size} symbols: ${silent.length} without a sentence (${allowed.symbols} allowed), ${members.length} members without one (${allowed.members} allowed)`,
);
if (silent.length > allowed.symbols || members.length > allowed.members) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
