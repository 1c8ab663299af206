import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const count = 200_000;

test(`${count} requests leave nothing behind but the last of them`, async () => {
  const program = fileURLToPath(new URL("programs/soak.mjs", import.meta.url));
  const { stdout } = await run(process.execPath, ["--expose-gc", program, String(count)], { timeout: 300_000 });
  const report: { requests: number; kept: number; ended: number; growth: number; perSecond: number } =
    JSON.parse(stdout);
  console.log(stdout.trim());
  expect(report.requests).toBeGreaterThanOrEqual(count);
  expect(report.kept).toBe(1000);
  // Recordings came and went as they should, and old ones were forgotten.
  expect(report.ended).toBeGreaterThan(500);
  expect(report.ended).toBeLessThanOrEqual(2000);
  // 2 MB were measured: between 1000 and 2000 recordings are remembered. 100 bytes a request would be 15 MB.
  expect(report.growth).toBeLessThan(6_000_000);
  expect(report.perSecond).toBeGreaterThan(500);
});
