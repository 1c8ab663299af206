import { afterEach, expect, test, vi } from "vitest";
import { inspect, type Inspection, type InspectedTransition } from "../inspect.ts";
import {
  createMemoryStorage,
  createRecordingSession,
  createSttTask,
  preloadRecordingSession,
  preloadSttTask,
} from "../page.ts";
import { settle } from "../server/testing/steps.ts";
import { canaries, clientRequest, createWorld, origin, storageConfig } from "../server/testing/world.ts";
import {
  basicAuth,
  createAgoraClient,
  createRecordingSession as createWhole,
  type RequestMiddleware,
} from "../index.ts";

// Reading the files takes real time.
await Promise.all([preloadRecordingSession(), preloadSttTask()]);

const room = { cname: "room-1", uid: "900001" } as const;
const secrets = Object.values(canaries);

afterEach(() => vi.restoreAllMocks());

function watch(client: object): Inspection[] {
  const told: Inspection[] = [];
  inspect(client, (inspection) => told.push(inspection));
  return told;
}

const transitionsIn = (told: readonly Inspection[]): InspectedTransition[] =>
  told.filter((one) => one.type === "transition");
const of = <Type extends Inspection["type"]>(told: readonly Inspection[], type: Type) =>
  told.filter((one): one is Extract<Inspection, { type: Type }> => one.type === type);

test("a page's requests are told as they leave, with the answer and without grants and keys", async () => {
  const world = createWorld();
  const page = world.pageClient("alice");
  const told = watch(page);
  const lease = await page.recording.acquire(room);
  await page.recording.start({ ...lease, mode: "mix", clientRequest: { ...clientRequest, token: canaries.token } });
  expect(told.map(({ type }) => type)).toEqual(["request", "response", "request", "response"]);
  expect(of(told, "request")).toMatchObject([
    { id: 1, operation: "recording.acquire", attempt: 1, method: "POST", body: room },
    { id: 2, operation: "recording.start", url: expect.stringContaining("/start"), body: { clientRequest: {} } },
  ]);
  expect(of(told, "response")).toMatchObject([
    { id: 1, status: 200, body: { resourceId: lease.resourceId, grant: "[redacted]" } },
    { id: 2, status: 200 },
  ]);
  expect(lease.grant).toBeTruthy();
  for (const secret of [...secrets, lease.grant ?? ""]) expect(JSON.stringify(told)).not.toContain(secret);
});

test("a page's attempts have numbers, and each says why it failed", async () => {
  const world = createWorld();
  const lost = vi.fn<typeof fetch>().mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const { handler, fake } = world;
  const page = world.pageClient("alice", {
    fetch: (input, init) =>
      lost.mock.calls.length === 0
        ? lost(input, init)
        : handler(new Request(new URL(input instanceof Request ? input.url : input, origin), init)),
  });
  const told = watch(page);
  fake.fail("recording.acquire", { kind: "service-not-enabled" });
  const acquiring = page.recording.acquire(room).catch((error: unknown) => error);
  await fake.advanceAsync(5000);
  const error = await acquiring;
  expect(of(told, "request").map(({ id, attempt }) => [id, attempt])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(of(told, "failure")).toMatchObject([
    { id: 1, error: { kind: "network-error" } },
    { id: 2, error: { kind: "service-not-enabled" } },
  ]);
  expect(of(told, "failure")[1]?.error).toBe(error);
});

test("an answer that is no proxy's is shown, and the client still reads it", async () => {
  const world = createWorld();
  const page = world.pageClient("alice", { fetch: async () => new Response("<h1>Sign in</h1>", { status: 401 }) });
  const told = watch(page);
  await expect(page.recording.acquire(room)).rejects.toMatchObject({ kind: "non-json-response" });
  await vi.waitFor(() => expect(of(told, "response")).toMatchObject([{ status: 401, body: "<h1>Sign in</h1>" }]));
  expect(of(told, "failure")).toMatchObject([{ id: 1, error: { kind: "non-json-response" } }]);
});

test("a call that is not awaited is still an unhandled rejection", async () => {
  const world = createWorld();
  const page = world.pageClient("alice", { fetch: async () => new Response("", { status: 500 }) });
  watch(page);
  const unhandled = vi.fn();
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", unhandled);
  void page.recording.acquire(room);
  await vi.waitFor(() => expect(unhandled).toHaveBeenCalledTimes(1));
  process.removeAllListeners("unhandledRejection");
  for (const listener of others) process.on("unhandledRejection", listener);
});

test("a client with all checks tells of each attempt too: what it sent, what came, and why that failed", async () => {
  const world = createWorld();
  const { fake } = world;
  const { customerId, customerSecret, ...others } = canaries;
  const agora = createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(customerId, customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
    random: () => 0,
  });
  const told = watch(agora);
  const lease = await agora.recording.acquire(room);
  fake.fail("recording.start", { code: 65, times: 1 });
  const starting = agora.recording.start({
    ...lease,
    mode: "mix",
    clientRequest: { ...clientRequest, storageConfig, token: others.token },
  });
  await fake.advanceAsync(5000);
  await starting;
  expect(told.map(({ type, at }) => [type, at - (told[0]?.at ?? 0)])).toEqual([
    ["request", 0],
    ["response", 0],
    ["request", 0],
    ["response", 0],
    ["failure", 0],
    ["request", 3000],
    ["response", 3000],
  ]);
  expect(of(told, "request")).toMatchObject([
    { id: 1, operation: "recording.acquire", attempt: 1, method: "POST", body: { ...room, clientRequest: {} } },
    { id: 2, operation: "recording.start", attempt: 1, url: expect.stringMatching(/^https:.*\/start$/) },
    {
      id: 3,
      operation: "recording.start",
      attempt: 2,
      body: { clientRequest: { storageConfig: { bucket: "recordings" } } },
    },
  ]);
  expect(of(told, "response")).toMatchObject([
    { id: 1, status: 200, body: { resourceId: lease.resourceId } },
    { id: 2, status: 206, body: { code: 65 } },
    { id: 3, status: 200 },
  ]);
  expect(of(told, "failure")).toMatchObject([{ id: 2, error: { code: 65 } }]);
  for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
});

test("behind a proxy it hides grants and builder tokens, and tells of a lost connection", async () => {
  const world = createWorld();
  const answer = vi.fn<typeof fetch>((input, init) => world.handler(new Request(input, init)));
  const client = world.page("alice", { fetch: answer });
  const told = watch(client);
  const { grant } = await client.recording.acquire(room);
  const { tokenName } = await client.sttTasks.acquire({ instanceId: "task-1" });
  await client.sttTasks
    .query({ version: "v6", appId: client.appId, tokenName, taskId: "no-such-task" })
    .catch(() => {});
  answer.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await client.recording.acquire(room, { once: true }).catch(() => {});
  const text = JSON.stringify(told);
  expect(grant).toBeTruthy();
  for (const secret of [grant ?? "?", tokenName]) expect(text).not.toContain(secret);
  expect(of(told, "request")[2]?.url).toContain("builderToken=[redacted]");
  expect(told.at(-1)).toMatchObject({ type: "failure", id: 4, error: { kind: "network-error" } });
  expect(of(told, "response").map(({ id }) => id)).toEqual([1, 2, 3]);
});

test("what a middleware of the app answers or throws is told like an answer and a failure", async () => {
  const world = createWorld();
  const body = { resourceId: "cached" };
  const use = vi.fn<RequestMiddleware>(async () => ({ status: 200, body }));
  const client = world.page("alice", { use: [use] });
  const told = watch(client);
  await client.recording.acquire(room);
  use.mockRejectedValueOnce(new Error("a bug"));
  await client.recording.acquire(room).catch(() => {});
  expect(told.slice(1)).toMatchObject([
    { type: "response", id: 1, status: 200, body },
    { type: "request", id: 2 },
    { type: "failure", id: 2, error: { kind: "invalid-config" } },
  ]);
  const outer = world.page("alice", {
    use: [{ aroundCall: (_, next) => next().then(() => Promise.reject(new Error("a bug"))) }],
  });
  const toldOfOuter = watch(outer);
  await outer.recording.acquire(room).catch(() => {});
  expect(toldOfOuter).toMatchObject([
    { type: "request" },
    { type: "response", status: 200 },
    { type: "failure", id: 1, error: { kind: "invalid-config" } },
  ]);
});

test("an answer that is no JSON is shown as it came, and a request keeps its reason when the call ends otherwise", async () => {
  const world = createWorld();
  const client = world.page("alice", { fetch: async () => new Response("<h1>Sign in</h1>", { status: 401 }) });
  const told = watch(client);
  await client.recording.acquire(room).catch(() => {});
  expect(of(told, "response")).toMatchObject([{ id: 1, status: 401, body: "<h1>Sign in</h1>" }]);
  const ended = new AbortController();
  const lost = world.page("alice", { fetch: () => Promise.reject(new TypeError("Failed to fetch")) });
  const toldOfLost = watch(lost);
  const acquiring = lost.recording.acquire(room, { signal: ended.signal }).catch((error: unknown) => error);
  await vi.waitFor(() => expect(of(toldOfLost, "failure")).toMatchObject([{ error: { kind: "network-error" } }]));
  ended.abort();
  await acquiring;
  expect(toldOfLost.at(-1)).toMatchObject({ type: "failure", id: 1, error: { kind: "network-error" } });
});

test("a session's requests and transitions are told of a client with all checks", async () => {
  const world = createWorld();
  const client = world.page("alice");
  const told = watch(client);
  await createWhole(client, { ...room, mode: "mix", clientRequest }).acquire();
  expect(new Set(told.map(({ type }) => type))).toEqual(new Set(["transition", "request", "response"]));
  expect(transitionsIn(told).at(-1)?.state).toMatchObject({ status: "acquired" });
});

test("each transition tells its event, its effects and the states around it", async () => {
  const world = createWorld();
  world.fake.channel("room-1").join("1001");
  const page = world.pageClient("alice");
  const told = watch(page);
  const session = createRecordingSession(page, { ...room, mode: "mix", clientRequest, storage: createMemoryStorage() });
  await settle(world, session.start());
  await settle(world, session.whenRunning());
  const transitions = transitionsIn(told);
  expect(transitions.map(({ event }) => event.type)).toEqual(
    expect.arrayContaining(["restored", "start", "claimed", "prepared", "acquired", "stored", "started", "queried"]),
  );
  expect(transitions.at(-1)).toMatchObject({ service: "recording", key: session.key, session: 1 });
  const isChain = transitions.every(({ before }, index) => index === 0 || before === transitions[index - 1]?.state);
  expect(isChain).toBe(true);
  const sent = transitions.flatMap(({ effects }) => effects).filter(({ type }) => type === "start");
  expect(sent).toMatchObject([{ type: "start", intent: { cname: "room-1" } }]);
  expect(transitions.at(-1)?.state).toMatchObject({ status: "recording", runs: [{ handle: { cname: "room-1" } }] });
  const grant = (await page.recording.acquire(room)).grant ?? "";
  for (const secret of [...secrets, grant, session.getSnapshot().handle?.grant ?? ""]) {
    expect(JSON.stringify(told)).not.toContain(secret);
  }
});

test("an error in an event keeps its text and the attempts before it, and loses what its handle opens", async () => {
  const world = createWorld();
  world.fake.channel("room-1").join("1001");
  const page = world.pageClient("alice");
  const told = watch(page);
  const session = createRecordingSession(page, { ...room, mode: "mix", clientRequest });
  await settle(world, session.start());
  const { grant = "" } = session.getSnapshot().handle ?? {};
  world.fake.fail("recording.stop", { kind: "invalid-parameter" });
  await expect(session.stop()).rejects.toMatchObject({ kind: "invalid-parameter" });
  const failed = transitionsIn(told).find(({ event }) => event.type === "failed");
  expect(failed?.event).toMatchObject({
    error: {
      kind: "invalid-parameter",
      text: expect.arrayContaining([expect.any(String)]),
      handle: { cname: "room-1" },
    },
  });
  expect(grant).toBeTruthy();
  expect(JSON.stringify(told)).not.toContain(grant);
});

test("two builder tokens, which name two runs, stay two", async () => {
  const world = createWorld();
  const page = world.pageClient("alice");
  const told = watch(page);
  const rtcConfig = { channelName: "room-1", subBotUid: "900003", pubBotUid: "900004" };
  const session = createSttTask(page, { version: "v6", request: { languages: ["en-US"], rtcConfig } });
  const tokens: string[] = [];
  for (let runs = 0; runs < 2; runs++) {
    await settle(world, session.start());
    const { handle } = session.getSnapshot();
    if (handle?.version === "v6") tokens.push(handle.tokenName);
    await settle(world, session.stop());
  }
  const text = JSON.stringify(told);
  expect(tokens).toHaveLength(2);
  for (const token of tokens) expect(text).not.toContain(token);
  const ids = transitionsIn(told).flatMap(({ state }) => (state.runs as { id: string }[]).map(({ id }) => id));
  expect(new Set(ids).size).toBe(2);
});

test("what a session goes on from is a transition too, and another session has another number", async () => {
  const world = createWorld();
  const page = world.pageClient("alice");
  const told = watch(page);
  const options = { ...room, mode: "mix", clientRequest: { ...clientRequest, storageConfig } } as const;
  const first = createWhole(page, options);
  await first.acquire();
  createWhole(page, { ...options, restore: first.toJSON() });
  const revived = transitionsIn(told).find(({ event }) => event.type === "revive");
  expect(revived).toMatchObject({ session: 2, before: { status: "idle" }, state: { status: "acquired" } });
});

test("an inspector that throws costs nothing, and hears nothing after it has left", async () => {
  const world = createWorld();
  const page = world.pageClient("alice");
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const heard = vi.fn();
  const stop = inspect(page, () => {
    heard();
    throw new Error("A bug of a tool");
  });
  const session = createRecordingSession(page, { ...room, mode: "mix", clientRequest });
  await session.acquire();
  const times = heard.mock.calls.length;
  expect(times).toBeGreaterThan(2);
  expect(complaints).toHaveBeenCalledTimes(times);
  stop();
  await page.recording.acquire(room);
  expect(heard).toHaveBeenCalledTimes(times);
});
