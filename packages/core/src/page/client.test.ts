import { afterEach, describe, expect, test, vi } from "vitest";
import {
  AgoraApiError,
  AgoraNetworkError,
  AgoraTimeoutError,
  AgoraValidationError,
  type AgoraError,
} from "../index.ts";
import { createPageClient, createPageRecording, createPageSttAgents, explainError } from "../page.ts";
import { room, settle } from "../server/testing/steps.ts";
import { worldOf } from "../server/testing/upstream.ts";
import { clientRequest, createWorld, type World } from "../server/testing/world.ts";

async function record(world: World, page = world.pageClient("alice")) {
  const lease = await page.recording.acquire(room);
  const handle = await page.recording.start({ ...lease, mode: "mix", clientRequest });
  return { page, lease, handle };
}

const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
const join = { name: "room-1", languages: ["en-US"], rtcConfig } as const;
const failureOf = (call: Promise<unknown>): Promise<AgoraError> =>
  call.then(
    () => Promise.reject(new Error("It worked.")),
    (error: AgoraError) => error,
  );

/** The results of the same calls by the client of servers, which reads the service's own words. */
describe("what a page gets", () => {
  test("is what the client that reads the service's own words gets, for recordings", async () => {
    const results = async (make: (world: World) => Pick<World, "page">["page"] | World["pageClient"]) => {
      const world = createWorld({ fake: { seed: 7 } });
      world.fake.channel("room-1").join("1001");
      const { recording } = make(world)("alice");
      const lease = await recording.acquire(room);
      const handle = await recording.start({ ...lease, mode: "mix", clientRequest });
      world.fake.advance(10_000);
      const queried = await recording.query(handle);
      const updated = await recording.updateLayout(handle, { mixedVideoLayout: 1 });
      const subscription = { streamSubscribe: { audioUidList: { subscribeAudioUids: ["1001"] } } };
      const changed = await recording.update(handle, subscription);
      const stopped = await recording.stop(handle, { async_stop: false });
      return { lease, handle, queried, updated, changed, stopped };
    };
    const finished = await results((world) => world.pageClient);
    expect(finished).toEqual(await results((world) => world.page));
    expect(finished.queried).toMatchObject({ state: "ready" });
    expect(finished.stopped.files.length).toBeGreaterThan(0);
  });

  test("is the same for transcriptions of both families", async () => {
    const results = async (make: (world: World) => World["page"] | World["pageClient"]) => {
      const world = createWorld({ fake: { seed: 7 } });
      const { sttAgents, sttTasks } = make(world)("alice");
      const agent = await sttAgents.join(join);
      const got = await sttAgents.get(agent);
      const lease = await sttTasks.acquire({ instanceId: "room-1" });
      const task = await sttTasks.start({
        ...lease,
        version: "v6",
        request: {
          languages: ["en-US"],
          rtcConfig: { channelName: "room-1", subBotUid: "900003", pubBotUid: "900004" },
        },
      });
      const queried = await sttTasks.query(task);
      const stopped = await sttTasks.stop(task);
      const updated = await settle(world, sttAgents.update(agent, { languages: ["de-DE"] }));
      const left = await sttAgents.leave(agent);
      return { agent, got, updated, left, lease, task, queried, stopped };
    };
    expect(await results((world) => world.pageClient)).toEqual(await results((world) => world.page));
  });

  test("lists its agents where the app lets it", async () => {
    const authorize = () => ({ subject: "alice", list: { channel: "room-1" } });
    const world = createWorld({ authorize });
    const { sttAgents } = world.pageClient("alice");
    const { agentId } = await sttAgents.join(join);
    world.fake.advance(5000);
    const found: string[] = [];
    for await (const item of sttAgents.list()) found.push(item.agentId);
    expect(found).toEqual([agentId]);
  });

  test("measures leases and handles by the clock of the page, which may be another than that of the server", async () => {
    const world = createWorld();
    const { clock } = world.fake;
    const ahead = { ...clock, now: () => clock.now() + 3_600_000 };
    const { lease, handle } = await record(world, world.pageClient("alice", { clock: ahead }));
    expect([lease.acquiredAt, lease.expiresAt]).toEqual([ahead.now(), ahead.now() + 300_000]);
    expect(handle.startedAt).toBe(ahead.now());
  });

  test("names the services of a page that needs but one", async () => {
    const world = createWorld();
    const options = { appId: world.fake.appId, baseUrl: "/api/agora" };
    expect(Object.keys(createPageRecording(options))).toEqual(["appId", "recording"]);
    expect(Object.keys(createPageSttAgents(options))).toEqual(["appId", "sttAgents"]);
    expect(Object.keys(createPageClient(options))).toEqual(["appId", "recording", "sttAgents", "sttTasks"]);
    expect(() => createPageClient({ ...options, baseUrl: "" })).toThrow("baseUrl is missing");
  });
});

describe("a failure", () => {
  test("of the service comes with its facts and its words", async () => {
    const world = createWorld();
    const { page, handle } = await record(world);
    world.fake.fail("recording.query", { code: 65, times: 9 });
    const error = await settle(world, page.recording.query(handle));
    expect(error).toBeInstanceOf(AgoraApiError);
    const direct = await settle(world, world.page("alice").recording.query(handle));
    const { kind, code, status, reason, retry } = direct as AgoraError;
    const requestId = expect.any(String);
    expect(error).toMatchObject({ kind, code, status, reason, retry, requestId, operation: "recording.query", handle });
    const facts = ({ message }: AgoraError) => message.replace(/request \w{32}/, "request");
    expect(facts(error as AgoraError)).toBe(facts(direct as AgoraError));
    const { title, explanation, action } = explainError(error);
    expect([title, explanation, action].every((part) => part.length > 0)).toBe(true);
  });

  test("is Chinese where the page is", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    const mallory = world.pageClient("mallory", { locale: "zh-CN" });
    const error = await failureOf(mallory.recording.stop(handle));
    expect(error).toMatchObject({ kind: "proxy-forbidden", status: 403, handle });
    expect(explainError(error)).toMatchObject({ title: "没有权限" });
    expect(error.message).toContain("应用自己的服务器不允许当前用户执行此操作。");
  });

  test("of the proxy says why it was refused, and the app's own Response keeps its words", async () => {
    const own = createWorld({ authorize: () => Response.json({ reason: "Trial is over." }, { status: 402 }) });
    const error = await failureOf(own.pageClient("alice").recording.acquire(room));
    expect(error).toMatchObject({ kind: "proxy-rejected", status: 402, reason: "Trial is over." });
    const { page, handle } = await record(createWorld());
    const { grant: _, ...without } = handle;
    expect(await failureOf(page.recording.query(without))).toMatchObject({
      kind: "proxy-forbidden",
      reason: "The request has no grant: x-agora-edge-grant.",
    });
  });

  test("of a request that the checks refuse names every problem", async () => {
    const world = createWorld();
    const error = await failureOf(world.pageClient("alice").recording.acquire({ cname: "room-1", uid: "x" }));
    expect(error).toBeInstanceOf(AgoraValidationError);
    expect(error).toMatchObject({ kind: "invalid-request", issues: [{ path: "uid" }] });
    expect(explainError(error).causes[0]).toContain("uid");
  });

  test.each([
    ["client-timeout", AgoraTimeoutError, () => new Promise<Response>(() => {})],
    ["network-error", AgoraNetworkError, () => Promise.reject(new TypeError("connect ECONNREFUSED 10.0.0.5:443"))],
  ])(
    "between proxy and service is a %s, as on the server, and tells nothing of the server's network",
    async (kind, type, answer) => {
      const world = worldOf(answer, { server: { retry: false } });
      const page = world.pageClient("alice");
      const lease = await page.recording.acquire(room);
      const start = page.recording.start({ ...lease, mode: "mix", clientRequest });
      const error = await settle(world, start);
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ kind, retry: { outcomeUnknown: true } });
      expect(error).not.toHaveProperty("status");
      expect(world.last()).not.toContain("10.0.0.5");
    },
  );

  test("keeps the doubt of an earlier attempt that got lost on the server", async () => {
    let asked = 0;
    const lostThenExpired = async () => {
      if (++asked === 1) throw new TypeError("fetch failed");
      return Response.json({ code: 433, reason: "post method not allowed" }, { status: 400 });
    };
    const world = worldOf(lostThenExpired, { server: { retry: {} } });
    const page = world.pageClient("alice");
    const lease = await page.recording.acquire(room);
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ kind: "resource-expired", cause: { retry: { outcomeUnknown: true } } });
  });
});

describe("a connection that fails between page and proxy", () => {
  /** A page whose first `lost` answers do not arrive, although the proxy gave them. */
  function lossy(world: World, lost: number) {
    let sent = 0;
    return world.pageClient("alice", {
      fetch: async (input, init) => {
        const response = await world.handler(new Request(input, init));
        if (sent++ >= lost) return response;
        throw new TypeError("Failed to fetch");
      },
    });
  }

  test("is repeated after pauses, and a start that had worked is found", async () => {
    let starts = 0;
    const world = worldOf(() => Response.json({ code: 7, sid: "S1" }, { status: starts++ === 0 ? 200 : 201 }));
    const lease = await world.pageClient("alice").recording.acquire(room);
    const page = lossy(world, 1);
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ ...room, mode: "mix", sid: "S1", grant: expect.any(String) });
    expect(starts).toBe(2);
  });

  test("is told once the pauses are used up, with the doubt that is left", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    const error = await settle(world, lossy(world, 9).recording.stop(handle));
    expect(error).toMatchObject({ kind: "network-error", operation: "recording.stop", handle });
    expect(error).toMatchObject({ retry: { outcomeUnknown: true }, cause: new TypeError("Failed to fetch") });
    const read = await settle(world, lossy(world, 9).recording.query(handle));
    expect(read).toMatchObject({ retry: { outcomeUnknown: false } });
  });

  test("leaves a later refusal in doubt, and an answer about the thing itself settles it", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    const error = await settle(world, lossy(world, 1).recording.stop(handle));
    expect(error).toMatchObject({ kind: "task-not-found", cause: { kind: "network-error" } });
    expect(error).toMatchObject({ retry: { outcomeUnknown: false } });
  });

  test("is given up when its signal says so, and not begun where it has said so before", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    const stop = new AbortController();
    const silent = world.pageClient("alice", { fetch: () => new Promise(() => {}) });
    const call = silent.recording.stop(handle, undefined, { signal: stop.signal });
    await Promise.resolve();
    stop.abort(new Error("enough"));
    expect(await settle(world, call)).toMatchObject({ kind: "aborted", cause: { message: "enough" } });
    const { signal } = stop;
    const late = await failureOf(silent.recording.stop(handle, undefined, { signal }));
    expect(late).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: false } });
  });

  test("has no answer within the time limit", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    const silent = world.pageClient("alice", { fetch: () => new Promise(() => {}), timeout: 1000 });
    expect(await settle(world, silent.recording.query(handle, { once: true }))).toBeInstanceOf(AgoraTimeoutError);
  });

  test("says so in Chinese in a Chinese page, although there is no network any more", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    const page = world.pageClient("alice", { locale: "zh-CN" });
    await page.recording.query(handle);
    const offline = world.pageClient("alice", {
      locale: "zh-CN",
      fetch: () => Promise.reject(new TypeError("offline")),
    });
    const error = await settle(world, offline.recording.query(handle));
    expect(explainError(error)).toMatchObject({ title: "连接失败" });
  });
});

describe("a connection that fails, with a proxy of another origin", () => {
  afterEach(() => void vi.unstubAllGlobals());

  const failure = async (page: string, locale = "en") => {
    const world = createWorld();
    vi.stubGlobal("location", new URL(page));
    const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    const error = await settle(world, world.pageClient("alice", { locale, fetch }).recording.acquire(room));
    if (!(error instanceof AgoraNetworkError)) throw new Error("It failed in another way.");
    return { said: error.message, causes: explainError(error).causes.join("\n") };
  };

  test("says that the browser may have refused the answer, and what allows it", async () => {
    const { said, causes } = await failure("https://pages.example/");
    expect(said).toContain("The proxy has another origin: if its `cors` does not allow this page");
    expect(causes).toContain("page whose origin the proxy does not allow (CORS)");
  });

  test("says so in the language of the page", async () => {
    const { said, causes } = await failure("https://pages.example/", "zh-CN");
    expect(said).toContain("代理与页面不同源：如果代理的 `cors` 不允许本页面");
    expect(said.replace("recording.acquire", "").replace("`cors`", "").replace("fetch", "")).not.toMatch(/[a-z]{4}/i);
    expect(causes).toContain("代理的 CORS 设置不允许页面的源");
  });

  test("says nothing of it where the proxy has the origin of the page", async () => {
    expect((await failure("https://app.example/room")).said).not.toContain("cors");
  });
});

describe("headers", () => {
  test("that the app gives are sent, with the language and the grant", async () => {
    const world = createWorld();
    const { handle } = await record(world);
    let seen = new Headers();
    const page = world.pageClient("alice", {
      headers: async () => ({ authorization: "Bearer alice" }),
      locale: "zh-CN",
      credentials: "include",
      fetch: async (input, init) => {
        const request = new Request(input, init);
        seen = request.headers;
        return world.handler(request);
      },
    });
    await page.recording.query(handle);
    expect(Object.fromEntries(seen)).toMatchObject({
      accept: "application/vnd.agora-edge.v1+json, application/json",
      "accept-language": "zh-CN",
      authorization: "Bearer alice",
      "x-agora-edge-grant": handle.grant,
    });
  });

  test.each([
    ["a function that fails", () => Promise.reject(new Error("no session"))],
    ["a value that no header may have", { "x-own": "line\nbreak" }],
  ])("are the app's to mend: %s", async (_, headers) => {
    const world = createWorld();
    const error = await failureOf(world.pageClient("alice", { headers }).recording.acquire(room));
    expect(error).toMatchObject({ kind: "invalid-config", operation: "recording.acquire" });
    expect(error.message).not.toContain("break");
  });
});
