// `npm run bench [-- --full] [-- --only P2,P5]`: measures this product against its alternatives, prints how they compare and
// writes bench/results.md; some figures with --full replace their sections of it. Says what misses its aim, and never fails because of it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureApart } from "./lib/child.mjs";
import { keptOf } from "./lib/kept.mjs";
import { describeMachine } from "./lib/machine.mjs";
import { toMarkdown, toSection, toText, withSections } from "./lib/report.mjs";

const figures = [
  { id: "P1", title: "Sizes", file: "p1-sizes" },
  { id: "P2", title: "Time per call, with an instant in-memory fetch", file: "p2-calls" },
  { id: "P3", title: "Calls per second over loopback HTTP", file: "p3-loopback" },
  { id: "P4", title: "Cold start", file: "p4-cold-start" },
  { id: "P5", title: "Errors", file: "p5-errors" },
  // React warns and checks a lot elsewhere.
  { id: "P6", title: "The hook", file: "p6-hook", env: { NODE_ENV: "production" } },
  { id: "P7", title: "Sessions", file: "p7-sessions" },
  { id: "P8", title: "The fake service", file: "p8-fake", needsFull: true },
  { id: "P9", title: "Tests", file: "p9-tests", needsFull: true },
  { id: "P11", title: "Captions", file: "p11-captions" },
  { id: "P10", title: "Supervised recordings", file: "p10-supervised", needsFull: true },
];

const { values } = parseArgs({
  // What a package manager hands on may still have the separator in front.
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { full: { type: "boolean", default: false }, only: { type: "string" } },
});
const { full, only } = values;
const wanted = only
  ?.toUpperCase()
  .split(/[\s,]+/)
  .filter(Boolean);
const unknown = wanted?.filter((each) => !figures.some(({ id }) => id === each)) ?? [];
if (unknown.length > 0 || wanted?.length === 0) {
  const problem = unknown.length > 0 ? `does not know ${unknown.join(", ")}` : "names no figure";
  console.error(`--only ${problem}. There are: ${figures.map(({ id }) => id).join(", ")}`);
  process.exit(2);
}
const chosen = figures.filter(({ id }) => !wanted || wanted.includes(id));

const place = (name) => new URL(name, import.meta.url);
const measured = [];
for (const { id, title, file, env, needsFull } of chosen) {
  const begin = performance.now();
  const found = { id, title, needsFull };
  try {
    const path = place(`figures/${file}.mjs`).href;
    found.result = await measureApart(path, { full }, { minutes: full ? 60 : 5, env });
    found.seconds = (performance.now() - begin) / 1000;
    // A result that cannot be shown is a problem of its figure too.
    found.text = toText(found);
    found.section = toSection(found);
  } catch (error) {
    delete found.result;
    found.problem = error instanceof Error ? error.message : String(error);
    found.text = toText(found);
    found.section = toSection(found);
  }
  measured.push(found);
  console.log(found.text);
}

const missed = measured.flatMap(({ id, result }) =>
  (result?.rows ?? []).filter(({ met }) => met === false).map(({ what }) => `${id} ${what}`),
);
const broken = measured.filter(({ problem }) => problem).map(({ id }) => id);
if (missed.length > 0) console.log(`\nMiss their aim: ${missed.join("; ")}`);
else if (broken.length > 0) console.log("\nNo aim that was measured is missed, but not everything could be measured.");
else console.log("\nAll aims that were measured are met.");
if (broken.length > 0) console.error(`\n✗ COULD NOT BE MEASURED: ${broken.join(", ")}`);

if (only && full) {
  const file = place("results.md");
  const sections = measured.filter(({ problem }) => !problem).map(({ section }) => section);
  writeFileSync(file, withSections(readFileSync(file, "utf8"), sections, describeMachine()));
  console.log(`\nWritten to bench/results.md, in place of what stood there: ${sections.length} of ${measured.length}`);
} else if (only) console.log("\nbench/results.md was left as it is: a quick run of some figures is not written there.");
else {
  const command = `npm run bench${full ? " -- --full" : ""}`;
  const notes = readFileSync(place("notes.md"), "utf8");
  const file = place("results.md");
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const kept = [];
  const sections = measured.map(({ id, needsFull, problem, section }) => {
    const earlier = needsFull && !full && !problem ? keptOf(before, id) : undefined;
    if (earlier) kept.push(id);
    return earlier ?? section;
  });
  writeFileSync(file, toMarkdown({ sections, machine: describeMachine(), command, notes }));
  console.log("\nWritten to bench/results.md");
  if (kept.length > 0) console.log(`Kept there from the last run with --full: ${kept.join(", ")}`);
  if (!full)
    console.log("Only --full measures P8 (a million requests) and P9 (npm test) fully, and all others longer.");
}
