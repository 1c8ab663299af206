import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { EdgeVM } from "@edge-runtime/vm";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { bundle } from "./bundle.ts";
import { startRedirectServers, type RedirectServers } from "./redirect-servers.ts";
import { expectedOutcomes } from "./redirects.ts";
import { startWorkerd } from "./workerd.ts";

const run = promisify(execFile);
const programs = fileURLToPath(new URL("programs", import.meta.url));
const binary = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

let servers: RedirectServers;
beforeEach(async () => {
  servers = await startRedirectServers();
});
afterEach(() => servers.close());

/** Every call was answered with a redirect, none was believed or repeated, and the other server heard nothing. */
const none = { outcomes: expectedOutcomes, redirects: expectedOutcomes.length, followed: [] };

const seen = (outcomes: unknown) => ({ outcomes, redirects: servers.redirects(), followed: servers.followed() });

describe("a redirect is not followed", () => {
  const target = () => JSON.stringify(servers.target);
  const runProgram = async (command: string, args: string[], env: NodeJS.ProcessEnv = process.env) => {
    const options = { cwd: programs, env: { ...env, NO_COLOR: "1" }, timeout: 30_000 };
    const { stdout } = await run(command, [...args, "redirects.mjs", target()], options);
    return JSON.parse(stdout) as unknown;
  };

  test("in Node", { timeout: 40_000 }, async () => {
    expect(seen(await runProgram(process.execPath, []))).toEqual(none);
  });

  test("in Deno", { timeout: 40_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "deno-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const flags = ["--no-prompt", "--cached-only", "--no-lock", "--node-modules-dir=manual", "--no-check"];
    const env = { ...process.env, DENO_DIR: folder, DENO_NO_UPDATE_CHECK: "1" };
    expect(seen(await runProgram(binary("deno"), ["run", ...flags, "--allow-net=127.0.0.1"], env))).toEqual(none);
  });

  test("in Bun", { timeout: 40_000 }, async () => {
    expect(seen(await runProgram(binary("bun"), ["run"]))).toEqual(none);
  });

  test("in a bare EdgeVM", { timeout: 40_000 }, async () => {
    const vm = new EdgeVM();
    vm.evaluate(await bundle("programs/redirects-vm.ts", { format: "iife", conditions: ["edge-light", "browser"] }));
    expect(seen(JSON.parse(await vm.evaluate(`redirectsAsJson(${JSON.stringify(target())})`)))).toEqual(none);
  });

  test.each(["2024-01-01", "2025-01-01", "2026-11-01"])("in workerd of %s", { timeout: 40_000 }, async (date) => {
    const conditions = ["workerd", "worker", "browser"];
    const workerd = startWorkerd(await bundle("workers/redirects.ts", { format: "esm", conditions }), {
      compatibilityDate: date,
    });
    onTestFinished(() => workerd.dispose());
    const answer = await workerd.dispatchFetch("http://worker.test/", { method: "POST", body: target() });
    expect(seen(await answer.json())).toEqual(none);
  });
});
