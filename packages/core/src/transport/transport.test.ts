import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tokenAuth } from "../auth/token-auth.ts";
import { AgoraAbortError } from "../errors/abort-error.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { createRecording } from "../recording/recording.ts";
import {
  connectionFailed,
  handle,
  json,
  page,
  resource,
  settle,
  startRequest,
  stubService,
} from "../testing/service.ts";

const acquired = () => json(200, { resourceId: "resource-1" });
const queried = () => json(200, { serverResponse: { status: 5 } });
const acquireRequest = { cname: "room-1", uid: "900001" };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what is sent", () => {
  test("Basic credentials, the documented content type, and the body as given", async () => {
    const { recording, requests, bodies } = stubService([acquired()]);
    await recording.acquire({ ...acquireRequest, clientRequest: { resourceExpiredHour: 24 } });
    expect(requests[0]?.method).toBe("POST");
    expect(requests[0]?.url).toBe("https://api.agora.io/v1/apps/app1/cloud_recording/acquire");
    expect(requests[0]?.headers.get("authorization")).toBe(`Basic ${btoa("customer-id:customer-secret")}`);
    expect(requests[0]?.headers.get("content-type")).toBe("application/json;charset=utf-8");
    expect(bodies).toEqual([{ ...acquireRequest, clientRequest: { resourceExpiredHour: 24 } }]);
  });

  test("token credentials, asked once per request", async () => {
    let asked = 0;
    const auth = tokenAuth(async () => `007token${++asked}`);
    const { recording, requests } = stubService([json(500, {}), acquired()], { auth });
    await settle(recording.acquire(acquireRequest));
    const sent = requests.map((request) => request.headers.get("authorization"));
    expect(sent).toEqual(['agora token="007token1"', 'agora token="007token2"']);
  });

  test("ids are percent-encoded, so that none can reach another path", async () => {
    const { recording, requests } = stubService([queried()]);
    await recording.query({ ...handle, resourceId: "a/b?c#d+e=", sid: "../x" });
    const path = "resourceid/a%2Fb%3Fc%23d%2Be%3D/sid/..%2Fx/mode/mix/query";
    expect(requests[0]?.url).toBe(`https://api.agora.io/v1/apps/app1/cloud_recording/${path}`);
  });

  test("fetch is looked up when the call is made", async () => {
    const recording = createRecording({ appId: "app1", auth: tokenAuth("007") });
    const fetch = vi.fn(async () => acquired());
    vi.stubGlobal("fetch", fetch);
    await recording.acquire(acquireRequest);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("own headers and credentials go to a proxy, together with the grant of the handle", async () => {
    const { recording, requests } = stubService([queried()], {
      auth: undefined,
      baseUrl: "https://app.example/api/agora/",
      headers: async () => ({ "x-csrf": "1" }),
      credentials: "include",
    } as never);
    await recording.query({ ...handle, grant: "grant-1" });
    expect(requests[0]?.url).toMatch(/^https:\/\/app\.example\/api\/agora\/v1\/apps\/app1\//);
    expect(requests[0]?.headers.get("x-csrf")).toBe("1");
    expect(requests[0]?.headers.get("x-agora-edge-grant")).toBe("grant-1");
    expect(requests[0]?.headers.has("authorization")).toBe(false);
    expect(requests[0]?.credentials).toBe("include");
  });

  test("a relative base URL resolves against the page at call time", async () => {
    const { recording, requests } = stubService([queried()], { auth: undefined, baseUrl: "/api/agora" } as never);
    const error = await settle(recording.query(handle));
    expect(error).toMatchObject({ kind: "invalid-config" });
    vi.stubGlobal("location", { href: "https://app.example/rooms/1?x" });
    await recording.query(handle);
    expect(requests[0]?.url).toMatch(/^https:\/\/app\.example\/api\/agora\/v1\/apps\//);
  });
});

describe("hosts", () => {
  const origins = (requests: Request[]) => requests.map((request) => new URL(request.url).host);

  test("a failed connection moves on: other domain, then neighbouring region; a host that works is kept", async () => {
    const replies = [connectionFailed(), connectionFailed(), connectionFailed(), acquired(), acquired()];
    const { recording, requests } = stubService(replies, { area: "EU" });
    await settle(recording.acquire(acquireRequest));
    await recording.acquire(acquireRequest);
    expect(origins(requests)).toEqual([
      "api-eu-west-1.agora.io",
      "api-eu-west-1.sd-rtn.com",
      "api-eu-central-1.agora.io",
      "api-eu-central-1.sd-rtn.com",
      "api-eu-central-1.sd-rtn.com",
    ]);
  });

  test("a host that does not answer in time is left too, after the pauses for time-outs", async () => {
    const { recording, requests } = stubService(["silence", acquired()], { area: "CN" });
    const call = recording.acquire(acquireRequest);
    await vi.advanceTimersByTimeAsync(12_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(origins(requests)).toEqual(["api-cn-east-1.sd-rtn.com", "api-cn-east-1.agora.io"]);
    expect(await call).toMatchObject({ resourceId: "resource-1" });
  });

  test("two calls that fail on one host move on by one host, not by two", async () => {
    const replies = [connectionFailed(), connectionFailed(), acquired(), acquired()];
    const { recording, requests } = stubService(replies);
    await settle(Promise.all([recording.acquire(acquireRequest), recording.acquire(acquireRequest)]));
    expect(origins(requests)).toEqual(["api.agora.io", "api.agora.io", "api.sd-rtn.com", "api.sd-rtn.com"]);
  });

  test("an answer, even a bad one, is no reason to move", async () => {
    const { recording, requests } = stubService([json(500, {}), acquired()]);
    await settle(recording.acquire(acquireRequest));
    expect(origins(requests)).toEqual(["api.agora.io", "api.agora.io"]);
  });
});

describe("repeats", () => {
  const notCompleted = () => json(206, { code: 65, reason: "request not completed" });

  test("65 repeats with the same resource after 3 and 6 s, then gives up", async () => {
    const sentAt: number[] = [];
    const reply = () => {
      sentAt.push(Date.now() - begin);
      return notCompleted();
    };
    const begin = Date.now();
    const { recording, requests } = stubService([reply, reply, reply]);
    const error = await settle(recording.start(startRequest));
    expect(error).toBeInstanceOf(AgoraApiError);
    expect(error).toMatchObject({ kind: "request-not-completed", status: 206, code: 65 });
    expect(sentAt).toEqual([0, 3000, 9000]);
    for (const request of requests) expect(request.url).toContain("resourceid/resource%2B%2F1%3D/");
  });

  test("pauses are as documented, with jitter on top", async () => {
    const delays: number[] = [];
    const { recording } = stubService([notCompleted(), notCompleted(), json(200, { sid: "sid1" })], {
      random: () => 0.5,
      onRetry: ({ delay }) => delays.push(delay),
    });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
    expect(delays).toEqual([3300, 6600]);
  });

  test("429 backs off and honours Retry-After, as seconds and as a date", async () => {
    const delays: number[] = [];
    const limited = (after: string) => json(429, { message: "API rate limit exceeded" }, { "retry-after": after });
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { recording } = stubService([limited("7"), limited(date), acquired()], {
      onRetry: ({ delay }) => delays.push(delay),
    });
    expect(await settle(recording.acquire(acquireRequest))).toMatchObject({ resourceId: "resource-1" });
    expect(delays).toEqual([7000, 13_000]);
  });

  test.each([400, 401, 403, 404, 409])("%i is never repeated", async (status) => {
    const { recording, requests } = stubService([json(status, { code: 406, reason: "vendor_over_load" })]);
    expect(await settle(recording.acquire(acquireRequest))).toBeInstanceOf(AgoraApiError);
    expect(requests).toHaveLength(1);
  });

  test("a policy can tune or switch off the repeats", async () => {
    const off = stubService([json(500, {})], { retry: false });
    expect(await settle(off.recording.acquire(acquireRequest))).toMatchObject({ status: 500 });
    expect(off.requests).toHaveLength(1);
    const few = stubService([json(500, {}), json(500, {})], { retry: { maxRetries: 1 } });
    expect(await settle(few.recording.acquire(acquireRequest))).toMatchObject({ status: 500 });
    expect(few.requests).toHaveLength(2);
    const own = stubService([json(400, {}), acquired()], { retry: { delays: () => [50] } });
    expect(await settle(own.recording.acquire(acquireRequest), 60)).toMatchObject({ resourceId: "resource-1" });
  });

  test("no repeat begins after maxElapsed", async () => {
    const { recording, requests } = stubService([json(500, {}), json(500, {})], { maxElapsed: 5000 });
    expect(await settle(recording.acquire(acquireRequest), 5000)).toMatchObject({ status: 500 });
    expect(requests).toHaveLength(2);
  });

  test("behind a proxy answers are not repeated, but failures to reach it are", async () => {
    const options = { auth: undefined, baseUrl: "https://app.example/agora" } as never;
    const answered = stubService([json(500, {})], options);
    expect(await settle(answered.recording.acquire(acquireRequest))).toMatchObject({ status: 500 });
    expect(answered.requests).toHaveLength(1);
    const unreached = stubService([connectionFailed(), acquired()], options);
    expect(await settle(unreached.recording.acquire(acquireRequest))).toMatchObject({ resourceId: "resource-1" });
  });

  test.each([
    ["a gateway that slows down", json(429, { message: "API rate limit exceeded" }), true],
    ["a gateway that knows no route", json(404, { message: "no Route matched with those values" }), true],
    ["a gateway that knows no App ID", json(400, { message: "appid is invalid" }), true],
    ["a status without a word", json(408, {}), true],
    ["a page of a proxy", page(403, "<html>Forbidden"), true],
    ["a refusal of the app's own proxy", json(403, {}, { "x-agora-edge-proxy": "1" }), true],
    ["the service, about the task", json(400, { code: 53, reason: "task conflict" }), false],
    ["the service, about the age of the resource alone", json(400, { code: 433 }), true],
  ])("doubt about a lost start is for the service to settle: %s", async (_, answer, outcomeUnknown) => {
    const { recording } = stubService([connectionFailed(), answer], { retry: { maxRetries: 1 } });
    expect(await settle(recording.start(startRequest))).toMatchObject({ retry: { outcomeUnknown } });
  });
});

describe("connection failures", () => {
  test("become an AgoraNetworkError that keeps its cause, not the request", async () => {
    const cause = connectionFailed();
    const { recording } = stubService([cause], { retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toBeInstanceOf(AgoraNetworkError);
    expect(error).toMatchObject({ kind: "network-error", cause, retry: { outcomeUnknown: true } });
  });

  test("a name that does not resolve is told apart: nothing was sent", async () => {
    const cause = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error("getaddrinfo ENOTFOUND api.agora.io"), { code: "ENOTFOUND" }),
    });
    const { recording } = stubService([cause], { retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "dns-failure", retry: { outcomeUnknown: false } });
  });

  test("silence becomes an AgoraTimeoutError even when fetch ignores its signal", async () => {
    const { recording } = stubService(["silence"], { retry: false });
    const call = recording.start(startRequest, { timeout: 2000 });
    const error = await settle(call, 2000);
    expect(error).toBeInstanceOf(AgoraTimeoutError);
    expect(error).toMatchObject({ kind: "client-timeout", retry: { outcomeUnknown: true } });
  });

  test("a read-only call has no outcome to be in doubt about", async () => {
    const { recording } = stubService([connectionFailed()], { retry: false });
    expect(await settle(recording.query(handle))).toMatchObject({ retry: { outcomeUnknown: false } });
  });

  test.each([
    ["synchronous", {}, 30_000],
    ["asynchronous", { async_stop: true }, 10_000],
  ])("a %s stop has its own time", async (_, clientRequest, ms) => {
    const { recording } = stubService(["silence"], { retry: false });
    const ended = vi.fn();
    recording.stop(handle, clientRequest).catch(ended);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledWith(expect.any(AgoraTimeoutError));
  });

  test("a time-out and an abort reach fetch", async () => {
    const controller = new AbortController();
    const { recording, requests } = stubService(["silence", "silence"], { retry: false });
    const aborted = settle(recording.query(handle, { signal: controller.signal }), 10);
    await vi.advanceTimersByTimeAsync(5);
    controller.abort();
    await aborted;
    await settle(recording.query(handle, { timeout: 50 }), 50);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  test("a time-out that no timer can hold is as long as timers get; one that is none is refused", async () => {
    const late = () => new Promise<Response>((resolve) => setTimeout(() => resolve(queried()), 300));
    const { recording } = stubService([late]);
    expect(await settle(recording.query(handle, { timeout: Infinity }))).toMatchObject({ state: "in-progress" });
    for (const timeout of [0, -1, Number.NaN]) {
      const refused = recording.query(handle, { timeout });
      await expect(refused).rejects.toMatchObject({ kind: "invalid-request", issues: [{ path: "timeout" }] });
    }
  });

  test("a host name that contains dns is no failed name", async () => {
    const { recording } = stubService([new TypeError("read ECONNRESET by dns.proxy.local")], { retry: false });
    expect(await settle(recording.start(startRequest))).toMatchObject({ kind: "network-error" });
  });
});

describe("the caller's own functions", () => {
  test("that never answer end with the time of the attempt, and with the signal", async () => {
    const never = () => new Promise<string>(() => {});
    const { recording, requests } = stubService([], { auth: tokenAuth(never), retry: false });
    expect(await settle(recording.start(startRequest), 10_000)).toMatchObject({
      kind: "client-timeout",
      retry: { outcomeUnknown: false },
    });
    const controller = new AbortController();
    const call = recording.start(startRequest, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5);
    controller.abort();
    expect(await call).toMatchObject({ kind: "aborted" });
    expect(requests).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that fail are named, with what they threw", async () => {
    const cause = new Error("session over");
    const auth = tokenAuth(() => Promise.reject(cause));
    const { recording } = stubService([], { auth });
    const error = await settle(recording.query(handle));
    expect(error).toMatchObject({ kind: "invalid-config", cause });
    expect((error as Error).message).toContain("token");
  });

  test("that give what no header may hold are refused without a word of it", async () => {
    const { recording } = stubService([], { auth: tokenAuth(async () => "007SECRET\n") });
    const error = await settle(recording.query(handle));
    expect(error).toMatchObject({ kind: "invalid-config", issues: [{ path: "headers" }] });
    expect((error as Error).cause).toBeUndefined();
    expect(inspect(error, { depth: 9 })).not.toContain("007SECRET");
  });
});

describe("abort", () => {
  test("before anything was sent", async () => {
    const { recording, requests } = stubService([]);
    const error = await settle(recording.acquire(acquireRequest, { signal: AbortSignal.abort("gone") }));
    expect(error).toBeInstanceOf(AgoraAbortError);
    expect(error).toMatchObject({ kind: "aborted", cause: "gone", retry: { outcomeUnknown: false } });
    expect(requests).toHaveLength(0);
  });

  test("at once after the call, when nothing has left yet", async () => {
    const controller = new AbortController();
    const { recording, requests } = stubService([]);
    const call = recording.start(startRequest, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ kind: "aborted", retry: { outcomeUnknown: false } });
    expect(requests).toHaveLength(0);
  });

  test("while the request is under way", async () => {
    const controller = new AbortController();
    const { recording } = stubService(["silence"]);
    const call = recording.start(startRequest, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await call).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: true } });
  });

  test("while waiting to repeat", async () => {
    const controller = new AbortController();
    const { recording, requests } = stubService([connectionFailed()]);
    const call = recording.start(startRequest, { signal: controller.signal });
    const caught = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await caught).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: true } });
    expect(requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("ambiguous outcomes", () => {
  test("a lost start repeats its resource ID; 201 that names the sid means the first one worked", async () => {
    const { recording, requests } = stubService([
      connectionFailed(),
      json(201, { code: 7, reason: "already started", sid: "sid-of-the-first" }),
    ]);
    const started = await settle(recording.start(startRequest));
    expect(started).toMatchObject({ sid: "sid-of-the-first", resourceId: resource.resourceId, appId: "app1" });
    expect(requests).toHaveLength(2);
  });

  test("201 without a sid is already-started, with the lost attempt as its cause", async () => {
    const { recording } = stubService([connectionFailed(), json(201, { code: 7, reason: "already started" })]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "already-started", status: 201, code: 7, retry: { policy: "none" } });
    expect((error as Error).cause).toBeInstanceOf(AgoraNetworkError);
  });

  test("201 on a first attempt is never success, but its sid is on the error", async () => {
    const { recording } = stubService([json(201, { code: 7, sid: "running" })]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "already-started", handle: { sid: "running", mode: "mix" } });
  });

  test("a lost start is sent three times at the most", async () => {
    const { recording, requests } = stubService([connectionFailed(), connectionFailed(), connectionFailed()]);
    expect(await settle(recording.start(startRequest))).toBeInstanceOf(AgoraNetworkError);
    expect(requests).toHaveLength(3);
  });

  test("a lost stop asks before it repeats: 404 ends it", async () => {
    const gone = json(404, { code: 404, reason: "failed to find worker" });
    const { recording, requests } = stubService([connectionFailed(), gone]);
    const error = await settle(recording.stop(handle));
    expect(error).toMatchObject({ kind: "task-not-found", operation: "recording.stop", handle, status: 404 });
    expect((error as Error).cause).toBeInstanceOf(AgoraNetworkError);
    expect(requests.map((request) => request.url.split("/").at(-1))).toEqual(["stop", "query"]);
  });

  test("an abort while it asks is an abort of the stop, and leaves it in doubt", async () => {
    const controller = new AbortController();
    const { recording } = stubService([connectionFailed(), "silence"]);
    const call = recording.stop(handle, {}, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4000);
    controller.abort();
    expect(await call).toMatchObject({ kind: "aborted", operation: "recording.stop", retry: { outcomeUnknown: true } });
  });

  test("a stop that the service leaves open is settled by asking, at the end too", async () => {
    const open = () => json(206, { code: 65, reason: "request not completed" });
    const gone = () => json(404, { code: 404, reason: "failed to find worker" });
    const early = stubService([open(), gone()]);
    expect(await settle(early.recording.stop(handle))).toMatchObject({ kind: "task-not-found" });
    const late = stubService([open(), queried(), open(), queried(), open(), gone()]);
    expect(await settle(late.recording.stop(handle))).toMatchObject({ kind: "task-not-found" });
    const never = stubService([open(), queried(), open(), queried(), open(), queried()]);
    const error = await settle(never.recording.stop(handle));
    expect(error).toMatchObject({ kind: "request-not-completed", retry: { outcomeUnknown: true } });
    expect(never.requests.map(({ method }) => method).join()).toBe("POST,GET,POST,GET,POST,GET");
  });

  test("asking counts towards the time of the whole call", async () => {
    const begin = Date.now();
    const ended = vi.fn(() => Date.now() - begin);
    const { recording } = stubService([connectionFailed(), "silence"], { maxElapsed: 5000 });
    recording.stop(handle).catch(ended);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended).toHaveReturnedWith(5000);
  });

  test("a lost stop is sent again while the recording runs", async () => {
    const stopped = json(200, { serverResponse: { uploadingStatus: "uploaded", fileList: "a.m3u8" } });
    const { recording, requests } = stubService([connectionFailed(), queried(), stopped]);
    expect(await settle(recording.stop(handle))).toMatchObject({ upload: "uploaded", files: [{ fileName: "a.m3u8" }] });
    expect(requests.map((request) => request.url.split("/").at(-1))).toEqual(["stop", "query", "stop"]);
  });
});

describe("answers", () => {
  test("the request ID is kept, under each of its names", async () => {
    const names = ["X-Request-ID", "X-Agora-Request-ID", "X-Trace-ID"];
    for (const [index, name] of names.entries()) {
      const headers = Object.fromEntries(names.slice(index).map((each) => [each, `id-of-${each}`]));
      const { recording } = stubService([json(400, { code: 2, reason: "bad" }, headers)]);
      expect(await settle(recording.acquire(acquireRequest))).toMatchObject({ requestId: `id-of-${name}` });
    }
  });

  test.each([
    ["an HTML page", page(502, "<html>\n<h1>502 Bad Gateway</h1></html>"), /502 Bad Gateway/],
    ["an empty body", page(502, ""), /empty/],
    ["JSON that is no object", json(502, "oops"), /oops/],
  ])("%s is decoded by its status, with an excerpt", async (_, answer, excerpt) => {
    const { recording, requests } = stubService([answer, queried()], { retry: { maxRetries: 0 } });
    const error = await settle(recording.stop(handle));
    expect(error).toBeInstanceOf(AgoraApiError);
    expect(error).toMatchObject({ kind: "non-json-response", status: 502, retry: { policy: "same-resource" } });
    expect((error as Error).message).toMatch(excerpt);
    expect(requests).toHaveLength(1);
  });

  test("a page with status 200 is no success, and no reason to repeat", async () => {
    const { recording, requests } = stubService([page(200, "<html>Sign in to the hotel's network")]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "non-json-response", status: 200, retry: { outcomeUnknown: true } });
    expect(requests).toHaveLength(1);
  });

  test("the app's own proxy is never explained as wrong credentials", async () => {
    const kinds = [401, 403, 400].map(async (status) => {
      const answer = json(status, { message: "Invalid authentication credentials" }, { "x-agora-edge-proxy": "1" });
      return settle(stubService([answer]).recording.query(handle));
    });
    expect(await Promise.all(kinds)).toMatchObject([
      { kind: "proxy-unauthenticated" },
      { kind: "proxy-forbidden" },
      { kind: "proxy-rejected" },
    ]);
  });
});
