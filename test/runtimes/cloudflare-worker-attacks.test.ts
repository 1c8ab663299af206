import { createAgoraClient } from "@agora-edge/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handshakeWith } from "../../examples/react-app/test/support/handshake.ts";
import { startStage, type Stage } from "./cloudflare-worker-stage.ts";

let stage: Stage;
let asked = 0;

beforeAll(async () => {
  stage = await startStage({ speed: 60, rateLimit: false });
}, 30_000);
afterAll(() => stage.close());
beforeEach(() => void (asked = stage.fake.requestCount));

/** What has reached Agora since the test began. */
const sent = () => stage.fake.requestCount - asked;

const cookie = "session=token-of-alice";
const json = { "content-type": "application/json" };
const order = JSON.stringify({ uid: "900001" });
/** What a browser says of a request that a page of another site makes. */
const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
const tokenOf = (user: string) => ({ authorization: `Bearer token-of-${user}` });

const send = (path: string, init: RequestInit) => fetch(new URL(path, stage.origin), init);

const handshake = (path: string, headers: Record<string, string>) =>
  handshakeWith(new URL(path, stage.origin), headers);

describe("what a page of another site makes a visitor's browser send", () => {
  test.each<[name: string, status: number, init: RequestInit]>([
    [
      "a form that starts a recording: JSON as text/plain, with the visitor's cookie",
      403,
      { method: "POST", body: order, headers: { cookie, "content-type": "text/plain", ...evil } },
    ],
    [
      "such a form in a browser without Sec-Fetch-Site",
      403,
      { method: "POST", body: order, headers: { cookie, "content-type": "text/plain", origin: evil.origin } },
    ],
    [
      "such a form in a browser that sends no Origin either",
      403,
      { method: "POST", body: order, headers: { cookie, "content-type": "text/plain" } },
    ],
    [
      "such a form in a sandboxed frame",
      403,
      { method: "POST", body: order, headers: { cookie, "content-type": "text/plain", origin: "null" } },
    ],
    ["fetch with JSON", 403, { method: "POST", body: order, headers: { cookie, ...json, ...evil } }],
    ["fetch that stops a recording", 403, { method: "DELETE", headers: { cookie, ...evil } }],
    [
      "fetch that stops a recording in a browser without Sec-Fetch-Site",
      403,
      { method: "DELETE", headers: { cookie, origin: evil.origin } },
    ],
    ["the preflight of either", 403, { method: "OPTIONS", headers: evil }],
    ["an image", 403, { headers: { cookie, "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" } }],
    ["an image in an older browser", 403, { headers: { cookie } }],
    [
      "text/plain from the app's own page",
      415,
      { method: "POST", body: order, headers: { cookie, "content-type": "text/plain", origin: "OWN" } },
    ],
  ])("%s: %i", async (_, status, init) => {
    const headers = new Headers(init.headers);
    if (headers.get("origin") === "OWN") headers.set("origin", stage.origin);
    const answer = await send("/recordings/alice-1", { ...init, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(sent()).toBe(0);
  });

  test.each<[name: string, headers: Record<string, string>]>([
    ["a socket of another site", evil],
    ["a socket in a browser without Sec-Fetch-Site", { origin: evil.origin }],
    [
      "a socket of a sibling, which no CORS keeps from reading",
      { origin: "http://x.test", "sec-fetch-site": "same-site" },
    ],
    ["a socket of a sandboxed frame", { origin: "null" }],
  ])("%s: 403", async (_, headers) => {
    expect(await handshake("/recordings/alice-1/live", { cookie, ...headers })).toBe(403);
  });
});

describe("whom the guard lets pass", () => {
  test.each<[name: string, headers: Record<string, string>]>([
    ["a page of the app", { cookie, origin: "OWN", "sec-fetch-site": "same-origin" }],
    ["a page of the app in a browser that sends only Origin", { cookie, origin: "OWN" }],
    ["a server with a token", tokenOf("alice")],
  ])(
    "%s starts, reads and stops a recording",
    async (_, { origin = "", ...rest }) => {
      stage.fake.channel("alice-1").join("1001");
      const headers = { ...rest, ...(origin ? { origin: stage.origin } : {}) };
      const path = "/recordings/alice-1";
      const started = await send(path, { method: "POST", body: order, headers: { ...headers, ...json } });
      expect(started.status).toBe(200);
      const seen = await send(path, { headers });
      expect([seen.status, seen.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect((await send(path, { method: "DELETE", headers })).status).toBe(200);
      expect(await handshake(`${path}/live`, headers)).toBe(101);
      expect(stage.fake.recordings.filter((one) => one.live)).toEqual([]);
    },
    20_000,
  );

  test("a page that asks again, whose browser says only that it is the same site", async () => {
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    expect((await send("/recordings/alice-1", { headers })).status).toBe(200);
  });
});

/** A start whose files go there. */
const inFolder = (cname: string, folder: string) =>
  expect.objectContaining({
    cname,
    clientRequest: expect.objectContaining({ storageConfig: expect.objectContaining({ fileNamePrefix: [folder] }) }),
  });

describe("names are compared whole", () => {
  test.each([
    ["alice", "alice-x-1"],
    ["alice", "alice-x-"],
    ["alice", "alice"],
    ["alice", "alice-"],
    ["alice", "-1"],
    ["alice", "ALICE-1"],
    ["alice-x", "alice-1"],
    ["alice-x", "alice-x"],
    ["bob", "alice-1"],
  ])("%s has nothing to do with %s", async (user, cname) => {
    const path = `/recordings/${cname}`;
    const headers = tokenOf(user);
    const post = { method: "POST", body: order, headers: { ...headers, ...json } };
    expect((await send(path, { headers })).status).toBe(403);
    expect((await send(path, post)).status).toBe(403);
    expect((await send(path, { method: "DELETE", headers })).status).toBe(403);
    expect(await handshake(`${path}/live`, headers)).toBe(403);
    await expect(pageOf(user).recording.acquire({ cname, uid: "900001" })).rejects.toMatchObject({
      kind: "proxy-forbidden",
    });
    expect(sent()).toBe(0);
  });

  test("alice-x has her own channels, and files in a folder that is not alice's", async () => {
    stage.fake.channel("alice-x-1").join("1001");
    stage.fake.channel("alice-1").join("1001");
    await Promise.all(
      ["alice", "alice-x"].map(async (user) => {
        const init = { method: "POST", body: order, headers: { ...tokenOf(user), ...json } };
        expect((await send(`/recordings/${user}-1`, init)).status).toBe(200);
      }),
    );
    const starts = stage.fake.requests.filter(({ operation }) => operation === "recording.start").slice(-2);
    expect(starts.map(({ body }) => body)).toEqual(
      expect.arrayContaining([inFolder("alice-1", "alice"), inFolder("alice-x-1", "aliceX2DXx")]),
    );
    for (const user of ["alice", "alice-x"]) {
      await send(`/recordings/${user}-1`, { method: "DELETE", headers: tokenOf(user) });
    }
  });

  test.each(["", "undefined", "null", " ", "token-of-alice,alice-x", "token-of-alic"])(
    "nobody signs in with the token %j",
    async (token) => {
      const path = "/recordings/alice-1";
      expect((await send(path, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
      const headers = { cookie: `session=${token}`, "sec-fetch-site": "same-origin" };
      expect((await send(path, { headers })).status).toBe(401);
    },
  );
});

/** The client of a page of `user`, with what every request of a script has. */
function pageOf(user: string) {
  return createAgoraClient({
    appId: stage.fake.appId,
    baseUrl: `${stage.origin}/api/agora`,
    headers: tokenOf(user),
    retry: false,
  });
}

const page = (serviceParam: object) => ({
  extensionServiceConfig: { extensionServices: [{ serviceName: "web_recorder_service", serviceParam }] },
});

describe("what a user may have recorded", () => {
  /** Sends what the page's own client would not. */
  async function proxied(path: string, body: object, grant?: string): Promise<number> {
    const headers = { ...tokenOf("alice"), ...json, ...(grant === undefined ? {} : { "x-agora-edge-grant": grant }) };
    const answer = await send(`/api/agora${path}`, { method: "POST", body: JSON.stringify(body), headers });
    return answer.status;
  }
  const recordingPath = () => `/v1/apps/${stage.fake.appId}/cloud_recording`;

  test.each<[name: string, clientRequest: object]>([
    ["a resource of 720 hours", { resourceExpiredHour: 720 }],
    ["hours as text", { resourceExpiredHour: "720" }],
    ["a start in advance", { startParameter: { recordingConfig: { channelType: 0 } } }],
  ])("acquire: %s is refused", async (_, clientRequest) => {
    const body = { cname: "alice-1", uid: "900001", clientRequest };
    expect(await proxied(`${recordingPath()}/acquire`, body)).toBe(403);
    expect(sent()).toBe(0);
  });

  test.each(["1001", "0", "", "0900001", " 900001", 900_001])(
    "acquire: the uid %j, which is no recorder's, is refused",
    async (uid) => {
      expect(await proxied(`${recordingPath()}/acquire`, { cname: "alice-1", uid, clientRequest: {} })).toBe(403);
      expect(sent()).toBe(0);
    },
  );

  test.each<[name: string, mode: string, clientRequest: object]>([
    ["any page for 720 hours", "web", page({ url: "https://evil.example/", maxRecordingHour: 720 })],
    ["a page under the name of a mix", "mix", page({ url: "https://evil.example/", maxRecordingHour: 1 })],
    ["single streams", "individual", { recordingConfig: { channelType: 0 } }],
    ["a mode that is none", "MIX", { recordingConfig: { channelType: 0 } }],
    ["30 days with nobody in the channel", "mix", { recordingConfig: { channelType: 0, maxIdleTime: 2_592_000 } }],
    ["301 seconds", "mix", { recordingConfig: { channelType: 0, maxIdleTime: 301 } }],
    ["no end", "mix", { recordingConfig: { channelType: 0, maxIdleTime: 0 } }],
    ["seconds as text", "mix", { recordingConfig: { channelType: 0, maxIdleTime: "2592000" } }],
    ["seconds in a list", "mix", { recordingConfig: { channelType: 0, maxIdleTime: [2_592_000] } }],
  ])("start: %s is refused", async (_, mode, clientRequest) => {
    const lease = await pageOf("alice").recording.acquire({ cname: "alice-1", uid: "900001" });
    const before = stage.fake.requestCount;
    const path = `${recordingPath()}/resourceid/${lease.resourceId}/mode/${mode}/start`;
    expect(await proxied(path, { cname: "alice-1", uid: "900001", clientRequest }, lease.grant)).toBe(403);
    expect(stage.fake.requestCount).toBe(before);
  });

  test.each<[name: string, method: string, path: string, body?: object]>([
    ["captions", "POST", "/api/speech-to-text/v1/projects/{appId}/join", { name: "alice-1", languages: ["en-US"] }],
    ["the list of agents", "GET", "/api/speech-to-text/v1/projects/{appId}/agents?channel=alice-1"],
    ["a builder token", "POST", "/v1/projects/{appId}/rtsc/speech-to-text/builderTokens", { instanceId: "alice-1" }],
    [
      "a push to another place",
      "POST",
      "/v1/apps/{appId}/cloud_recording/resourceid/r/sid/s/mode/mix/update",
      { cname: "alice-1", uid: "900001", clientRequest: {} },
    ],
  ])("this app does not offer %s", async (_, method, path, body) => {
    const answer = await send(`/api/agora${path.replace("{appId}", stage.fake.appId)}`, {
      method,
      headers: { ...tokenOf("alice"), ...json },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("does not offer this operation");
    expect(sent()).toBe(0);
  });

  test.each<[name: string, body: string, status: number]>([
    ["the uid of somebody in the channel", JSON.stringify({ uid: "1001" }), 400],
    ["such a spare uid", JSON.stringify({ uid: "900001", spareUid: "1001" }), 400],
    ["one uid twice", JSON.stringify({ uid: "900001", spareUid: "900001" }), 400],
    ["a spare uid that is a number", JSON.stringify({ uid: "900001", spareUid: 900_002 }), 400],
    ["no JSON", "{", 400],
    ["a list", "[]", 400],
    ["a megabyte", JSON.stringify({ uid: "900001", more: "x".repeat(1_000_000) }), 413],
  ])("/recordings: %s is refused", async (_, body, status) => {
    const init = { method: "POST", body, headers: { ...tokenOf("alice"), ...json } };
    expect((await send("/recordings/alice-1", init)).status).toBe(status);
    expect(sent()).toBe(0);
  });

  test("within the limits a page records as before", async () => {
    const { recording } = pageOf("alice");
    stage.fake.channel("alice-2").join("1001");
    const lease = await recording.acquire({ cname: "alice-2", uid: "900001" });
    expect(stage.fake.requests.at(-1)?.body).toMatchObject({ clientRequest: { resourceExpiredHour: 24 } });
    const clientRequest = { recordingConfig: { channelType: 0, maxIdleTime: 300 } } as const;
    const handle = await recording.start({ ...lease, mode: "mix", clientRequest });
    await recording.updateLayout(handle, { mixedVideoLayout: 1 });
    await recording.query(handle);
    await recording.stop(handle, { async_stop: true });
  });
});
