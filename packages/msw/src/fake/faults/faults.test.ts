import type { RecordingOperation } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { basic, callFake, storageConfig } from "../../testing/caller.ts";
import type { FaultKind } from "./kinds.ts";

type Caller = ReturnType<typeof callFake>;

/** Calls one operation of a running recording; acquire and start get names of their own. */
async function call(caller: Caller, operation: RecordingOperation) {
  const identity = { cname: operation, uid: "1" };
  if (operation === "recording.acquire") return caller.acquire({}, identity);
  if (operation === "recording.start") {
    const { body } = await caller.acquire({}, identity);
    return caller.startWith(body.resourceId, "mix", { storageConfig }, identity);
  }
  const session = await caller.record("mix", { storageConfig }, identity);
  caller.fake.advance(5000);
  if (operation === "recording.query") return session.query();
  return session[
    operation === "recording.update" ? "update" : operation === "recording.stop" ? "stop" : "updateLayout"
  ]({});
}

/** Every entry of the recording part of the error table that has a code or a message. */
const documented: [RecordingOperation, FaultKind, number, object][] = [
  ["recording.acquire", "invalid-parameter", 400, { code: 2 }],
  ["recording.acquire", "service-not-enabled", 400, { code: 400, reason: "invalid_appid" }],
  ["recording.acquire", "invalid-channel-name", 400, { code: 401, reason: "invalid_channel_name" }],
  ["recording.acquire", "app-not-active", 400, { code: 405, reason: "no_active_status" }],
  ["recording.acquire", "concurrency-limit", 400, { code: 406, reason: "vendor_over_load" }],
  ["recording.acquire", "internal-error", 500, { code: 500, reason: "internal_error" }],
  ["recording.acquire", "no-resources", 500, { code: 501, reason: "no_worker_manager_available" }],
  ["recording.acquire", "allocate-timeout", 500, { code: 504, reason: "allocate_timeout" }],
  ["recording.start", "invalid-parameter", 400, { code: 2 }],
  ["recording.start", "invalid-channel-name", 400, { code: 1013 }],
  ["recording.start", "already-started", 201, { code: 7, reason: "already started" }],
  ["recording.start", "task-conflict", 400, { code: 53, reason: "task conflict" }],
  ["recording.start", "start-timeout", 500, { code: 62, reason: "request timeout" }],
  ["recording.start", "request-not-completed", 206, { code: 65, reason: "request not completed" }],
  ["recording.start", "rtc-token-expired", 400, { code: 109 }],
  ["recording.start", "rtc-token-invalid", 400, { code: 110 }],
  ["recording.start", "resource-expired", 400, { code: 433 }],
  ["recording.start", "no-worker", 500, { code: 502, reason: "Failed to allocate worker" }],
  ["recording.start", "undocumented-15", 500, { code: 15, sid: "" }],
  ["recording.start", "resource-mismatch", 400, { code: 432 }],
  ["recording.start", "resource-unparsable", 400, { code: 1001 }],
  ["recording.query", "request-not-completed", 206, { code: 65 }],
  ["recording.query", "task-not-found", 404, { code: 404, reason: "failed to find worker" }],
  ["recording.query", "backend-timeout", 504, { code: 62, reason: "request timeout" }],
  ["recording.query", "service-exiting", 400, { code: 501 }],
  ["recording.stop", "service-exiting", 400, { code: 501 }],
  ["recording.query", "session-mismatch", 400, { code: 1003 }],
  ["recording.update", "task-not-found", 404, { code: 404 }],
  ["recording.update", "backend-timeout", 504, { code: 62 }],
  ["recording.updateLayout", "invalid-layout", 400, { code: 1028 }],
  ["recording.updateLayout", "request-not-completed", 206, { code: 65 }],
  ["recording.stop", "already-stopping", 400, { code: 49, reason: "invalid operation" }],
  ["recording.stop", "upload-timeout", 400, { code: 50 }],
  ["recording.stop", "nothing-recorded", 206, { code: 435, reason: "no recorded data" }],
  ["recording.stop", "backend-timeout", 504, { code: 62, reason: "request timeout" }],
  ["recording.stop", "bad-http-request", 400, { code: 8 }],
];

describe.each(documented)("%s %s", (operation, kind, status, body) => {
  test("by its name", async () => {
    const caller = callFake();
    caller.fake.fail(operation, { kind });
    expect(await call(caller, operation)).toMatchObject({ status, body });
  });

  test("by its code", async () => {
    const caller = callFake();
    const { code } = { code: 0, ...body };
    caller.fake.fail(operation, { code });
    expect(await call(caller, operation)).toMatchObject({ status, body });
  });
});

test.each([
  ["invalid-app-id", 400, "appid is invalid"],
  ["missing-authorization", 401, "Unauthorized"],
  ["invalid-credentials", 401, "Invalid authentication credentials"],
  ["no-route", 404, "no Route matched with those values"],
  ["rate-limited", 429, "API rate limit exceeded"],
] as const)("%s is a message of the gateway", async (kind, status, message) => {
  const { fake, acquire } = callFake();
  fake.fail("*", { kind });
  expect(await acquire()).toMatchObject({ status, body: { message } });
});

describe("answers that are no answers", () => {
  function raw() {
    const { fake, base } = callFake();
    const headers = { authorization: basic(fake), "content-type": "application/json" };
    const body = JSON.stringify({ cname: "a", uid: "1", clientRequest: {} });
    const send = (signal?: AbortSignal) =>
      fake.fetch(`https://api.agora.io${base}/acquire`, { method: "POST", headers, body, ...(signal && { signal }) });
    return { fake, send };
  }

  test.each([
    ["server-error", 500],
    ["gateway-timeout", 504],
  ] as const)("%s is a status and nothing else", async (kind, status) => {
    const { fake, send } = raw();
    fake.fail("recording.acquire", { kind });
    const response = await send();
    expect([response.status, await response.json()]).toEqual([status, {}]);
  });

  test("non-json-response is a page of a proxy", async () => {
    const { fake, send } = raw();
    fake.fail("recording.acquire", { kind: "non-json-response" });
    const response = await send();
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toMatch(/^<html>/);
  });

  test("a broken connection", async () => {
    const { fake, send } = raw();
    fake.fail("recording.acquire", { network: true });
    await expect(send()).rejects.toThrow(new TypeError("fetch failed"));
    fake.fail("recording.acquire", { kind: "dns-failure" });
    await expect(send()).rejects.toMatchObject({ cause: { code: "ENOTFOUND" } });
    expect(fake.recordings).toHaveLength(0);
  });

  test.each([{ hang: true as const }, { kind: "client-timeout" as const }])(
    "%j waits for the caller",
    async (fault) => {
      const { fake, send } = raw();
      fake.fail("recording.acquire", fault);
      const giveUp = new AbortController();
      const pending = send(giveUp.signal);
      await fake.advanceAsync(3_600_000);
      giveUp.abort(new Error("enough"));
      await expect(pending).rejects.toThrow("enough");
    },
  );

  test("bodies, texts, headers and statuses of one's own", async () => {
    const { fake, send } = raw();
    fake.fail("recording.acquire", { status: 429, message: "slow down", headers: { "Retry-After": "7" } });
    const limited = await send();
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(await limited.json()).toEqual({ message: "slow down" });
    fake.fail("recording.acquire", { status: 200, body: '{"cut' });
    expect(await (await send()).text()).toBe('{"cut');
    fake.fail("recording.acquire", { body: { any: 1 } });
    expect((await send()).status).toBe(500);
    fake.fail("recording.acquire", { code: 12345, reason: "new" });
    const unknown = await send();
    expect([unknown.status, await unknown.json()]).toEqual([400, { code: 12345, reason: "new" }]);
    fake.fail("recording.acquire", { code: 2, reason: "in other words", status: 500 });
    const reworded = await send();
    expect([reworded.status, await reworded.json()]).toEqual([500, { code: 2, reason: "in other words" }]);
    fake.fail("recording.acquire", { status: 503 });
    expect((await send()).status).toBe(503);
  });

  test("delays follow the fake's clock, and end when the caller aborts", async () => {
    const { fake, send } = raw();
    fake.fail("recording.acquire", { delay: 5000 });
    let status = 0;
    void send().then((response) => (status = response.status));
    await fake.advanceAsync(4999);
    expect(status).toBe(0);
    await fake.advanceAsync(1);
    expect(status).toBe(200);
    fake.fail("recording.acquire", { delay: 5000, status: 503 });
    const giveUp = new AbortController();
    const pending = send(giveUp.signal);
    await fake.advanceAsync(1000);
    giveUp.abort(new Error("enough"));
    await expect(pending).rejects.toThrow("enough");
  });
});

test("a fault hits as often as asked, only its operation, and first come first", async () => {
  const caller = callFake();
  const { fake, acquire } = caller;
  const once = fake.fail("recording.acquire", { code: 500 });
  const twice = fake.fail("*", { code: 501, times: 2 });
  expect((await acquire()).body.code).toBe(500);
  expect((await acquire()).body.code).toBe(501);
  expect((await acquire()).body.code).toBe(501);
  expect((await acquire()).status).toBe(200);
  expect([once.hits, twice.hits]).toEqual([1, 2]);
  fake.fail("recording.stop", { code: 65 });
  expect((await acquire()).status).toBe(200);
  const endless = fake.fail("recording.acquire", { code: 500, times: Infinity });
  for (let index = 0; index < 5; index += 1) expect((await acquire()).status).toBe(500);
  endless.cancel();
  expect((await acquire()).status).toBe(200);
});

test("tookEffect: what was asked for happened", async () => {
  const { fake, record, acquire, startWith } = callFake();
  const { body } = await acquire();
  fake.fail("recording.start", { code: 65, tookEffect: true });
  expect((await startWith(body.resourceId, "mix", { storageConfig })).status).toBe(206);
  expect(fake.recordings).toHaveLength(1);
  expect((await startWith(body.resourceId, "mix", { storageConfig })).status).toBe(201);
  const other = await record("mix", undefined, { cname: "b", uid: "1" });
  fake.fail("recording.stop", { network: true, tookEffect: true });
  await expect(other.stop()).rejects.toThrow(TypeError);
  expect((await other.query()).status).toBe(404);
});

test("without it nothing happened", async () => {
  const { fake, acquire, startWith } = callFake();
  const { body } = await acquire();
  fake.fail("recording.start", { code: 65 });
  expect((await startWith(body.resourceId, "mix", { storageConfig })).status).toBe(206);
  expect(fake.recordings).toHaveLength(0);
  expect((await startWith(body.resourceId, "mix", { storageConfig })).status).toBe(200);
});

test("kinds that are not the service's are refused", () => {
  const { fake } = callFake();
  expect(() => fake.fail("recording.start", { kind: "builder-token-expired" })).toThrow(RangeError);
});
