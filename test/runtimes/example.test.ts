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
  const steps = Array.from({ length: 13 }, (_, index) => `${index + 1}`);
  expect(headings).toEqual([...steps, "A", "B", "C", "D", "Done"]);
  expect(stdout).toContain("in-progress");
  expect(stdout).toContain(".m3u8");
  expect(stdout).toMatch(
    /__uid_s_1001__uid_e_h264\.m3u8 .*\n.*__uid_e_0_h264\.mp4 .*\n.*__uid_s_1002__uid_e_vp8\.mpd /,
  );
  expect(stdout).toMatch(/^ {2}after +\d+ s +stranded.*\n {2}after +\d+ s +uploaded/m);
  expect(stdout).toContain("resource ID 已过期");
  expect(stdout).toMatch(/^ {2}after +\d+ s +running/m);
  expect(stdout.match(/^ {2}100[12] .*$/gm)).toEqual([
    "  1001         en-US   Good morning! Can you hear me?",
    "  1002         en-US   Loud and clear. Shall we begin?",
    "  1001         en-US   Yes, the others will read along.",
    "  1002         zh-CN   我可以说中文吗？",
    "  1001         zh-CN   可以，字幕会跟上。",
  ]);
  expect(stdout).toMatch(/^ {2}after +\d+ s +stopped/m);
  expect(stdout).toContain("builderToken 已过期");
  expect(stdout).not.toMatch(/[{}]|undefined|\[object/);
});
