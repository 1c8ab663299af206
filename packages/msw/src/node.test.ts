import { request as httpRequest } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createFakeAgora, type FakeAgora, type FakeAgoraOptions } from "./fake.ts";
import { serveFakeAgora, type ServedFake, type ServeOptions } from "./node.ts";
import { basic, pageUrl, storageConfig, webRequest, who } from "./testing/caller.ts";
import { isObject } from "./fake/runtime/json.ts";
import { joinRequest } from "./testing/stt-caller.ts";

const open: ServedFake[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

async function serve(options: FakeAgoraOptions = {}, serving: ServeOptions = {}) {
  const fake = createFakeAgora({ rateLimit: false, ...options });
  const served = await serveFakeAgora(fake, serving);
  open.push(served);
  const control = async (name: string, body: object) => {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(`${served.url}/__fake/${name}`, init);
    return { status: response.status, body: await read(response) };
  };
  return { fake, url: served.url, control };
}

async function read(response: Response) {
  const value: unknown = await response.json();
  return isObject(value) ? value : {};
}

async function call(fake: FakeAgora, url: string, path: string, body?: object, signal?: AbortSignal) {
  const headers = { authorization: basic(fake), "content-type": "application/json;charset=utf-8" };
  const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
  const target = `${url}/v1/apps/${fake.appId}/cloud_recording/${path}`;
  const response = await fetch(target, { ...init, headers, ...(signal && { signal }) });
  return { status: response.status, body: await read(response) };
}

test("a recording over HTTP, steered from outside", async () => {
  const { fake, url, control } = await serve();
  expect((await control("join", { cname: "room-1", uid: 7 })).status).toBe(200);
  const { body } = await call(fake, url, "acquire", { ...who, clientRequest: {} });
  const resource = `resourceid/${String(body.resourceId)}`;
  const started = await call(fake, url, `${resource}/mode/mix/start`, { ...who, clientRequest: { storageConfig } });
  const sid = String(started.body.sid);
  const session = `${resource}/sid/${sid}/mode/mix`;
  expect((await control("advance", { ms: 20_000 })).body.now).toBe(fake.now());
  expect(await call(fake, url, `${session}/query`)).toMatchObject({
    status: 200,
    body: { serverResponse: { status: 5 } },
  });
  await control("failover", { sid, seconds: 5 });
  expect((await call(fake, url, `${session}/query`)).status).toBe(404);
  await control("advance", { ms: 5000 });
  await control("fail", { operation: "recording.stop", code: 65, tookEffect: true });
  expect((await call(fake, url, `${session}/stop`, { ...who, clientRequest: {} })).status).toBe(206);
  const state = await read(await fetch(`${url}/__fake/state`));
  expect(state).toMatchObject({ recordings: [{ sid, live: false, failovers: 1 }], requestCount: 5 });
  const journal: unknown = await (await fetch(`${url}/__fake/requests`)).json();
  expect(journal).toHaveLength(5);
});

test("the other controls", async () => {
  const { fake, url, control } = await serve();
  const acquire = (scene = 0) => call(fake, url, "acquire", { ...who, clientRequest: { scene } });
  await control("service", { state: "suspended" });
  expect((await acquire()).body.code).toBe(405);
  await control("service", { state: "disabled" });
  expect((await acquire()).body).toEqual({ message: "appid is invalid" });
  await control("service", { state: "enabled" });
  await control("use", { fault: "signedOut" });
  expect((await acquire()).status).toBe(401);
  await control("reset", {});
  expect((await control("use", { fault: "sunshine" })).status).toBe(400);
  await control("page", { url: pageUrl, fails: "webgl" });
  const { body } = await acquire(1);
  const start = `resourceid/${String(body.resourceId)}/mode/web/start`;
  await call(fake, url, start, { ...who, clientRequest: webRequest() });
  await control("advance", { ms: 10_000 });
  expect(fake.recordings[0]?.ending).toBe("page-unsupported");
  await control("page", { url: pageUrl, notifyReadyAfter: "never" });
  await control("reject", { secretKey: "key-secret" });
  await control("upload-time", { ms: 5 });
  await control("join", { cname: "x", uid: "1", publish: { audio: true }, role: "host" });
  await control("leave", { cname: "x", uid: "1" });
  expect(fake.channel("x").users).toEqual([]);
  await control("reset", {});
  expect(fake.recordings).toEqual([]);
});

test("a transcription over HTTP", async () => {
  const { fake, url, control } = await serve();
  const agents = `${url}/api/speech-to-text/v1/projects/${fake.appId}`;
  const headers = { authorization: basic(fake), "content-type": "application/json" };
  await control("join", { cname: "room-1", uid: 7 });
  const joined = await fetch(`${agents}/join`, { method: "POST", headers, body: JSON.stringify(joinRequest()) });
  const agentId = String((await read(joined)).agent_id);
  await control("advance", { ms: 2000 });
  let captions = 0;
  fake.captions(agentId).onCaption(() => (captions += 1));
  const lines = [{ uid: 7, text: ["one ", "two"], translations: { "de-DE": "eins zwei" }, every: 100, mixed: true }];
  expect((await control("say", { target: agentId, lines })).status).toBe(200);
  await control("advance", { ms: 5000 });
  expect(captions).toBe(3);
  expect((await control("recover", { agentId, seconds: 5 })).body).toMatchObject({
    agents: [{ status: "RECOVERING" }],
  });
  await control("advance", { ms: 5000 });
  expect((await control("break-down", { id: agentId, cause: "fire" })).status).toBe(400);
  expect((await control("break-down", { id: agentId, cause: "asr" })).body).toMatchObject({
    agents: [{ agentId, status: "FAILED", message: "Fatal ASR error" }],
    tasks: [],
  });
  expect((await control("say", { target: agentId, lines })).status).toBe(400);
  expect((await control("say", { target: agentId, lines: [{ text: "nobody" }] })).body.error).toBe('"uid" is missing.');
  await control("fail", { operation: "sttAgents.list", status: 503, reason: "ServiceUnavailable", detail: "later" });
  const listed = await fetch(`${agents}/agents`, { headers });
  expect([listed.status, await read(listed)]).toEqual([503, { reason: "ServiceUnavailable", detail: "later" }]);
});

test("controls are strict about what they take", async () => {
  const { url, control } = await serve();
  expect((await control("nothing", {})).status).toBe(404);
  expect(await control("fail", { operation: "stop" })).toEqual({
    status: 400,
    body: { error: "There is no operation stop." },
  });
  expect((await control("fail", { operation: "*", kind: "aborted" })).status).toBe(400);
  expect((await control("join", { cname: "a" })).body.error).toBe('"uid" is missing.');
  expect((await control("failover", { sid: "x" })).status).toBe(400);
  expect((await fetch(`${url}/__fake/reset`, { method: "POST", body: "{}" })).status).toBe(415);
  expect((await fetch(`${url}/__fake/reset`, { method: "PUT" })).status).toBe(405);
  expect((await fetch(`${url}/__fake/other`)).status).toBe(404);
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: "[]" };
  expect((await fetch(`${url}/__fake/reset`, init)).status).toBe(400);
});

test("a broken connection is cut, and a caller who gives up is noticed", async () => {
  const answers: (number | null)[] = [];
  const { fake, url } = await serve({}, { onAnswer: ({ status }) => answers.push(status) });
  const body = { ...who, clientRequest: {} };
  fake.fail("recording.acquire", { network: true });
  await expect(call(fake, url, "acquire", body)).rejects.toThrow("fetch failed");
  fake.fail("recording.acquire", { hang: true });
  await expect(call(fake, url, "acquire", body, AbortSignal.timeout(50))).rejects.toThrow("timeout");
  await expect.poll(() => answers).toEqual([null, null]);
});

test("a port in use is an error", async () => {
  const { url } = await serve();
  const port = Number(new URL(url).port);
  await expect(serveFakeAgora(createFakeAgora(), { port })).rejects.toThrow("EADDRINUSE");
});

test.each([{}, { speed: 1 }])("a reset from outside turns no clock back: %j", async (options) => {
  const { fake, control } = await serve(options);
  await control("advance", { ms: 3_600_000 });
  await control("join", { cname: "room-1", uid: 7 });
  const before = fake.now();
  const { body } = await control("reset", {});
  expect(Number(body.now)).toBeGreaterThanOrEqual(before);
  expect([fake.channel("room-1").users, fake.now() - before < 60_000]).toEqual([[], true]);
});

test("a page of another origin is let through to the service, and reads its answers", async () => {
  const { fake, url } = await serve();
  const origin = "http://localhost:5173";
  const target = `${url}/v1/apps/${fake.appId}/cloud_recording/acquire`;
  const asking = {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization,content-type",
    "access-control-request-private-network": "true",
  };
  const preflight = await fetch(target, { method: "OPTIONS", headers: asking });
  expect([preflight.status, Object.fromEntries(preflight.headers)]).toMatchObject([
    204,
    {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      "access-control-allow-headers": "authorization,content-type",
      "access-control-allow-private-network": "true",
    },
  ]);
  expect(fake.requestCount).toBe(0);
  const headers = { origin, authorization: basic(fake), "content-type": "application/json" };
  const body = JSON.stringify({ ...who, clientRequest: {} });
  for (const status of [200, 503]) {
    if (status !== 200) fake.fail("recording.acquire", { status });
    const answer = await fetch(target, { method: "POST", headers, body });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([status, "*"]);
    expect(answer.headers.get("access-control-expose-headers")).toBe("*");
  }
});

test("a page of another origin does not get at the controls", async () => {
  const { url } = await serve();
  const headers = { origin: "http://localhost:5173", "access-control-request-method": "POST" };
  const preflight = await fetch(`${url}/__fake/reset`, { method: "OPTIONS", headers });
  expect([preflight.ok, preflight.headers.has("access-control-allow-origin")]).toEqual([false, false]);
  const state = await fetch(`${url}/__fake/state`, { headers: { origin: "http://localhost:5173" } });
  expect(state.headers.has("access-control-allow-origin")).toBe(false);
});

test.each([
  [{ method: "TRACE" }, 400],
  [{ headers: { host: "a b" } }, 400],
  [{ path: "//v1/apps/a/cloud_recording/acquire", method: "POST" }, 404],
  [{ path: "/v1/apps/a/cloud_recording/acquire/", method: "POST" }, 404],
  [{ method: "OPTIONS" }, 404],
  [{ path: "/v1/other", method: "HEAD" }, 404],
])("%j is answered with %i", async (options, expected) => {
  const { url } = await serve();
  const status = await new Promise((resolve, reject) => {
    const sent = httpRequest(url, { ...options, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once("error", reject).end();
  });
  expect(status).toBe(expected);
});
