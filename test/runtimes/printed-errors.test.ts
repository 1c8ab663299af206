import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const cwd = fileURLToPath(new URL("programs", import.meta.url));
const binary = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
const secrets = [
  "session-secret",
  "storage-secret",
  "builder-secret",
  "customer-secret",
  btoa("customer-id:customer-secret"),
];

async function printed(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const options = { cwd, env: { ...env, NO_COLOR: "1" }, timeout: 30_000 };
  const { stdout, stderr } = await run(command, [...args, "printed-errors.mjs"], options);
  return stdout + stderr;
}

/** What a program printed: how many errors, and which secrets. */
const read = (text: string) => ({
  errors: text.match(/"kind":"(network-error|invalid-config)"/g)?.length,
  secrets: secrets.filter((secret) => text.includes(secret)),
});

/** Two calls of each of the four clients. */
const clean = { errors: 8, secrets: [] };

test("what Node prints of an error holds no secret", { timeout: 40_000 }, async () => {
  expect(read(await printed(process.execPath, []))).toEqual(clean);
});

test("what Deno prints of an error holds no secret", { timeout: 40_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "deno-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const flags = ["--no-prompt", "--cached-only", "--no-lock", "--node-modules-dir=manual", "--no-check"];
  const env = { ...process.env, DENO_DIR: folder, DENO_NO_UPDATE_CHECK: "1" };
  const args = ["run", ...flags, "--allow-net=127.0.0.1"];
  expect(read(await printed(binary("deno"), args, env))).toEqual(clean);
});

test("what Bun prints of an error holds no secret", { timeout: 40_000 }, async () => {
  expect(read(await printed(binary("bun"), ["run"]))).toEqual(clean);
});
