import type { Miniflare } from "miniflare";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { startWorkerd } from "./workerd.ts";

const fake = createFakeAgora({ rateLimit: false });
let served: Awaited<ReturnType<typeof serveFakeAgora>>;
/** With a token for its callers, and deployed without one. */
let workers: Record<"whole" | "withoutToken" | "withEmptyToken", Miniflare>;
let asked = 0;

beforeAll(async () => {
  served = await serveFakeAgora(fake);
  const conditions = ["workerd", "worker", "browser"];
  const script = await bundle("../../examples/edge-recording/worker.ts", { format: "esm", conditions });
  const bindings = {
    AGORA_APP_ID: fake.appId,
    AGORA_CUSTOMER_ID: fake.customerId,
    AGORA_CUSTOMER_SECRET: fake.customerSecret,
    AGORA_BASE_URL: served.url,
    STORAGE_BUCKET: "my-recordings",
    STORAGE_ACCESS_KEY: "demo-access-key",
    STORAGE_SECRET_KEY: "demo-secret-key",
  };
  workers = {
    whole: startWorkerd(script, { bindings: { ...bindings, APP_TOKEN: "of-the-app" } }),
    withoutToken: startWorkerd(script, { bindings }),
    withEmptyToken: startWorkerd(script, { bindings: { ...bindings, APP_TOKEN: "" } }),
  };
  await Promise.all(Object.values(workers).map((worker) => worker.ready));
}, 30_000);
afterAll(async () => {
  await Promise.all(Object.values(workers).map((worker) => worker.dispose()));
  await served.close();
});
beforeEach(() => void (asked = fake.requestCount));

const sent = () => fake.requestCount - asked;

const json = { "content-type": "application/json" };
const authorization = "Bearer of-the-app";

async function post(path: string, body: string, headers: Record<string, string>, worker = workers.whole) {
  return fetch(new URL(path, await worker.ready), { method: "POST", body, headers });
}

const order = JSON.stringify({ cname: "room-1" });

describe("who may call", () => {
  test.each([
    "Bearer undefined",
    "Bearer null",
    "Bearer ",
    "Bearer",
    "",
    "of-the-app",

    "Bearer of-the-ap",
  ])("nobody is let in with %j, whether a token is set or not", async (given) => {
    for (const worker of Object.values(workers)) {
      const headers = { ...json, ...(given === "" ? {} : { authorization: given }) };
      expect((await post("/resources", order, headers, worker)).status).toBe(401);
    }
    expect(sent()).toBe(0);
  });

  test.each<[name: string, status: number, headers: Record<string, string>]>([
    ["a page of another site", 403, { ...json, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a page of another site in a browser without Sec-Fetch-Site", 403, { ...json, origin: "https://evil.example" }],
    ["text that holds JSON", 415, { "content-type": "text/plain" }],
  ])("%s is refused: %i", async (_, status, headers) => {
    expect((await post("/resources", order, { authorization, ...headers })).status).toBe(status);
    expect(sent()).toBe(0);
  });

  test("a server with the token is let in", async () => {
    expect((await post("/resources", order, { authorization, ...json })).status).toBe(200);
  });
});

describe("what may be sent", () => {
  test.each<[name: string, body: string, status: number]>([
    ["a megabyte", JSON.stringify({ cname: "room-1", more: "x".repeat(1_000_000) }), 413],
    ["no JSON", "{", 400],
    ["null", "null", 400],
    ["a text", '"room-1"', 400],
  ])("%s is refused: %i", async (_, body, status) => {
    expect((await post("/resources", body, { authorization, ...json })).status).toBe(status);
    expect(sent()).toBe(0);
  });

  test("uids are the server's, whatever is sent", async () => {
    const participant = { uid: "1001", pubBotUid: "1001", subBotUid: "1001" };
    const send = async (path: string, body: object) => {
      const answer = await post(path, JSON.stringify(body), { authorization, ...json });
      const told: Record<string, unknown> = await answer.json();
      return told;
    };
    const uidsOf = () => JSON.stringify(fake.requests.at(-1)?.body);

    const resource = await send("/resources", { cname: "room-2", ...participant });
    expect(uidsOf()).toContain('"uid":"900001"');
    await send("/recordings", { ...resource, ...participant });
    expect(uidsOf()).toContain('"uid":"900001"');
    await send("/transcriptions", { channelName: "room-2", ...participant, rtcConfig: participant });
    expect(uidsOf()).toContain('"pubBotUid":"900002"');
    const lease = await send("/v6/tokens", { instanceId: "room-3" });
    await send("/v6/tasks", { lease, channelName: "room-3", rtcConfig: participant });
    expect(uidsOf()).toContain('"subBotUid":"900003"');
    expect(fake.requests.map(({ body }) => JSON.stringify(body)).join()).not.toContain("1001");
  });
});
