import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { freePort } from "./cloudflare-worker-stage.ts";

const run = promisify(execFile);
const walk = fileURLToPath(new URL("../../examples/cloudflare-worker/walk.mjs", import.meta.url));

test("examples/cloudflare-worker runs by one command", { timeout: 60_000 }, async () => {
  const env = { ...process.env, PORT: String(await freePort()) };
  const { stdout } = await run(process.execPath, [walk], { timeout: 55_000, env });
  expect(stdout).toMatch(/^workerd +was killed and started again/m);
  expect(stdout).toMatch(/^recording +broke down for good, and was started again with the spare uid$/m);
  expect(stdout).toMatch(/^alice +stops it: .+\.m3u8$/m);
  expect(stdout).toMatch(/^done$/m);
});
