import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("npm start: the example's walk ends well and shows what it promises", { timeout: 50_000 }, async () => {
  const main = fileURLToPath(new URL("../../examples/edge-recording/main.mjs", import.meta.url));
  const { stdout, stderr } = await run(process.execPath, [main], { timeout: 45_000 });
  expect(stderr).toBe("");
  const headings = Array.from(stdout.matchAll(/^(.+)\n─+$/gm), ([, heading]) => heading?.split("  ")[0]);
  expect(headings).toEqual(["1", "2", "3", "4", "5", "6", "A", "B", "C", "Done"]);
  expect(stdout).toContain("in-progress");
  expect(stdout).toContain(".m3u8");
  expect(stdout).toContain("resource ID 已过期");
  expect(stdout).not.toMatch(/[{}]|undefined|\[object/);
});
