import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const command = fileURLToPath(new URL("cli.ts", import.meta.url));
const running: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function run(...flags: string[]) {
  const child = spawn(process.execPath, [command, ...flags]);
  running.push(child);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended, output: () => output };
}

test("says where it is, serves, logs, and ends when told to", async () => {
  const flags = ["--app-id", "my-app", "--customer-id", "id", "--customer-secret", "hidden", "--speed", "60"];
  const { child, ended, output } = run("--port", "0", "--seed", "x", ...flags);
  await expect
    .poll(output, { timeout: 10_000 })
    .toMatch(/ready: http:\/\/127\.0\.0\.1:\d+ appId=my-app customerId=id\n/);
  const url = /ready: (\S+)/.exec(output())?.[1] ?? "";
  const response = await fetch(`${url}/v1/apps/my-app/cloud_recording/acquire`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa("id:hidden")}`, "content-type": "application/json" },
    body: JSON.stringify({ cname: "a", uid: "1", clientRequest: {} }),
  });
  expect(response.status).toBe(200);
  await expect.poll(output).toMatch(/^200 POST \/v1\/apps\/my-app\/cloud_recording\/acquire \d+ ms$/m);
  expect(output()).not.toContain("hidden");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 20_000);

test("wrong flags are told", async () => {
  const { ended, output } = run("--speed", "fast");
  expect(await ended).toBe(1);
  expect(output()).toContain("--speed needs a number above 0, not fast.");
}, 20_000);
