// `npm run bench [-- --full] [-- --only P2,P5]`: measures this product against its alternatives, prints how they compare and
// writes bench/results.md. Says what misses its aim, and never fails because of it.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureApart } from "./lib/child.mjs";
import { describeMachine } from "./lib/machine.mjs";
import { toMarkdown, toText } from "./lib/report.mjs";

const figures = [
  { id: "P1", title: "Sizes", file: "p1-sizes" },
  { id: "P2", title: "Time per call, with an instant in-memory fetch", file: "p2-calls" },
  { id: "P3", title: "Calls per second over loopback HTTP", file: "p3-loopback" },
  { id: "P4", title: "Cold start", file: "p4-cold-start" },
  { id: "P5", title: "Errors", file: "p5-errors" },
  // React warns and checks a lot elsewhere.
  { id: "P6", title: "The hook", file: "p6-hook", env: { NODE_ENV: "production" } },
  { id: "P7", title: "Sessions", file: "p7-sessions" },
  { id: "P8", title: "The fake service", file: "p8-fake" },
  { id: "P9", title: "Tests", file: "p9-tests" },
];

const { values } = parseArgs({
  // What a package manager hands on may still have the separator in front.
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { full: { type: "boolean", default: false }, only: { type: "string" } },
});
const { full, only } = values;
const wanted = only?.toUpperCase().split(/[\s,]+/);
const chosen = figures.filter(({ id }) => !wanted || wanted.includes(id));

const place = (name) => new URL(name, import.meta.url);
const measured = [];
for (const { id, title, file, env } of chosen) {
  const begin = performance.now();
  const found = { id, title };
  try {
    const path = place(`figures/${file}.mjs`).href;
    found.result = await measureApart(path, { full }, { minutes: full ? 60 : 5, env });
  } catch (error) {
    found.problem = error instanceof Error ? error.message : String(error);
  }
  found.seconds = (performance.now() - begin) / 1000;
  measured.push(found);
  console.log(toText(found));
}

const missed = measured.flatMap(({ id, result }) =>
  (result?.rows ?? []).filter(({ met }) => met === false).map(({ what }) => `${id} ${what}`),
);
console.log(missed.length > 0 ? `\nMiss their aim: ${missed.join("; ")}` : "\nAll aims that were measured are met.");
const broken = measured.filter(({ problem }) => problem).map(({ id }) => id);
if (broken.length > 0) console.error(`\n✗ COULD NOT BE MEASURED: ${broken.join(", ")}`);

if (only) console.log("\nbench/results.md was left as it is: it holds whole runs only.");
else {
  const command = `npm run bench${full ? " -- --full" : ""}`;
  const notes = readFileSync(place("notes.md"), "utf8");
  writeFileSync(place("results.md"), toMarkdown({ figures: measured, machine: describeMachine(), command, notes }));
  console.log("\nWritten to bench/results.md");
}
