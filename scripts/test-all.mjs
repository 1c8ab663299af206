// Everything that `npm test` promises. Stops at the first failure; the last line counts the tests.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./lib/workspace.mjs";

const report = join(root, "node_modules", ".cache", "vitest-report.json");
const begin = performance.now();
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`.padStart(7);

/** Ends the run, whatever still goes on: nobody reads what comes after a failure. */
function finish(passed, failed) {
  console.log(`\n${seconds(begin).trim()} in all`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function fail(name, output) {
  console.error(`\n✗ ${name} FAILED; nothing after it was run.\n\n${output.trim()}`);
  finish(0, 1);
}

async function step(name, command, args, { print = false } = {}) {
  const from = performance.now();
  const { ok, output } = await run(command, args);
  if (!ok) fail(name, output);
  console.log(`✓ ${name.padEnd(44)}${seconds(from)}`);
  if (print) console.log(output.trimEnd().replace(/^/gm, "    "));
}

console.log("Checks");
await step("build", "node", ["scripts/build.mjs"]);
// Two at a time, the long ones first: about what two cores can do.
const queue = [
  () => step("packages (publint, attw)", "node", ["scripts/check-packages.mjs"]),
  () => step("what is published", "node", ["scripts/check-tarballs.mjs"]),
  () => step("public API (api-extractor)", "node", ["scripts/api-reports.mjs"]),
  () => step("unused files and dependencies (knip)", "knip", []),
  () => step("types of everything", "tsc", ["-p", "."]),
  () => step("types of core, without Node", "tsc", ["-p", "packages/core"]),
  // Deno's own check needs packages that are no links: `npm run test:full` has it.
  () => step("types of the examples", "pnpm", ["run", "types:examples"]),
  () => step("code in the documents", "node", ["site/snippets/check.ts"]),
  () => step("exports without a sentence", "node", ["site/reference/check.ts"]),
  () => step("lint", "oxlint", ["--type-aware", "--deny-warnings"]),
  () => step("format", "oxfmt", ["--check", "."]),
  () => step("imports go down only", "node", ["scripts/check-imports.mjs"]),
  () => step("built files", "node", ["scripts/check-built.mjs"]),
  () => step("sizes", "node", ["scripts/check-size.mjs"], { print: true }),
];
async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) await next();
}
await Promise.all([work(), work()]);

console.log("\nThe life cycle of sessions");
await step("every history up to a weight", "node", ["scripts/verify.mjs"], { print: true });
// The same at each run, so that a failure is of the change that brought it.
await step("random histories", "node", ["scripts/verify.mjs", "--random", "300000", "--seed", "1"], { print: true });

console.log("\nTests");
rmSync(report, { force: true });
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const { ok } = await run("vitest", ["run", ...reporters], { show: true });

function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return fail("vitest", "It left no report: see what it printed above.");
  }
}
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, testResults } = readReport();
const skipped = numPendingTests + numTodoTests;
if (skipped > 0) console.error(`\n✗ Skipped: ${skipped}. A skipped test proves nothing, it counts as failed.`);
/** A file that cannot be loaded has no failed test to show for it. */
const unloadable = testResults.filter(
  (file) => file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"),
).length;
const failed = numFailedTests + unloadable + skipped;
// An error outside of any test fails the run too.
finish(numPassedTests, ok && success ? failed : Math.max(1, failed));
