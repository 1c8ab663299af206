import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { afterEach, expect, test } from "vitest";
import { signNotification } from "./fake.ts";
import { acquire, kindOf, startMix } from "./testing/client.ts";

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
  for (const line of ["AGORA_BASE_URL=http", "AGORA_APP_ID=my-app", "AGORA_CUSTOMER_ID=id"]) {
    expect(output()).toContain(`  export ${line}`);
  }
  expect(output()).not.toContain("hidden");
  const page = await (await fetch(`${url}/`)).text();
  expect(page).toContain("<td>recording.acquire</td>");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 20_000);

test("begins with faults, and sends signed notifications", async () => {
  const got: { body: string; signature: unknown }[] = [];
  const webhook = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      got.push({ body, signature: request.headers["agora-signature-v2"] });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => webhook.listen(0, "127.0.0.1", resolve));
  const address = webhook.address();
  const port = typeof address === "object" ? address?.port : 0;
  const flags = [
    "--app-id",
    "a",
    "--customer-id",
    "id",
    "--customer-secret",
    "s",
    "--speed",
    "100",
    "--notify-secret",
    "n",
  ];
  const faults = ["--fault", "recording.acquire=code:406", "--fault", "duplicateStart"];
  const { child, ended, output } = run("--port", "0", "--notify", `http://127.0.0.1:${port}/x`, ...flags, ...faults);
  await expect.poll(output, { timeout: 10_000 }).toContain("Notifications go to http://127.0.0.1");
  const baseUrl = /ready: (\S+)/.exec(output())?.[1] ?? "";
  const client = createAgoraClient({ appId: "a", auth: basicAuth("id", "s"), baseUrl, retry: false });
  expect(await kindOf(acquire(client))).toBe("concurrency-limit");
  expect(await kindOf(startMix(client))).toBe("already-started");
  await expect.poll(() => got.length, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(got[0]?.signature).toBe((await signNotification(got[0]?.body ?? "", "n"))["Agora-Signature-V2"]);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  webhook.closeAllConnections();
  webhook.close();
}, 30_000);

test("tells of notifications that nobody takes, and of requests that its end cuts", async () => {
  const flags = ["--customer-id", "id", "--customer-secret", "s", "--app-id", "a", "--speed", "1000"];
  const faults = ["--fault", "recording.query=hang"];
  const { child, ended, output } = run("--port", "0", "--notify", "http://127.0.0.1:9/", ...flags, ...faults);
  await expect.poll(output, { timeout: 10_000 }).toContain("ready: ");
  const baseUrl = /ready: (\S+)/.exec(output())?.[1] ?? "";
  expect((await fetch(baseUrl, { method: "HEAD" })).status).toBe(200);
  expect(await (await fetch(`${baseUrl}/__fake/`)).json()).toMatchObject({ "POST advance": "{ ms }" });
  const client = createAgoraClient({ appId: "a", auth: basicAuth("id", "s"), baseUrl, retry: false });
  const handle = await startMix(client);
  await expect.poll(output, { timeout: 10_000 }).toMatch(/^notification \d+ was not received: no answer$/m);
  const query = kindOf(client.recording.query(handle));
  const page = async () => (await fetch(`${baseUrl}/`)).text();
  await expect.poll(page, { timeout: 10_000 }).toContain("<td>recording.query</td>");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(await query).toBe("network-error");
  expect(output()).toMatch(/^cut GET \/v1\/apps\/a\/cloud_recording\/.*query \d+ ms$/m);
}, 20_000);

test("--join lets users publish from the beginning", async () => {
  const { output } = run("--port", "0", "--join", "room-1:1001", "--join", "room:2:alice");
  await expect.poll(output, { timeout: 10_000 }).toContain("ready: ");
  const url = /ready: (\S+)/.exec(output())?.[1] ?? "";
  const page = await (await fetch(url)).text();
  expect(page).toContain("<td>room-1</td><td>1001</td>");
  expect(page).toContain("<td>room:2</td><td>alice</td>");
  const wrong = run("--join", "room-1");
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toContain("--join needs a channel and a uid, as room-1:1001, not room-1.");
}, 20_000);

test("--help says where the controls are", async () => {
  const { ended, output } = run("--help");
  expect(await ended).toBe(0);
  expect(output()).toContain("GET /__fake/");
}, 20_000);

test.each([
  [["--fault", "sunshine"], "neither a fault nor a scenario"],
  [["--notify", "here"], "--notify needs an address"],
])(
  "%j is refused",
  async (flags, why) => {
    const { ended, output } = run(...flags);
    expect(await ended).toBe(1);
    expect(output()).toContain(why);
  },
  20_000,
);

test("wrong flags are told", async () => {
  const { ended, output } = run("--speed", "fast");
  expect(await ended).toBe(1);
  expect(output()).toContain("--speed needs a number above 0, not fast.");
}, 20_000);

test("ids are other ones in each run and after each reset, unless a seed is given", async () => {
  const ids = async (...flags: string[]) => {
    const { child, ended, output } = run("--port", "0", "--quiet", ...flags);
    await expect.poll(output, { timeout: 10_000 }).toContain("Seed: ");
    const url = /ready: (\S+)/.exec(output())?.[1] ?? "";
    const seed = /Seed: (\S+)/.exec(output())?.[1];
    const requestId = async () => (await fetch(`${url}/v1/other`)).headers.get("x-request-id");
    const reset = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const first = await requestId();
    await fetch(`${url}/__fake/reset`, reset);
    const second = await requestId();
    child.kill("SIGTERM");
    await ended;
    return { seed, first, second };
  };
  const [one, other] = await Promise.all([ids(), ids()]);
  expect(new Set([one.first, one.second, other.first, other.second]).size).toBe(4);
  const again = await ids("--seed", one.seed ?? "");
  expect(again).toEqual({ seed: one.seed, first: one.first, second: one.first });
}, 30_000);
