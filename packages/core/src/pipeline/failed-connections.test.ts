import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { basicAuth } from "../auth/basic-auth.ts";
import { createAgoraClient } from "../client/agora-client.ts";
import { explainError } from "../explain/explain-error.ts";
import { zhCN } from "../locales/zh-CN.ts";
import { handle, json, resource, settle, startRequest, stubService } from "../testing/service.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const acquireRequest = { cname: "room-1", uid: "900001" };
const acquired = () => json(200, { resourceId: "r" });

const said = (error: unknown): string => (error instanceof Error ? error.message : "");

/** A fetch that fails with this, and the message of the error that comes of it. */
async function messageOf(cause: unknown): Promise<string> {
  const fetch = () => Promise.reject(cause);
  const { recording } = stubService([], { fetch, retry: false });
  const error = await settle(recording.acquire(acquireRequest));
  expect(error).toBeInstanceOf(AgoraNetworkError);
  return said(error);
}

const failed = (cause: Error) => new TypeError("fetch failed", { cause });
const coded = (code: string, message = "") => Object.assign(new Error(message), { code });

describe("a failed connection says what its cause says", () => {
  test.each([
    [
      failed(coded("DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate")),
      "self-signed certificate (DEPTH_ZERO_SELF",
    ],
    [new TypeError("Illegal invocation: function called with incorrect `this` reference"), "Illegal invocation"],
    [failed(new Error("bad port")), "What failed: bad port."],
    [new TypeError("Failed to fetch"), "Failed to fetch"],
    [new TypeError("NetworkError when attempting to fetch resource."), "attempting to fetch resource. "],
    [failed(coded("ECONNREFUSED")), "ECONNREFUSED"],
    [failed(Object.assign(coded("ECONNREFUSED"), { errors: [coded("", "connect ECONNREFUSED ::1:443")] })), "::1:443"],
    ["thrown text", "thrown text"],
  ])("%s", async (cause, words) => {
    const message = await messageOf(cause);
    expect(`${message} `).toContain(words);
    expect(message).not.toContain("fetch failed");
  });

  test("what wraps nothing is said as it is, and nothing is made of nothing", async () => {
    expect(await messageOf(new TypeError("fetch failed"))).toContain("What failed: fetch failed.");
    expect(await messageOf(undefined)).not.toContain("What failed");
    const circle = new Error("round");
    circle.cause = circle;
    expect(await messageOf(circle)).toContain("What failed: round.");
  });

  test("without what is secret in it: credentials, tokens, addresses", async () => {
    const header = btoa("customer-id:customer-secret");
    const message = await messageOf(
      failed(new Error(`no way to https://me:pass@proxy.example/x?token=abc with Basic ${header} customer-secret`)),
    );
    expect(message).toContain("proxy.example/x");
    for (const secret of ["me:pass", "abc", header, "customer-secret"]) expect(message).not.toContain(secret);
    const { agora } = stubService([new Error("lost https://h.example/tasks?builderToken=SECRETTOKEN1 SECRETTOKEN1")], {
      retry: false,
    });
    const error = await settle(agora.sttTasks.query({ tokenName: "SECRETTOKEN1", taskId: "task1" }));
    expect(said(error)).toContain("What failed: lost");
    expect(said(error)).not.toContain("SECRETTOKEN1");
  });
});

describe("what may have taken effect", () => {
  const doubt = /may have taken effect all the same/;
  const lost = { fetch: () => Promise.reject(new TypeError("fetch failed")), retry: false } as const;

  test("is no matter of an acquire or a read", async () => {
    const { agora, recording } = stubService([], lost);
    const reads: (() => Promise<unknown>)[] = [
      () => recording.acquire(acquireRequest),
      () => recording.query(handle),
      () => agora.sttAgents.get({ agentId: "A1" }),
      () => agora.sttTasks.acquire({ instanceId: "x" }),
    ];
    for (const read of reads) {
      const error = await settle(read());
      expect(error).toMatchObject({ kind: "network-error", retry: { outcomeUnknown: false } });
      expect(said(error)).not.toMatch(doubt);
      expect(said(error)).not.toMatch(/\bstart\b|\bstop\b/);
      expect(explainError(error, { locale: zhCN }).action).not.toContain("查询");
    }
  });

  test("is said of a start, a stop and a join, in every language and after a journey as JSON", async () => {
    const { agora, recording } = stubService([], lost);
    const joining = {
      name: "n",
      languages: ["en-US" as const],
      rtcConfig: { channelName: "c", pubBotUid: "1", subBotUid: "2" },
    };
    const calls: (() => Promise<unknown>)[] = [
      () => recording.start(startRequest),
      () => recording.stop(handle),
      () => agora.sttAgents.join(joining),
    ];
    for (const call of calls) {
      const error = await settle(call());
      expect(said(error)).toMatch(doubt);
      expect(explainError(error).explanation).toMatch(doubt);
      const there = JSON.parse(JSON.stringify(error)) as unknown;
      expect(explainError(there, { locale: zhCN }).explanation).toBe(
        "尚未收到响应，连接就已失败。此次调用仍可能已经生效。",
      );
    }
  });

  test("is said once, where the text of the kind does not say it", async () => {
    const { recording } = stubService([json(500, { code: 62, reason: "request timeout" })], { retry: false });
    const error = await settle(recording.start(startRequest));
    expect(said(error)).toContain("the recording may be running");
    expect(said(error)).not.toMatch(doubt);
  });
});

test.each([
  ["start", [3000, 6000]],
  ["stop", [3000, 6000]],
  ["acquire", [1000, 3000, 6000]],
  ["query", [1000, 3000, 6000]],
] as const)("the delays of a lost %s are those that the client keeps to", async (name, delays) => {
  const { recording } = stubService([], { fetch: () => Promise.reject(new TypeError("fetch failed")) });
  const times: number[] = [];
  const { recording: watched } = stubService([], {
    fetch: () => {
      times.push(Date.now());
      return Promise.reject(new TypeError("fetch failed"));
    },
  });
  const call = (client: typeof recording): Promise<unknown> =>
    ({
      start: () => client.start(startRequest),
      stop: () => client.stop(handle),
      acquire: () => client.acquire(acquireRequest),
      query: () => client.query(handle),
    })[name]();
  expect(await settle(call(recording))).toMatchObject({ kind: "network-error", retry: { delays } });
  await settle(call(watched));
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  // A stop asks for the state in between, at once.
  expect(pauses.filter((ms) => ms > 0)).toEqual(delays);
});

describe("a fetch of the caller's", () => {
  /** As undici, node-fetch and the windows of simulated browsers do: another kind of Request is text to them. */
  const foreign = (seen: unknown[][], complain: (text: string) => Error) => (input: unknown, init?: RequestInit) => {
    seen.push([input, init]);
    if (typeof input !== "string") return Promise.reject(complain(String(input)));
    return Promise.resolve(foreignAnswer(acquired()));
  };

  /** An answer that is no Response of this realm. */
  const foreignAnswer = (answer: Response) => ({
    status: answer.status,
    ok: answer.ok,
    headers: answer.headers,
    text: () => answer.text(),
    clone: () => foreignAnswer(answer.clone()),
  });

  test.each([
    ["undici", (text: string) => new TypeError(`Failed to parse URL from ${text}`)],
    ["node-fetch 2", () => new TypeError("Only absolute URLs are supported")],
    ["node-fetch 3", () => new TypeError("Invalid URL")],
    ["cross-fetch", () => new TypeError("failed", { cause: new TypeError("Invalid URL: [object Request]") })],
  ])("that knows only its own Request gets the parts: %s", async (_, complain) => {
    const seen: unknown[][] = [];
    const fetch = foreign(seen, complain) as typeof globalThis.fetch;
    const { recording } = stubService([], { fetch });
    expect(await settle(recording.acquire(acquireRequest))).toMatchObject({ resourceId: "r" });
    expect(seen).toHaveLength(2);
    const [url, init] = seen[1] as [string, RequestInit & { headers: Record<string, string>; body: string }];
    expect(url).toBe("https://api.agora.io/v1/apps/app1/cloud_recording/acquire");
    expect(init.method).toBe("POST");
    expect(init.headers.authorization).toMatch(/^Basic /);
    expect(JSON.parse(init.body)).toMatchObject(acquireRequest);
    expect(init.signal).toBeInstanceOf(AbortSignal);
  });

  test("is not asked twice where the first may have been sent", async () => {
    const seen: unknown[][] = [];
    const fetch = foreign(seen, () => new TypeError("fetch failed")) as typeof globalThis.fetch;
    const { recording } = stubService([], { fetch, retry: false });
    expect(await settle(recording.acquire(acquireRequest))).toBeInstanceOf(AgoraNetworkError);
    expect(seen).toHaveLength(1);
  });

  test("that takes neither is named as what failed", async () => {
    const fetch = () => Promise.reject(new TypeError("Failed to parse URL from [object Request]"));
    const { recording } = stubService([], { fetch, retry: false });
    const error = await settle(recording.acquire(acquireRequest));
    expect(error).toMatchObject({ kind: "network-error" });
    expect(said(error)).toContain("Failed to parse URL from [object Request]");
    expect(explainError(error).causes).toContain("fetch that is not bound or not the platform's");
  });
});

describe("where a method of AbortSignal is missing", () => {
  const places = [
    [AbortSignal, "any"],
    [AbortSignal, "timeout"],
    [AbortSignal.prototype, "throwIfAborted"],
  ] as const;
  const kept = places.map(([place, name]) => Object.getOwnPropertyDescriptor(place, name) ?? {});
  beforeEach(() => {
    for (const [place, name] of places) Object.defineProperty(place, name, { value: undefined, configurable: true });
  });
  afterEach(() => {
    for (const [index, [place, name]] of places.entries()) Object.defineProperty(place, name, kept[index] ?? {});
  });

  test("calls work, with a fetch of the caller's and with the platform's", async () => {
    const { signal } = new AbortController();
    const own = stubService([acquired()]);
    expect(await settle(own.recording.acquire(acquireRequest, { signal }))).toMatchObject({ resourceId: "r" });
    expect(own.requests[0]?.signal.aborted).toBe(false);
    vi.stubGlobal("fetch", () => Promise.resolve(acquired()));
    const { recording } = createAgoraClient({ appId: "app1", auth: basicAuth("customer-id", "customer-secret") });
    expect(await settle(recording.acquire(acquireRequest, { signal }))).toMatchObject({ resourceId: "r" });
  });

  test("a call that is cancelled ends as such", async () => {
    const { recording } = stubService(["silence"]);
    const controller = new AbortController();
    const call = recording
      .start({ ...startRequest, ...resource }, { signal: controller.signal })
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort("enough");
    expect(await call).toMatchObject({ name: "AgoraAbortError", cause: "enough" });
    const before = await recording
      .acquire(acquireRequest, { signal: controller.signal })
      .catch((error: unknown) => error);
    expect(before).toMatchObject({ name: "AgoraAbortError", cause: "enough" });
  });
});
