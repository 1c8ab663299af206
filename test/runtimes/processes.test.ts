import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startService, type Service } from "./service.ts";
import { expected } from "./smoke.ts";

const run = promisify(execFile);
const programs = fileURLToPath(new URL("programs", import.meta.url));
const binary = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** Where a program has to find the core. A runtime that reads the project's tsconfig would find its sources. */
const builtCore = expect.stringMatching(/\/core\/dist\/index\.js$/);

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Runs a program outside of vitest and reads the summary that it prints. */
async function runProgram(command: string, args: string[], cname: string, env: NodeJS.ProcessEnv = process.env) {
  const options = { cwd: programs, env: { ...env, NO_COLOR: "1" }, timeout: 30_000 };
  const { stdout } = await run(command, [...args, JSON.stringify(service.target(cname))], options);
  return JSON.parse(stdout);
}

test("Node 24", { timeout: 40_000 }, async () => {
  const summary = await runProgram(process.execPath, ["node.mjs"], "from-node");
  expect(summary).toMatchObject({ ...expected, core: builtCore, runtime: expect.stringMatching(/^node 2[2-9]\./) });
});

test("Deno, with no permission but loopback", { timeout: 40_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "deno-"));
  const flags = ["--no-prompt", "--cached-only", "--no-lock", "--node-modules-dir=manual", "--no-check"];
  const env = { ...process.env, DENO_DIR: folder, DENO_NO_UPDATE_CHECK: "1" };
  try {
    const args = ["run", ...flags, "--allow-net=127.0.0.1", "deno.mjs"];
    const summary = await runProgram(binary("deno"), args, "from-deno", env);
    expect(summary).toMatchObject({ ...expected, core: builtCore, runtime: expect.stringMatching(/^deno 2\./) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("Bun", { timeout: 40_000 }, async () => {
  const summary = await runProgram(binary("bun"), ["run", "bun.mjs"], "from-bun");
  expect(summary).toMatchObject({ ...expected, core: builtCore, runtime: expect.stringMatching(/^bun 1\./) });
});
