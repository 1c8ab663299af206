import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const walk = fileURLToPath(new URL("../../examples/deno/walk.mjs", import.meta.url));

test.each([
  ["with Deno KV", []],
  ["with memory only", ["--no-kv"]],
])("examples/deno, %s: proxy and notifications in the real Deno", { timeout: 40_000 }, async (store, args) => {
  const { stdout, stderr } = await run(process.execPath, [walk, ...args], { timeout: 35_000 });
  expect(stderr).toBe("");
  expect(stdout).toMatch(new RegExp(`^deno +http://127\\.0\\.0\\.1:\\d+, ${store}$`, "m"));
  expect(stdout).toMatch(/^bob +Not allowed/m);
  expect(stdout).toMatch(/^agora +says that it is uploaded: .+\.m3u8$/m);
  expect(stdout).toMatch(/^server +took \d+ notifications and recognised as many copies$/m);
  expect(stdout).toMatch(/^attackers +tried 17 things; none was let in, and none has reached Agora$/m);
  expect(stdout).toMatch(/^done$/m);
});
