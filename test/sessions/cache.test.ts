import { createAgoraClient, createRecordingSession, sessionsOf, tokenAuth } from "@agora-edge/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { clientRequest, count, createWorld, liveRecordings } from "./setup.ts";

afterEach(() => void vi.useRealTimers());

/** Lets the turn end in which users come and go. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function openCache(key = "room-1") {
  const world = createWorld();
  const cache = sessionsOf(world.agora);
  const made: string[] = [];
  const open = (gcTime?: number) =>
    cache.ensure({
      service: "recording",
      key,
      gcTime,
      create: () => {
        made.push(key);
        const monitor = { unattended: false };
        return createRecordingSession(world.agora, {
          cname: key,
          uid: "900001",
          mode: "mix",
          key,
          clientRequest,
          monitor,
        });
      },
    });
  return { ...world, cache, made, open };
}

describe("the cache of a client's sessions", () => {
  test("has one session for each service and key, however often it is asked for", () => {
    const { open, cache, made, agora } = openCache();
    const cached = open();
    expect(open()).toBe(cached);
    expect(cache.get("recording", "room-1")).toBe(cached);
    expect(cache.get("sttAgents", "room-1")).toBeUndefined();
    expect(sessionsOf(agora).list()).toEqual([cached]);
    expect(made).toEqual(["room-1"]);
  });

  test("tells its subscribers when sessions come, change and go, and who uses them", async () => {
    const { open, cache, fake } = openCache();
    const told: string[] = [];
    const unsubscribe = cache.subscribe(() =>
      told.push(
        cache
          .list()
          .map(({ session, users }) => `${session.getSnapshot().status} ${users}`)
          .join(),
      ),
    );
    const cached = open();
    const { session } = cached;
    const leave = cached.use(() => {});
    void session.start();
    await fake.advanceAsync(6000);
    await session.stop();
    leave();
    await turn();
    await fake.advanceAsync(300_000);
    const changes = told.filter((line, index) => line !== told[index - 1]);
    expect(changes).toEqual([
      "idle 0",
      "idle 1",
      "acquiring 1",
      "starting 1",
      "recording 1",
      "stopping 1",
      "stopped 1",
      "stopped 0",
      "",
    ]);
    unsubscribe();
    open();
    expect(told.at(-1)).toBe("");
  });

  test("keeps what runs, and rests its monitor, while nobody uses it", async () => {
    const { open, cache, fake } = openCache();
    const cached = open();
    const leave = cached.use(() => {});
    void cached.session.start();
    await fake.advanceAsync(6000);
    leave();
    await turn();
    const before = count(fake, "recording.query");
    await fake.advanceAsync(24 * 60_000);
    expect([count(fake, "recording.query"), cache.list()]).toEqual([before, [cached]]);
    cached.use(() => {});
    await fake.advanceAsync(1000);
    expect(count(fake, "recording.query")).toBe(before + 1);
  });

  test("lets a session go that nobody uses and that holds nothing", async () => {
    const { open, cache, made } = openCache();
    open();
    await turn();
    expect(cache.list()).toEqual([]);
    open();
    expect(made).toHaveLength(2);
  });

  test("keeps a session that is left and used again in the same turn", async () => {
    const { open, cache } = openCache();
    const cached = open();
    cached.use(() => {})();
    cached.use(() => {});
    await turn();
    expect(cache.list()).toEqual([cached]);
  });

  test("stops what a session has started when the last user wants that, and nothing that it only found", async () => {
    const { open, agora, cache, fake } = openCache();
    const cached = open();
    const leave = cached.use(
      () => {},
      () => true,
    );
    const handle = await cached.session.start();
    await fake.advanceAsync(6000);
    leave();
    await turn();
    await fake.advanceAsync(1000);
    expect([liveRecordings(fake), count(fake, "recording.stop")]).toEqual([0, 1]);

    const elsewhere = createRecordingSession(agora, { cname: "room-2", uid: "900001", mode: "mix", clientRequest });
    const other = await elsewhere.start();
    await fake.advanceAsync(6000);
    expect(other.sid).not.toBe(handle.sid);
    const viewer = cache.ensure({
      service: "recording",
      key: "viewer",
      create: () =>
        createRecordingSession(agora, { cname: "room-2", uid: "900001", mode: "mix", key: "v", clientRequest }),
    });
    const leaveViewer = viewer.use(
      () => {},
      () => true,
    );
    await viewer.session.resume(other);
    leaveViewer();
    await turn();
    await fake.advanceAsync(1000);
    expect([liveRecordings(fake), count(fake, "recording.stop")]).toEqual([1, 1]);
  });

  test("carries a command out, also where nobody uses the session, and keeps the outcome for `gcTime`", async () => {
    const { open, cache, fake } = openCache();
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    const started = open(10_000)
      .run((session) => session.start())
      .catch((error: unknown) => error);
    await turn();
    await fake.advanceAsync(1000);
    expect(await started).toMatchObject({ kind: "invalid-credentials" });
    await turn();
    expect(cache.list().map(({ session }) => session.getSnapshot().status)).toEqual(["failed"]);
    await fake.advanceAsync(10_000);
    expect(cache.list()).toEqual([]);
  });
});

describe("the caches of clients that follow each other", () => {
  /** A cache whose client talks to the same service as `world`, and how its session is opened. */
  function openNext(world: ReturnType<typeof openCache>, appId = world.fake.appId) {
    const { fake } = world;
    const agora = createAgoraClient({
      appId,
      auth: tokenAuth("t"),
      fetch: fake.fetch,
      clock: fake.clock,
      random: () => 0,
    });
    const create = (restore?: object) =>
      createRecordingSession(agora, {
        cname: "room-1",
        uid: "900001",
        mode: "mix",
        key: "room-1",
        clientRequest,
        restore,
      });
    const cache = sessionsOf(agora);
    return { agora, cache, open: () => cache.ensure({ service: "recording", key: "room-1", create }) };
  }

  async function run(world: ReturnType<typeof openCache>) {
    const cached = world.open();
    await cached.session.start();
    await world.fake.advanceAsync(6000);
    return cached;
  }

  test("show what runs under one of those before, and take it over when it is asked for", async () => {
    const world = openCache();
    const cached = await run(world);
    const [second, third] = [openNext(world), openNext(world)];
    second.cache.continueFrom(world.agora);
    third.cache.continueFrom(second.agora);
    expect(third.cache.get("recording", "room-1")).toBe(cached);
    expect([third.cache.list(), world.cache.list()]).toEqual([[], [cached]]);
    expect(third.open().session.getSnapshot().status).toBe("recording");
    expect(world.cache.list()).toEqual([]);
    expect(count(world.fake, "recording.start")).toBe(1);
  });

  test("take turns, and find nothing where there is nothing", async () => {
    const world = openCache();
    await run(world);
    const [second, third] = [openNext(world), openNext(world)];
    second.cache.continueFrom(world.agora);
    world.cache.continueFrom(second.agora);
    third.cache.continueFrom(world.agora);
    world.cache.continueFrom(third.agora);
    second.cache.continueFrom(world.agora);
    expect([world, second, third].map(({ cache }) => cache.get("recording", "no-such-key"))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(second.open().session.getSnapshot().status).toBe("recording");
  });

  test("take nothing over from another App ID", async () => {
    const world = openCache();
    await run(world);
    const next = openNext(world, "f".repeat(32));
    next.cache.continueFrom(world.agora);
    expect(next.cache.get("recording", "room-1")).toBeUndefined();
    expect(next.open().session.getSnapshot().status).toBe("idle");
    expect(world.cache.list()).toHaveLength(1);
  });
});

describe("who only looks at a session", () => {
  test("is told of changes and keeps it, and is not asked before it is stopped", async () => {
    const { open, cache, fake } = openCache();
    const cached = open(0);
    const seen: string[] = [];
    const leaveWatch = cached.watch(() => seen.push(cached.session.getSnapshot().status));
    const leave = cached.use(
      () => {},
      () => true,
    );
    await cached.session.start();
    await fake.advanceAsync(6000);
    expect(cached.users).toBe(1);
    leave();
    await turn();
    await fake.advanceAsync(1000);
    expect([liveRecordings(fake), seen.at(-1), cache.list()]).toEqual([0, "stopped", [cached]]);
    leaveWatch();
    await turn();
    expect(cache.list()).toEqual([]);
  });
});
