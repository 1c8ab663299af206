// `npm run verify`: goes through every history of the life cycle of sessions up to a stated scope, on all cores.
//   -- --deep             ten minutes of it
//   -- --scope recording  one part of it
//   -- --random 10000000  so many steps of random histories instead, much longer ones, of all services
//   -- --seed 1           the seed that they begin with; a fresh one by default
//   -- --threads 1        on so many cores
//   -- --replay file      a history that the devtools of a page have exported, instead
// Exits with 1 when a promise is broken, and prints the history as a test.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { freshSeed, searchAtRandom } from "../test/verify/random/search-at-random.ts";
import { promisesInTheEnd } from "../test/verify/random/heal.ts";
import { readHistory } from "../test/verify/replay/read-history.ts";
import { replay } from "../test/verify/replay/replay.ts";
import { printHistory } from "../test/verify/report.ts";
import { randomScopes, scopes } from "../test/verify/search/scopes.ts";
import { search } from "../test/verify/search/search.ts";
import { promises, promisesOnTheWay } from "../test/verify/world/promises.ts";

const { values } = parseArgs({
  // What a package manager hands on may still have the separator in front.
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    deep: { type: "boolean", default: false },
    scope: { type: "string" },
    random: { type: "string" },
    seed: { type: "string" },
    threads: { type: "string" },
    replay: { type: "string" },
  },
});
const count = (number) => Math.round(number).toLocaleString("en");
/** Of a whole search. */
const leastStates = 1_000_000;
const deepSeconds = 600;
const always = [...promises.map((promise) => promise.text), ...promisesOnTheWay];

function listPromises(texts, where) {
  console.log(`${texts.length} promises checked ${where}:`);
  for (const text of texts) console.log(`  ${text}`);
}

async function exhaustively() {
  const wanted = Object.keys(scopes).filter((id) => values.scope === undefined || values.scope === id);
  if (wanted.length === 0) throw new Error(`There is no such scope; there are ${Object.keys(scopes).join(", ")}.`);
  let states = 0;
  const begin = performance.now();
  for (const [index, id] of wanted.entries()) {
    const { name, weight } = scopes[id];
    // What one part does not need is for the others.
    const left = deepSeconds - (performance.now() - begin) / 1000;
    const limits = values.deep
      ? { weight: Infinity, least: weight, states: 2 ** 25, seconds: left / (wanted.length - index) }
      : { weight, least: weight, states: 2 ** 22, seconds: Infinity };
    const result = await search(id, limits);
    states += result.states;
    const sum = `weight ${result.weight}, ${count(result.states)} states, ${count(result.moves)} moves`;
    console.log(`${result.failure ? "✗" : "✓"} ${name}: ${sum}, ${result.seconds.toFixed(1)} s`);
    if (result.failure) return [{ scope: id, ...result.failure }];
  }
  console.log(`${count(states)} states in all`);
  const isWhole = !values.deep && values.scope === undefined;
  if (isWhole && states < leastStates) throw new Error("That is too few: raise the weights in search/scopes.ts.");
  listPromises(always, "in each state");
  return [];
}

async function atRandom(steps) {
  const seed = values.seed === undefined ? freshSeed() : Number(values.seed);
  const threads = values.threads === undefined ? {} : { threads: Number(values.threads) };
  const known = [...Object.keys(scopes), ...randomScopes];
  const scope = known.find((id) => id === values.scope) ?? null;
  if (values.scope !== undefined && scope === null)
    throw new Error(`There is no such scope; there are ${known.join(", ")}.`);
  let told = 0;
  const onProgress = (made) => {
    if (made - told < 1_000_000) return;
    told = made;
    console.log(`  ${count(made)} steps`);
  };
  console.log(`seed ${seed}`);
  const result = await searchAtRandom(steps, seed, { ...threads, scope, onProgress });
  const { user, system } = process.cpuUsage();
  const pace = count(result.steps / ((user + system) / 1e6));
  const sum = `${count(result.steps)} random steps in ${result.seconds.toFixed(1)} s, ${pace} a second of CPU`;
  console.log(`${result.failures.length > 0 ? "✗" : "✓"} ${sum}`);
  listPromises([...always, ...promisesInTheEnd], "after each step, or at the end of a history");
  return result.failures;
}

/** Whether each session of the file does today what it did, and keeps its promises. */
function replayFile(file) {
  const { madeBy, exportedAt, sessions } = readHistory(readFileSync(file, "utf8"));
  console.log(`exported by ${madeBy} on ${exportedAt}`);
  const results = sessions.map((session) => {
    const { steps, difference, broken } = replay(session);
    console.log(`${(difference ?? broken) ? "✗" : "✓"} ${session.service} ${session.key}: ${count(steps)} steps`);
    if (broken) console.error(`  Broken: ${broken}`);
    if (difference) console.error(`  Another outcome: ${difference}`);
    return broken ?? difference;
  });
  listPromises(always, "after each step, as far as one page can tell");
  return results.every((result) => result === null);
}

if (values.replay !== undefined) process.exit(replayFile(values.replay) ? 0 : 1);

const failures = await (values.random === undefined ? exhaustively() : atRandom(Number(values.random)));
for (const failure of failures) console.error(`\n${printHistory(failure.scope, failure)}`);
process.exit(failures.length > 0 ? 1 : 0);
