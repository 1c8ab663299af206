import { inspect } from "node:util";
import ky from "ky";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAgoraClient } from "../client/agora-client.ts";
import type { AgoraClientOptions } from "../context/options.ts";
import { connectionFailed, handle, json, settle, startRequest, stubService, type Reply } from "../testing/service.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const started = () => json(200, { sid: "sid1" });
const queried = () => json(200, { serverResponse: { status: 5 } });

/** A page's client: its own proxy is on the other side. */
const page = (replies: readonly Reply[], options: Partial<AgoraClientOptions>) =>
  stubService(replies, { auth: undefined, baseUrl: "https://app.example/api/agora", ...options });

describe("an app's own ky instance", () => {
  test("adds headers, and a session token by its hooks", async () => {
    const api = ky.create({
      headers: { "x-app": "rooms" },
      hooks: { beforeRequest: [({ request }) => request.headers.set("authorization", "Bearer session-1")] },
    });
    const { recording, requests } = page([queried()], { ky: api });
    await settle(recording.query({ ...handle, grant: "grant-1" }));
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer session-1");
    expect(requests[0]?.headers.get("x-app")).toBe("rooms");
    expect(requests[0]?.headers.get("x-agora-edge-grant")).toBe("grant-1");
    expect(requests[0]?.headers.get("content-type")).toBe("application/json;charset=utf-8");
  });

  test("gets a new session after a 401 and sends the same request again, which is one attempt", async () => {
    let session = "old";
    const refresh = vi.fn(async () => (session = "new"));
    const api = ky.create({
      hooks: {
        beforeRequest: [({ request }) => request.headers.set("authorization", `Bearer ${session}`)],
        afterResponse: [
          async ({ request, response, retryCount }) => {
            if (response.status !== 401 || retryCount > 0) return undefined;
            const headers = new Headers(request.headers);
            headers.set("authorization", `Bearer ${await refresh()}`);
            return ky.retry({ request: new Request(request, { headers }), delay: 0 });
          },
        ],
      },
    });
    const onRetry = vi.fn();
    const { recording, requests, bodies } = page([json(401, {}), started()], { ky: api, onRetry });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer old", "Bearer new"]);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(refresh).toHaveBeenCalledOnce();
    expect(onRetry).not.toHaveBeenCalled();
  });

  test("does not decide about repeats, time-outs, hosts and errors", async () => {
    const api = ky.create({
      prefix: "https://elsewhere.example",
      baseUrl: "https://elsewhere.example",
      timeout: 1,
      totalTimeout: 1,
      retry: { limit: 5, methods: ["post", "get"], statusCodes: [500], delay: () => 1 },
    });
    const late = () => new Promise<Response>((resolve) => setTimeout(() => resolve(json(500, { code: 500 })), 100));
    const { recording, requests } = page([late], { ky: api });
    expect(await settle(recording.query(handle))).toMatchObject({ name: "AgoraApiError", status: 500 });
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual(["https://app.example"]);
    const lost = page([connectionFailed(), queried()], { ky: api });
    const times: number[] = [];
    await settle(lost.recording.query(handle).then(() => times.push(Date.now())));
    expect(lost.requests).toHaveLength(2);
  });

  test("sends with its own fetch, unless the client has one", async () => {
    const sent: string[] = [];
    const fetchOf = (name: string) => async () => {
      sent.push(name);
      return queried();
    };
    const api = ky.create({ fetch: fetchOf("ky's") });
    const options = { appId: "app1", baseUrl: "https://app.example", ky: api };
    await settle(createAgoraClient(options).recording.query(handle));
    await settle(createAgoraClient({ ...options, fetch: fetchOf("the client's") }).recording.query(handle));
    expect(sent).toEqual(["ky's", "the client's"]);
  });

  test("can answer by itself", async () => {
    const api = ky.create({ hooks: { beforeRequest: [() => queried()] } });
    const { recording, requests } = page([], { ky: api });
    expect(await settle(recording.query(handle))).toMatchObject({ state: "in-progress" });
    expect(requests).toHaveLength(0);
  });

  test("may send another request, which follows no redirect either", async () => {
    const api = ky.create({
      hooks: { beforeRequest: [({ request }) => new Request("https://gate.example/", { headers: request.headers })] },
    });
    const { recording, requests } = page([queried()], { ky: api });
    await settle(recording.query(handle));
    expect(requests.map(({ url, redirect }) => [url, redirect])).toEqual([["https://gate.example/", "manual"]]);
  });

  test("is refused if it is not an instance of ky 2", () => {
    const options = { appId: "app1", baseUrl: "/api", ky: fetch as never };
    expect(() => createAgoraClient(options)).toThrow("ky must be an instance of ky 2");
  });
});

describe("a hook of it that fails", () => {
  const gone = new Error("the session is over");

  test("before anything is sent ends the call as that, and nothing is repeated", async () => {
    const beforeRequest = vi.fn(() => Promise.reject(gone));
    const { recording, requests } = page([], { ky: ky.create({ hooks: { beforeRequest: [beforeRequest] } }) });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "invalid-config", cause: gone, retry: { outcomeUnknown: false } });
    expect((error as Error).message).toContain("A hook of `ky` failed: the session is over.");
    expect(beforeRequest).toHaveBeenCalledOnce();
    expect(requests).toHaveLength(0);
  });

  test("after a start was sent leaves in doubt what became of it", async () => {
    const api = ky.create({ hooks: { afterResponse: [() => Promise.reject(gone)] } });
    const { recording, requests } = page([started()], { ky: api });
    expect(await settle(recording.start(startRequest))).toMatchObject({
      kind: "invalid-config",
      retry: { outcomeUnknown: true },
    });
    expect(requests).toHaveLength(1);
  });

  test("to end in time sends nothing any more", async () => {
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 70_000));
    const api = ky.create({ hooks: { beforeRequest: [slow] } });
    const { recording, requests } = page([started()], { ky: api, retry: false });
    expect(await settle(recording.start(startRequest))).toMatchObject({
      kind: "client-timeout",
      retry: { outcomeUnknown: false },
    });
    expect(requests).toHaveLength(0);
  });
});

describe("what ky throws brings no secret into an error", () => {
  const secrets = ["session-secret", "rtc-token-value", "secret-key-value", "customer-secret", "builder-secret"];
  const expectClean = (error: unknown) => {
    const { cause } = error as Error;
    const text =
      inspect(error, { depth: 20 }) + inspect(cause, { depth: 20, showHidden: true }) + JSON.stringify(error);
    for (const secret of [...secrets, btoa("customer-id:customer-secret")]) expect(text).not.toContain(secret);
  };
  const authorized = {
    beforeRequest: [({ request }: { request: Request }) => request.headers.set("x-session", "session-secret")],
  };

  test("when the connection fails", async () => {
    const api = ky.create({ hooks: authorized });
    const { recording, agora } = stubService([connectionFailed(), connectionFailed()], { ky: api, retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "network-error", cause: { name: "TypeError", message: "fetch failed" } });
    expectClean(error);
    expectClean(await settle(agora.sttTasks.query({ tokenName: "builder-secret", taskId: "task1" })));
  });

  test("when a hook asks for one repeat too many", async () => {
    const afterResponse = [({ request }: { request: Request }) => ky.retry({ request, delay: 0 })];
    const api = ky.create({ retry: 1, hooks: { ...authorized, afterResponse } });
    const { recording } = stubService([json(401, {}), json(401, {})], { ky: api });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "invalid-config", cause: { name: "ForceRetryError" } });
    expectClean(error);
  });

  test.each([
    ["an answer that it takes for an error", () => json(401, { token: "session-secret" })],
    ["a connection that fails", connectionFailed],
  ])("when it is given as `fetch`: %s", async (_, reply) => {
    const own = ky.create({
      headers: { "x-session": "session-secret" },
      retry: 0,
      fetch: async () => {
        const made = reply();
        if (made instanceof Response) return made;
        throw made;
      },
    });
    const { recording } = stubService([], { fetch: own, retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "network-error" });
    expectClean(error);
  });
});

test("the platform's fetch is told when the call is ended, and is looked up when it is used", async () => {
  const client = createAgoraClient({ appId: "app1", baseUrl: "https://app.example" });
  const signals: (AbortSignal | null | undefined)[] = [];
  vi.stubGlobal("fetch", (_: Request, init?: RequestInit) => {
    signals.push(init?.signal);
    return new Promise<Response>(() => {});
  });
  const controller = new AbortController();
  const ended = settle(client.recording.query(handle, { signal: controller.signal }), 10);
  await vi.advanceTimersByTimeAsync(5);
  expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
  controller.abort();
  await ended;
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});
