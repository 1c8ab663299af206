import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import { attemptState, success } from "../testing/attempt.ts";
import { authorize } from "./authorize.ts";
import { headersOf } from "./state.ts";
import { tokenAuth } from "../auth/token-auth.ts";
import { createRecording } from "../recording/recording.ts";
import { handle, json, settle, startRequest, stubService } from "../testing/service.ts";

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
    const { recording, requests } = stubService([queried()], { auth: undefined, baseUrl: "/api/agora" });
    const error = await settle(recording.query(handle));
    expect(error).toMatchObject({ kind: "invalid-config" });
    vi.stubGlobal("location", { href: "https://app.example/rooms/1?x" });
    await recording.query(handle);
    expect(requests[0]?.url).toMatch(/^https:\/\/app\.example\/api\/agora\/v1\/apps\//);
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

describe("authorize, alone", () => {
  test("sets credentials over the app's own headers, and sends no grant beside them", async () => {
    const attempt = attemptState({ grant: "grant-1" });
    const headers = { Authorization: "Bearer app", "x-own": "1" };
    expect(await authorize({ auth: basicAuth("id", "secret"), headers })(attempt, async () => success)).toBe(success);
    expect(Object.fromEntries(headersOf(attempt))).toEqual({
      accept: "application/json",
      authorization: `Basic ${btoa("id:secret")}`,
      "content-type": "application/json;charset=utf-8",
      "x-own": "1",
    });
  });

  test("sends the grant where there are no credentials", async () => {
    const attempt = attemptState({ grant: "grant-1" });
    await authorize({ auth: undefined, headers: { authorization: "Bearer app" } })(attempt, async () => success);
    expect(headersOf(attempt).get("x-agora-edge-grant")).toBe("grant-1");
    expect(headersOf(attempt).get("authorization")).toBe("Bearer app");
  });
});
