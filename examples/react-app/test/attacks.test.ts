import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { json, paths, scriptOf, type Fields } from "./support/script.ts";
import { startWorkerStage, type WorkerStage } from "./support/worker.ts";

let stage: WorkerStage;
let script: ReturnType<typeof scriptOf>;
let asked = 0;

beforeAll(async () => {
  stage = await startWorkerStage();
  script = scriptOf(stage);
});
afterAll(() => stage.close());
beforeEach(() => void (asked = stage.fake.requestCount));

/** What has reached Agora since the test began. */
const sent = () => stage.fake.requestCount - asked;

/** What a browser says of a request that a page of another site makes. */
const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
const cname = "demo-room";

describe("what a page of another site makes a visitor's browser send", () => {
  const acquiring = JSON.stringify({ cname, uid: "900001", clientRequest: {} });

  test.each<[name: string, path: string, init: { method?: string; body?: string; headers?: Fields }]>([
    [
      "a form that acquires: JSON as text/plain, with the visitor's cookie",
      paths.acquire,
      { method: "POST", body: acquiring, headers: { "content-type": "text/plain", ...evil } },
    ],
    [
      "such a form in a browser without Sec-Fetch-Site",
      paths.acquire,
      { method: "POST", body: acquiring, headers: { "content-type": "text/plain", origin: evil.origin } },
    ],
    ["fetch with JSON", paths.acquire, { method: "POST", body: acquiring, headers: { ...json, ...evil } }],
    [
      "fetch with JSON in a browser without Sec-Fetch-Site",
      paths.acquire,
      { method: "POST", body: acquiring, headers: { ...json, origin: evil.origin } },
    ],
    ["fetch that stops a task", `${paths.tasks}/t?builderToken=b`, { method: "DELETE", headers: evil }],
    ["an image", paths.query, { headers: { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" } }],
    ["an image in an older browser", paths.query, {}],
  ])("%s: 403", async (_, path, init) => {
    const answer = await stage.send(script.addressOf(path), {
      ...init,
      headers: { cookie: stage.cookie, ...init.headers },
    });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    expect(await answer.text()).toContain("Pages of this origin may not call this server.");
    expect(sent()).toBe(0);
  });

  test.each<[name: string, status: number, headers: Fields]>([
    ["a socket of another site", 403, evil],
    ["a socket in a browser without Sec-Fetch-Site", 403, { origin: evil.origin }],
    [
      "a socket of a sibling, which no CORS keeps from reading",
      403,
      { origin: "http://x.test", "sec-fetch-site": "same-site" },
    ],
    ["a socket of a sandboxed frame", 403, { origin: "null" }],
    ["a socket of the app's page in a browser without Sec-Fetch-Site", 101, { origin: "OWN" }],
    ["a socket of the app's page", 101, { origin: "OWN", "sec-fetch-site": "same-origin" }],
  ])("%s: %i", async (_, status, { origin = "", ...headers }) => {
    const own = { cookie: stage.cookie, ...headers, origin: origin === "OWN" ? stage.url : origin };
    expect(await stage.handshake(`/api/notices?cname=${cname}`, own)).toBe(status);
  });

  test.each<[name: string, method: string, headers: Fields]>([
    ["a form that signs the visitor in as somebody else", "POST", evil],
    ["such a form in a browser without Sec-Fetch-Site", "POST", { origin: evil.origin }],
    ["a form of a browser that sends neither header", "POST", {}],
    ["an image that signs in", "GET", { "sec-fetch-site": "cross-site" }],
  ])("%s gets no session", async (_, method, headers) => {
    const answer = await stage.send("/api/session", { method, headers });
    expect([answer.ok, answer.headers.get("set-cookie")]).toEqual([false, null]);
  });

  test.each<[name: string, headers: Fields]>([
    ["its own page", { "sec-fetch-site": "same-origin" }],
    ["its own page in an older browser", {}],
  ])("%s gets one", async (_, headers) => {
    const answer = await stage.send("/api/session", headers);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(answer.headers.get("set-cookie")).toMatch(/^demo_session=[\da-f-]{36}; Path=\/; HttpOnly; SameSite=Lax/);
  });

  test.each<[name: string, headers: Fields]>([
    ["with all that browsers say", { origin: "OWN", "sec-fetch-site": "same-origin" }],
    ["in a browser that sends only Origin", { origin: "OWN" }],
  ])("the app's own page acquires, %s", async (_, { origin, ...headers }) => {
    const answer = await stage.send(script.addressOf(paths.acquire), {
      method: "POST",
      body: acquiring,
      headers: { cookie: stage.cookie, ...json, ...headers, ...(origin ? { origin: stage.url } : {}) },
    });
    expect(answer.status).toBe(200);
  });
});

describe("uids come from the server", () => {
  const joining = (rtcConfig: object) => ({
    name: cname,
    languages: ["en-US"],
    rtcConfig: { channelName: cname, ...rtcConfig },
  });
  const bots: [name: string, rtcConfig: object][] = [
    ["that of a participant", { pubBotUid: "1001" }],
    ["that of a participant, to listen", { pubBotUid: "47091", subBotUid: "1001" }],
    ["that of a recorder", { pubBotUid: "900001" }],
    ["one bot twice", { pubBotUid: "47091", subBotUid: "47091" }],
    ["a number", { pubBotUid: 47_091 }],
    ["another spelling", { pubBotUid: "047091" }],
    ["none", {}],
  ];

  test.each(bots)("an agent joins with the uid of no bot: %s", async (_, rtcConfig) => {
    expect(await script.post(script.addressOf(paths.join), joining(rtcConfig))).toMatchObject({ status: 403 });
    expect(sent()).toBe(0);
  });

  test.each(bots)("a task starts with the uid of no bot: %s", async (_, rtcConfig) => {
    const lease = await script.post(script.addressOf(paths.tokens), { instanceId: cname });
    const address = `${script.addressOf(paths.tasks)}?builderToken=${lease.tokenName}`;
    const { name: __, ...body } = joining(rtcConfig);
    const headers = { "x-agora-edge-grant": lease.grant ?? "" };
    const before = sent();
    expect(await script.post(address, body, headers)).toMatchObject({ status: 403 });
    expect(sent()).toBe(before);
  });

  test("bots that change places are put right, and come with tokens of their own", async () => {
    const lease = await script.post(script.addressOf(paths.tokens), { instanceId: "demo-bots" });
    const address = `${script.addressOf(paths.tasks)}?builderToken=${lease.tokenName}`;
    const { name: _, ...body } = joining({ pubBotUid: "47092", subBotUid: "47091", channelName: "demo-bots" });
    const headers = { "x-agora-edge-grant": lease.grant ?? "" };
    expect(await script.post(address, body, headers)).toMatchObject({ status: 200 });
    expect(stage.fake.requests.at(-1)?.body).toMatchObject({ rtcConfig: { pubBotUid: "47091", subBotUid: "47092" } });
  });

  test.each(["1001", "47091", "", "0900001", 900_001])("a recorder with the uid %j is refused", async (uid) => {
    expect(await script.post(script.addressOf(paths.acquire), { cname, uid, clientRequest: {} })).toMatchObject({
      status: 403,
    });
    expect(sent()).toBe(0);
  });
});

describe("names are compared whole", () => {
  test.each([
    "their-room",
    "demo-",
    "demo",
    "Demo-room",
    "demo-room\n",
    " demo-room",
    "xdemo-room",
    "demo-room/../their",
  ])("nothing happens in the channel %j", async (other) => {
    expect(
      await script.post(script.addressOf(paths.acquire), { cname: other, uid: "900001", clientRequest: {} }),
    ).toMatchObject({
      status: 403,
    });
    const rtcConfig = { channelName: other, pubBotUid: "47091" };
    expect(
      await script.post(script.addressOf(paths.join), { name: other, languages: ["en-US"], rtcConfig }),
    ).toMatchObject({
      status: 403,
    });
    expect(await script.post(script.addressOf(paths.tokens), { instanceId: other })).toMatchObject({ status: 403 });
    const headers = { cookie: stage.cookie, origin: stage.url };
    expect(await stage.handshake(`/api/notices?cname=${encodeURIComponent(other)}`, headers)).toBe(403);
    expect(sent()).toBe(0);
  });

  test("an agent cannot take the name of another channel", async () => {
    const rtcConfig = { channelName: cname, pubBotUid: "47091" };
    expect(
      await script.post(script.addressOf(paths.join), { name: "demo-other", languages: ["en-US"], rtcConfig }),
    ).toMatchObject({
      status: 403,
    });
    expect(sent()).toBe(0);
  });

  test("channels whose names differ in a hyphen have folders of their own", async () => {
    const folders: unknown[] = [];
    for (const channel of ["demo-a-b", "demo-ab"]) {
      await script.start("mix", { recordingConfig: { channelType: 0 } }, channel);
      folders.push(stage.fake.requests.at(-1)?.body);
    }
    expect(folders).toMatchObject(
      ["demoX2DXaX2DXb", "demoX2DXab"].map((folder) => ({
        clientRequest: { storageConfig: { fileNamePrefix: [folder] } },
      })),
    );
  });
});
