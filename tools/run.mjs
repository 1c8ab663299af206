// `npm start` and `npm test` on a bare machine: `node tools/run.mjs <script> [arguments]`.
// Needs Node 20 or newer and npm, nothing else. Puts pnpm (and Node 24, where the running Node is too old) into
// .toolchain/, installs the workspace, runs the script. The second time only the script is run.
import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { installIsCurrent, markInstalled } from "./install-stamp.mjs";
import { getToolchain, root } from "./toolchain.mjs";

const { node, pnpm, binaries } = getToolchain();

const env = { ...process.env };
const pathKey = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
env[pathKey] = [...binaries, env[pathKey]].join(delimiter);
// npm describes the script that it runs in the environment; left there, pnpm and what it starts would believe it.
for (const key of Object.keys(env)) if (/^npm_(package|lifecycle)_/.test(key)) delete env[key];

function run(...args) {
  const { status, error } = spawnSync(node, [pnpm, ...args], { cwd: root, stdio: "inherit", env });
  if (error) console.error(`Could not run pnpm: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

const [script, ...rest] = process.argv.slice(2);
if (!script) {
  console.error("Usage: node tools/run.mjs <script of package.json> [arguments]");
  process.exit(2);
}
if (!installIsCurrent()) {
  console.log("Installing the packages of pnpm-lock.yaml ...");
  run("install", "--frozen-lockfile");
  markInstalled();
}
run("run", script, ...rest);
