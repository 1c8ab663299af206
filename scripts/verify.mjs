// `npm run verify`: goes through every history of the life cycle of sessions up to a stated scope, on all cores.
// `npm run verify -- --deep`: ten minutes of it; `--scope recording` for one part. Exits with 1 when a promise is broken.
import { parseArgs } from "node:util";
import { printHistory } from "../test/verify/report.ts";
import { scopes } from "../test/verify/search/scopes.ts";
import { search } from "../test/verify/search/search.ts";
import { promises, promisesOnTheWay } from "../test/verify/world/promises.ts";

const { values } = parseArgs({
  // What a package manager hands on may still have the separator in front.
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { deep: { type: "boolean", default: false }, scope: { type: "string" } },
});
const wanted = Object.keys(scopes).filter((id) => values.scope === undefined || values.scope === id);
if (wanted.length === 0) {
  console.error(`There is no scope ${values.scope}: ${Object.keys(scopes).join(", ")}.`);
  process.exit(2);
}

const count = (number) => number.toLocaleString("en");
/** Of a deep search, for each scope. */
const deep = { weight: Infinity, states: 2 ** 24, seconds: 600 / wanted.length };
const usual = { states: 2 ** 22, seconds: 600 };

let states = 0;
for (const id of wanted) {
  const { name, weight } = scopes[id];
  const result = await search(id, values.deep ? deep : { ...usual, weight });
  states += result.states;
  const facts = [
    `weight ${result.weight}`,
    `${count(result.states)} states`,
    `${count(result.moves)} moves`,
    `${result.seconds.toFixed(1)} s`,
  ];
  console.log(`${result.failure ? "✗" : "✓"} ${name}: ${facts.join(", ")}`);
  if (result.failure) {
    console.error(`\n${printHistory(id, result.failure)}`);
    process.exit(1);
  }
}
console.log(`${count(states)} states, ${promises.length + promisesOnTheWay.length} promises checked in each:`);
for (const text of [...promises.map((promise) => promise.text), ...promisesOnTheWay]) console.log(`  ${text}`);
