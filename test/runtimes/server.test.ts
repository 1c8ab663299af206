import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request as sendRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createAgoraClient, type RecordingHandle } from "@agora-edge/core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { negative, positive, servicesOf } from "../../packages/core/src/tokens/testing/vectors.ts";
import { bundle } from "./bundle.ts";
import type { ServerSmokeInput } from "./server-smoke.ts";
import { startService, type Service } from "./service.ts";
import { startWorkerd } from "./workerd.ts";

const run = promisify(execFile);
const programs = fileURLToPath(new URL("programs", import.meta.url));
const binary = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

const valid = positive[0];
const input: ServerSmokeInput = {
  tokens: positive.map((vector) => {
    const { appId, appCertificate, issueTs: issuedAt, salt, hex, token } = vector;
    const content = `2000${hex.signature}${hex.signingInfo}`;
    return { appId, appCertificate, issuedAt, salt, content, token, ...servicesOf(vector) };
  }),
  impossible: negative.flatMap((vector) =>
    vector.input ? [{ services: [{ type: 10 }], expiresIn: 60, ...vector.input }] : [],
  ),
  unreadable: negative.flatMap(({ token, expect: expected }) =>
    token && expected.startsWith("refused") ? [token] : [],
  ),
  forged: negative.flatMap(({ token, appCertificate, expect: expected }) =>
    token && appCertificate && expected.includes("signature check fails") ? [{ token, appCertificate }] : [],
  ),
  notifications: [
    {
      secret: "secret",
      body: '{"eventMs":1560408533119,"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}',
      v1: "033c62f40f687675f17f0f41f91a40c71c0f134c",
      v2: "6d3320c60b11101395b7fc8f9068748808a0aa1bfa064438e39d1bc2c7d74d99",
    },
    {
      secret: "test-secret",
      body: '{"noticeId":"spec-0001","productId":3,"eventType":40,"notifyMs":1700000000123,"payload":{"cname":"room-1","uid":"527841","sid":"0123456789abcdef0123456789abcdef","sequence":0,"sendts":1700000000000,"serviceType":1,"details":{"msgName":"recorder_started","status":0}}}',
      v1: "c569449cf27bf4be1c7aef807faef24f48f9405d",
      v2: "cc82444c0afe8ceaeb0061d000adc6949b0e5b43ebebd334409c13c6c2d4756f",
    },
  ],
};

/** All of them. */
const expected = {
  built: 16,
  parsed: 16,
  impossible: 3,
  unreadable: 3,
  forged: 3,
  verified: 2,
  rewritten: 2,
  presigned: 1,
  played: 1,
};

describe("S09 tokens and notifications are as documented", () => {
  const programIn = async (command: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
    const options = { cwd: programs, env: { ...process.env, ...env, NO_COLOR: "1" }, timeout: 30_000 };
    const { stdout } = await run(command, [...args, "server.mjs", JSON.stringify(input)], options);
    return JSON.parse(stdout) as unknown;
  };
  const core = expect.stringMatching(/\/core\/dist\/server\.js$/);

  test("in Node", { timeout: 40_000 }, async () => {
    expect(await programIn(process.execPath, [])).toEqual({ ...expected, core });
  });

  test("in Deno, with no permission at all", { timeout: 40_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "deno-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const flags = ["--no-prompt", "--cached-only", "--no-lock", "--node-modules-dir=manual", "--no-check"];
    const env = { DENO_DIR: folder, DENO_NO_UPDATE_CHECK: "1" };
    expect(await programIn(binary("deno"), ["run", ...flags], env)).toEqual({ ...expected, core });
  });

  test("in Bun", { timeout: 40_000 }, async () => {
    expect(await programIn(binary("bun"), ["run"])).toEqual({ ...expected, core });
  });

  test("in workerd, without Node compatibility", { timeout: 40_000 }, async () => {
    const script = await bundle("workers/server.ts", { format: "esm", conditions: ["workerd", "worker", "browser"] });
    const workerd = startWorkerd(script);
    onTestFinished(() => workerd.dispose());
    const answer = await workerd.dispatchFetch("http://worker.test/", { method: "POST", body: JSON.stringify(input) });
    expect(await answer.json()).toEqual({ ...expected, process: "undefined", buffer: "undefined" });
  });
});

test("the vectors are those that were meant", () => {
  expect(valid?.name).toBe("rtc-int-uid-publisher");
  expect(Object.fromEntries(Object.entries(input).map(([name, list]) => [name, list.length]))).toEqual({
    tokens: 16,
    impossible: 3,
    unreadable: 3,
    forged: 3,
    notifications: 2,
  });
});

describe("the proxy in workerd", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  async function startProxy(cname: string) {
    const { baseUrl, appId, customerId, customerSecret } = service.target(cname);
    const script = await bundle("workers/proxy.ts", { format: "esm", conditions: ["workerd", "worker", "browser"] });
    const bindings = { BASE_URL: baseUrl, APP_ID: appId, CUSTOMER_ID: customerId, CUSTOMER_SECRET: customerSecret };
    const workerd = startWorkerd(script, { bindings, quiet: true });
    onTestFinished(() => workerd.dispose());
    const origin = await workerd.ready;
    const { recording } = createAgoraClient({ appId, baseUrl: new URL("/api/agora", origin).href });
    const stored = async () => (await (await fetch(new URL("/stored", origin))).json()) as RecordingHandle[];
    const mine = () => service.fake.recordings.filter((each) => each.cname === cname);
    return { origin, appId, recording, stored, mine };
  }

  /** Sends as a tab does that is closed in the middle: workerd hears of a connection that is reset. */
  async function sendAndLeave(url: URL, body: object, grant: string | undefined, headers: Record<string, string> = {}) {
    const request = sendRequest(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-agora-edge-grant": grant ?? "", ...headers },
    });
    const left = once(request, "error");
    request.end(JSON.stringify(body));
    await pause(300);
    request.socket?.resetAndDestroy();
    await left;
  }

  /** Waits until it is so. */
  async function eventually(holds: () => Promise<boolean> | boolean, ms = 2000): Promise<boolean> {
    for (let turn = 0; turn < ms / 50; turn++) {
      if (await holds()) return true;
      await pause(50);
    }
    return false;
  }

  const clientRequest = { recordingConfig: { channelType: 0 } };

  test("a tab that is closed in the middle of a start leaves a stored handle", { timeout: 30_000 }, async () => {
    const { origin, appId, recording, stored, mine } = await startProxy("closed-start");
    const { cname, uid, resourceId, grant } = await recording.acquire({ cname: "closed-start", uid: "900001" });
    const start = new URL(
      `/api/agora/v1/apps/${appId}/cloud_recording/resourceid/${resourceId}/mode/mix/start`,
      origin,
    );
    // A second, on the fake's clock.
    service.fake.fail("recording.start", { delay: 60_000 });
    await sendAndLeave(start, { cname, uid, clientRequest }, grant);
    expect(await stored()).toEqual([]);
    expect(await eventually(async () => (await stored()).length === 1)).toBe(true);
    expect(await stored()).toMatchObject([{ cname, uid, sid: mine()[0]?.sid, grant: expect.any(String) }]);
  });

  test("and of a stop whose first attempt is lost has stopped it", { timeout: 30_000 }, async () => {
    const { origin, appId, recording, mine } = await startProxy("closed-stop");
    const lease = await recording.acquire({ cname: "closed-stop", uid: "900001" });
    const handle = await recording.start({ ...lease, mode: "mix", clientRequest });
    const { cname, uid, resourceId, sid, grant } = handle;
    await pause(500);
    const path = `/api/agora/v1/apps/${appId}/cloud_recording/resourceid/${resourceId}/sid/${sid}/mode/mix/stop`;
    // Repeated after three seconds, when nobody is there any more.
    service.fake.fail("recording.stop", { network: true });
    await sendAndLeave(new URL(path, origin), { cname, uid, clientRequest: {} }, grant);
    expect(mine()[0]?.ending).not.toBe("requested");
    expect(await eventually(() => mine()[0]?.ending === "requested", 8000)).toBe(true);
  });

  // What gives the first test its meaning.
  test("without waitUntil nothing would be stored", { timeout: 30_000 }, async () => {
    const { origin, appId, recording, stored } = await startProxy("closed-lost");
    const { cname, uid, resourceId, grant } = await recording.acquire({ cname: "closed-lost", uid: "900001" });
    const path = `/api/agora/v1/apps/${appId}/cloud_recording/resourceid/${resourceId}/mode/mix/start`;
    service.fake.fail("recording.start", { delay: 60_000 });
    await sendAndLeave(new URL(path, origin), { cname, uid, clientRequest }, grant, { "x-no-context": "1" });
    expect(await eventually(async () => (await stored()).length > 0)).toBe(false);
  });
});
