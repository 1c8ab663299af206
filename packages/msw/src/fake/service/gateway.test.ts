import { expect, test } from "vitest";
import { basic, callFake, storageConfig, who } from "../../testing/caller.ts";

const body = { ...who, clientRequest: {} };

test("a right acquire gets a resource ID, a request ID and JSON", async () => {
  const { acquire } = callFake();
  const { status, body: answer, headers } = await acquire();
  expect(status).toBe(200);
  expect(answer).toEqual({ ...who, resourceId: expect.stringMatching(/^[\w-]{200,}$/) });
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{32}$/);
  expect(headers.get("content-type")).toContain("application/json");
});

test("ids follow from the seed, whatever else happens", async () => {
  const ids = async (seed: string, noise: number) => {
    const { acquire, record, send } = callFake({ seed });
    for (let index = 0; index < noise; index += 1) await send("GET", "/nowhere");
    const { body: resource } = await acquire({}, { cname: "other", uid: "1" });
    return [resource.resourceId, (await record("mix")).sid];
  };
  expect(await ids("a", 0)).toEqual(await ids("a", 3));
  expect(await ids("a", 0)).not.toEqual(await ids("b", 0));
});

test.each([
  ["POST", "/v1/apps/APP/cloud_recording/Acquire"],
  ["GET", "/v1/apps/APP/cloud_recording/acquire"],
  ["POST", "/v1/apps/APP/cloud_recording/resourceid/r/sid/s/mode/mix/query"],
  ["GET", "/v1/apps/APP/cloud_recording/resourceid/r/sid/s/mode/mix/stop"],
  ["POST", "/v1/apps/APP/cloud_recording/acquire/"],
  ["POST", "/v1/apps/APP/acquire"],
  ["GET", "/"],
])("%s %s is no route", async (method, path) => {
  const { send, fake } = callFake();
  const answer = await send(method, path.replace("APP", fake.appId), method === "POST" ? body : undefined);
  expect(answer).toMatchObject({ status: 404, body: { message: "no Route matched with those values" } });
});

test("segments are decoded one by one", async () => {
  const { send, base, fake } = callFake();
  await send("GET", `${base}/resourceid/a%2Fb..c/sid/x%3D/mode/mix/query`);
  expect(fake.requests[0]).toMatchObject({ operation: "recording.query", status: 400, response: { code: 1001 } });
  const encoded = fake.appId.replace(/./g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  expect(await send("POST", `/v1/apps/${encoded}/cloud_recording/acquire`, body)).toMatchObject({ status: 200 });
});

test("credentials: none, wrong ones, a REST token", async () => {
  const { send, base, fake } = callFake();
  const as = (authorization: string) => send("POST", `${base}/acquire`, body, { authorization });
  expect(await as("")).toMatchObject({ status: 401, body: { message: "Unauthorized" } });
  const wrong = { status: 401, body: { message: "Invalid authentication credentials" } };
  expect(await as(`Basic ${btoa(`${fake.customerId}:nope`)}`)).toMatchObject(wrong);
  expect(await as(`Bearer ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`)).toMatchObject(wrong);
  expect(await as("Basic %%%")).toMatchObject(wrong);
  expect(await as('agora token=""')).toMatchObject(wrong);
  expect(await as('agora token="007abc"')).toMatchObject({ status: 200 });
  fake.restTokens = ["007def"];
  expect(await as('agora token="007abc"')).toMatchObject(wrong);
  expect(await as('agora token="007def"')).toMatchObject({ status: 200 });
});

test("ten requests in any second, then 429", async () => {
  const { acquire, fake } = callFake({ rateLimit: 10 });
  for (let index = 0; index < 10; index += 1) {
    expect((await acquire()).status).toBe(200);
    fake.advance(50);
  }
  expect(await acquire()).toMatchObject({ status: 429, body: { message: "API rate limit exceeded" } });
  fake.advance(500);
  expect((await acquire()).status).toBe(200);
  expect((await acquire()).status).toBe(429);
});

test("an unknown App ID is refused by the gateway, on every call", async () => {
  const { send } = callFake();
  for (const [method, path] of [
    ["POST", "acquire"],
    ["GET", "resourceid/r/sid/s/mode/mix/query"],
  ] as const) {
    const answer = await send(method, `/v1/apps/unknown/cloud_recording/${path}`, method === "POST" ? body : undefined);
    expect(answer).toMatchObject({ status: 400, body: { message: "appid is invalid" } });
  }
});

test("or by the service, with its codes", async () => {
  const { send, record, fake } = callFake({ appIdRefusal: "service" });
  const { resourceId, sid } = await record("mix");
  const other = "/v1/apps/unknown/cloud_recording";
  expect(await send("POST", `${other}/acquire`, body)).toMatchObject({
    status: 400,
    body: { code: 400, reason: "invalid_appid" },
  });
  const start = { ...who, clientRequest: { storageConfig } };
  expect((await send("POST", `${other}/resourceid/${resourceId}/mode/mix/start`, start)).body.code).toBe(432);
  expect((await send("GET", `${other}/resourceid/${resourceId}/sid/${sid}/mode/mix/query`)).body.code).toBe(1003);
  fake.disable();
  expect((await send("POST", `/v1/apps/${fake.appId}/cloud_recording/acquire`, body)).body.code).toBe(400);
});

test("the service can be switched off, and the account suspended", async () => {
  const { acquire, fake } = callFake();
  fake.disable();
  expect((await acquire()).body).toEqual({ message: "appid is invalid" });
  fake.enable();
  fake.suspend();
  expect(await acquire()).toMatchObject({ status: 400, body: { code: 405, reason: "no_active_status" } });
  fake.enable();
  expect((await acquire()).status).toBe(200);
});

test("code 62 says on acquire that the service is off, in older words", async () => {
  const { acquire, fake } = callFake({ codes: "older", appIdRefusal: "service" });
  fake.disable();
  expect(await acquire()).toMatchObject({ status: 400, body: { code: 62 } });
});

test.each(["application/json", "application/json;charset=utf-8", "Application/JSON; charset=UTF-8; x=1"])(
  "content type %s is taken",
  async (type) => {
    const { send, base } = callFake();
    expect((await send("POST", `${base}/acquire`, body, { "content-type": type })).status).toBe(200);
  },
);

test("other content types and broken JSON are code 8; JSON that is no object fails the body check", async () => {
  const { send, base } = callFake();
  const url = `${base}/acquire`;
  expect(await send("POST", url, body, { "content-type": "text/plain" })).toMatchObject({
    status: 400,
    body: { code: 8 },
  });
  expect((await send("POST", url, JSON.stringify(body), { "content-type": "" })).body.code).toBe(8);
  expect((await send("POST", url, "{")).body.code).toBe(8);
  expect((await send("POST", url, "")).body.code).toBe(8);
  expect((await send("POST", url, "[]")).body).toEqual({ code: 2, reason: "post method api body check failed!" });
});

test("a query needs neither body nor content type", async () => {
  const { record, send, base } = callFake();
  const { resourceId, sid } = await record("mix");
  const path = `${base}/resourceid/${resourceId}/sid/${sid}/mode/mix/query`;
  expect((await send("GET", path, undefined, { "content-type": "" })).status).toBe(200);
});

test("the notification senders' addresses are listed", async () => {
  const { send } = callFake();
  const answer = await send("GET", "/v1/ncs/ip");
  expect(answer.body).toMatchObject({ data: { service: { hosts: [{ primaryIP: "203.0.113.10" }, {}] } } });
  expect((await send("GET", "/v1/ncs/ip", undefined, { authorization: "" })).status).toBe(401);
});

test("a client may name a part of the state before the path", async () => {
  const { fake, send, acquire, base } = callFake({ strict: (error) => mistakes.push(error.message) });
  const mistakes: string[] = [];
  const resource = String((await acquire()).body.resourceId);
  const start = `/eu${base}/resourceid/${resource}/mode/mix/start`;
  const { sid } = (await send("POST", start, { ...who, clientRequest: { storageConfig } })).body;
  expect(fake.recordings).toMatchObject([{ sid, live: true }]);
  expect(fake.requests[1]).toMatchObject({ path: start, operation: "recording.start" });
  expect((await send("GET", "/na/v2/ncs/ip")).status).toBe(200);
  await expect(send("POST", `/ap${base}/aquire`, body)).rejects.toThrow("(recording.acquire)");
  expect([fake.unexpectedRequests.length, mistakes.length]).toEqual([1, 1]);
});

test("methods are those of HTTP: fetch spells some of them right, and PATCH not", async () => {
  const { fake, base } = callFake();
  const headers = { authorization: basic(fake).replace("Basic", "basic"), "content-type": "application/json" };
  const ask = (method: string, path: string) =>
    fake.fetch(`https://api.agora.io${path}`, {
      method,
      headers,
      ...(method === "post" && { body: JSON.stringify(body) }),
    });
  expect((await ask("post", `${base}/acquire`)).status).toBe(200);
  const task = `/v1/projects/${fake.appId}/rtsc/speech-to-text/tasks/t`;
  expect((await ask("PATCH", task)).status).not.toBe(404);
  expect((await ask("patch", task)).status).toBe(404);
  expect((await ask("OPTIONS", `${base}/acquire`)).status).toBe(404);
  const head = await ask("HEAD", task);
  expect([head.status, await head.text()]).toEqual([404, ""]);
});

test("a function gives another seed after each reset", async () => {
  const seeds = ["a", "b"];
  const { fake, acquire } = callFake({ seed: () => seeds.shift() ?? "c" });
  const idOf = async () => (await acquire()).body.resourceId;
  const first = await idOf();
  fake.reset();
  expect(await idOf()).not.toBe(first);
  expect(seeds).toEqual([]);
});
