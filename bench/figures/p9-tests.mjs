// P9: how long `npm test` takes on a machine that has nothing yet, and the next time.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/lib/workspace.mjs";
import { alone } from "../lib/compare.mjs";

const report = join(root, "node_modules", ".cache", "vitest-report.json");

/** Seconds of a command, which has to succeed. When it does not, what it says about failures is the reason. */
async function secondsOf(command, args, cwd) {
  const begin = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  if (code === 0) return (performance.now() - begin) / 1000;
  const lines = output.split("\n").filter((line) => /FAIL|✗|passed, \d+ failed|Error:/.test(line));
  throw new Error([`${command} ${args.join(" ")} failed`, ...new Set(lines.slice(0, 20))].join("\n"));
}

async function runTwice() {
  const folder = await mkdtemp(join(tmpdir(), "agora-edge-bench-"));
  try {
    await secondsOf("git", ["clone", "--quiet", "--no-hardlinks", root, folder], root);
    const cold = await secondsOf("npm", ["test"], folder);
    const warm = await secondsOf("npm", ["test"], folder);
    return [
      alone({ what: "`npm test` in a fresh clone (cold)", unit: "s", value: cold }),
      alone({ what: "`npm test` again (warm)", unit: "s", value: warm, aim: { below: 120 } }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The tests alone, as their last run in this folder noted it. */
function readLastRun() {
  if (!existsSync(report))
    return { rows: [], notes: ["Measured with --full; no `npm test` was run here to read from."] };
  const { startTime, testResults, numTotalTests } = JSON.parse(readFileSync(report, "utf8"));
  const seconds = (Math.max(...testResults.map((file) => file.endTime)) - startTime) / 1000;
  const when = new Date(startTime).toISOString().slice(0, 10);
  return {
    rows: [alone({ what: `the ${numTotalTests} tests of the last \`npm test\``, unit: "s", value: seconds })],
    notes: [
      `Not measured now, but read from the report of ${when}: the tests alone, without build and checks. --full measures cold and warm.`,
    ],
  };
}

export async function measure({ full }) {
  if (!full) return readLastRun();
  const rows = await runTwice();
  return {
    rows,
    notes: [
      "Of what is committed. Cold: nothing installed in the folder; packages may come from a cache of the machine.",
    ],
  };
}
