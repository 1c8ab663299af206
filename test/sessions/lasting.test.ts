import { basicAuth, createAgoraClient, type WakeSource } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { clientRequest, count, createWorld, isPage, liveRecordings, settle, watch } from "./setup.ts";

const minutes = (number: number) => number * 60_000;

/** A page whose state a test sets. */
function createWake() {
  const listeners = new Set<() => void>();
  const page = { visible: true, online: true };
  const wake: WakeSource = {
    isVisible: () => page.visible,
    isOnline: () => page.online,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const set = (next: Partial<typeof page>) => {
    Object.assign(page, next);
    for (const listener of listeners) listener();
  };
  return { wake, set, listeners };
}

describe("S02 a failover", () => {
  test("of 60 s is recovering, then recording again; the handle stays and nothing is started", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession({ monitor: { interval: 30_000 } });
    const seen = watch(session);
    const handles = new Set<unknown>();
    session.subscribe(() => handles.add(session.getSnapshot().handle));
    await settle(fake, session.start(), 60_000);
    fake.failover(fake.recordings[0]?.sid ?? "", { seconds: 60 });
    await fake.advanceAsync(minutes(4));
    expect(seen).toEqual(["acquiring", "starting", "recording", "recovering", "recording"]);
    expect([...handles].filter(Boolean)).toHaveLength(1);
    expect(count(fake, "recording.start")).toBe(1);
  });

  test("that never ends is over after 90 s", async () => {
    const { fake, newSession, storage } = createWorld();
    const session = newSession();
    await settle(fake, session.start(), 10_000);
    // Nobody came: it leaves, which looks like a failover.
    await fake.advanceAsync(minutes(2.5));
    expect(session.getSnapshot().status).toBe("recovering");
    await fake.advanceAsync(minutes(2));
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", ending: "exited", isActive: false });
    expect(await storage.get(session.key)).toBeNull();
  });

  test("a notification that says it is over shortens the doubt", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    fake.onNotification((notification) => session.receive(notification));
    await settle(fake, session.start(), 10_000);
    await fake.advanceAsync(60_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", ending: "exited" });
  });

  test("stop during it stays stopping until it is settled", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession({ monitor: { interval: 10_000 } });
    await settle(fake, session.start(), 30_000);
    fake.failover(fake.recordings[0]?.sid ?? "", { seconds: 60 });
    await fake.advanceAsync(12_000);
    expect(session.getSnapshot().status).toBe("recovering");
    const stopped = session.stop();
    await fake.advanceAsync(20_000);
    expect(session.getSnapshot().status).toBe("stopping");
    await fake.advanceAsync(60_000);
    expect(await stopped).toMatchObject({ status: "stopped", ending: "requested" });
    expect(liveRecordings(fake)).toBe(0);
  });

  test("5xx answers are no proof of an end, however many", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 10_000);
    const fault = fake.fail("recording.query", { status: 500, times: 100 });
    await fake.advanceAsync(minutes(10));
    expect(session.getSnapshot().status).toBe("recovering");
    fault.cancel();
    await fake.advanceAsync(60_000);
    expect(session.getSnapshot().status).toBe("recording");
  });
});

describe("S03 the tab closes while it records", () => {
  test("the next page resumes from storage and can stop; the old timers are gone", async () => {
    const { fake, newSession, newClient } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    const handle = await settle(fake, session.start(), 10_000);
    session.dispose();
    const before = fake.requestCount;
    await fake.advanceAsync(minutes(10));
    expect(fake.requestCount).toBe(before);

    const next = newSession({}, newClient());
    expect(next.getSnapshot()).toMatchObject(
      isPage ? { status: "idle", isRestoring: true } : { status: "starting", handle },
    );
    await fake.advanceAsync(100);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle });
    expect(await settle(fake, next.stop(), 100)).toMatchObject({ status: "stopped", ending: "requested" });
    expect(count(fake, "recording.start")).toBe(1);
  });

  test("toJSON and restore carry it to another process, without any secret", async () => {
    const { fake, newSession, newClient } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession({ storage: undefined });
    await settle(fake, session.start(), 10_000);
    const saved = JSON.stringify(session.toJSON());
    expect(saved).not.toMatch(/secret|access-key|rtc-token/);
    session.dispose();
    const next = newSession({ storage: undefined, restore: JSON.parse(saved) }, newClient());
    await fake.advanceAsync(0);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle: session.getSnapshot().handle });
    await settle(fake, next.query());
    expect(await settle(fake, next.stop(), 100)).toMatchObject({ status: "stopped", ending: "requested" });
  });

  test("a recording that ended meanwhile is found out", async () => {
    const { fake, newSession, newClient } = createWorld();
    const session = newSession();
    await settle(fake, session.start(), 10_000);
    session.dispose();
    await fake.advanceAsync(minutes(10));
    const next = newSession({}, newClient());
    await fake.advanceAsync(minutes(2));
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", ending: "exited" });
  });
});

describe("S12 the page goes away while a start is in flight", () => {
  /** Everything in storage, in the order in which it was put there. */
  function recordingStorage() {
    const values = new Map<string, string>();
    const log: string[] = [];
    return {
      log,
      get: (key: string) => values.get(key),
      set: (key: string, value: string) => {
        log.push(value);
        values.set(key, value);
      },
      remove: (key: string) => void values.delete(key),
    };
  }

  test("the intent is in storage before start is sent, the handle as soon as it exists", async () => {
    const { fake, newSession } = createWorld();
    const storage = recordingStorage();
    const session = newSession({ storage });
    fake.fail("recording.start", { delay: 1000 });
    const started = session.start();
    await fake.advanceAsync(500);
    expect(storage.log).toHaveLength(1);
    expect(JSON.parse(storage.log[0] ?? "")).toMatchObject({
      runs: [
        {
          intent: {
            cname: "room-1",
            uid: "900001",
            mode: "mix",
            resourceId: expect.any(String),
            requestedAt: fake.now() - 500,
          },
          handle: null,
        },
      ],
    });
    await fake.advanceAsync(1000);
    expect(JSON.parse(storage.log[1] ?? "")).toMatchObject({ runs: [{ handle: await started }] });
    expect(storage.log.join()).not.toMatch(/secret|access-key|rtc-token/);
  });

  test("the next page that finds an intent repeats it only when asked, with the same resource and uid", async () => {
    const { fake, newSession, newClient, storage } = createWorld({ repeatedStartNamesSid: true });
    const session = newSession();
    fake.fail("recording.start", { hang: true, tookEffect: true, times: 9 });
    session.start().catch(() => {});
    await fake.advanceAsync(100);
    const text = await storage.get(session.key);
    // The tab is killed: whatever its session does from here on reaches nobody.
    session.dispose();
    await storage.set(session.key, text ?? "");
    await fake.advanceAsync(15_000);
    fake.fail("recording.start", { times: 0 });

    const next = newSession({}, newClient());
    await fake.advanceAsync(0);
    expect(next.getSnapshot()).toMatchObject({ status: "idle", unsettled: { uid: "900001" } });
    const before = fake.requestCount;
    await fake.advanceAsync(5000);
    expect(fake.requestCount).toBe(before);
  });

  test("a session that is disposed of still stores the outcome of its start", async () => {
    const { fake, newSession, newClient, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    fake.fail("recording.start", { delay: 2000 });
    const started = session.start();
    await fake.advanceAsync(100);
    session.dispose();
    await fake.advanceAsync(3000);
    const handle = await started;
    expect(JSON.parse((await storage.get(session.key)) ?? "")).toMatchObject({ runs: [{ handle }] });
    const next = newSession({}, newClient());
    await fake.advanceAsync(5000);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle });
  });

  test("a start that storage cannot take note of is not sent", async () => {
    const { fake, newSession } = createWorld();
    const full = { get: () => null, set: () => Promise.reject(new Error("quota exceeded")), remove: () => {} };
    const session = newSession({ storage: full });
    const error = await settle(fake, session.start());
    expect(error).toMatchObject({ kind: "storage-failed", cause: { message: "quota exceeded" } });
    expect(count(fake, "recording.start")).toBe(0);
    // The lease was not used.
    expect(session.getSnapshot()).toMatchObject({ status: "acquired", error });
  });
});

test("S14 a laptop that sleeps with an unused lease says so at once on wake, and start acquires again", async () => {
  const { fake, newSession } = createWorld();
  const { wake, set } = createWake();
  // Timers do not run in sleep.
  const clock = { ...fake.clock, setTimeout: () => 0, clearTimeout: () => {} };
  const { appId, customerId, customerSecret } = fake;
  const agora = createAgoraClient({ appId, auth: basicAuth(customerId, customerSecret), fetch: fake.fetch, clock });
  const session = newSession({ wake }, agora);
  const seen = watch(session);
  await settle(fake, session.acquire());
  await fake.advanceAsync(minutes(20));
  expect(session.getSnapshot().status).toBe("acquired");
  set({});
  expect(session.getSnapshot().status).toBe("expired");
  await settle(fake, session.start());
  expect(seen).toEqual(["acquiring", "acquired", "expired", "acquiring", "starting"]);
  expect(count(fake, "recording.acquire")).toBe(2);
});

describe("S18 the tab is hidden for an hour", () => {
  test("and nothing is asked meanwhile; one query when it is shown again", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const { wake, set } = createWake();
    const session = newSession({ wake });
    await settle(fake, session.start(), minutes(3));
    set({ visible: false });
    const before = count(fake, "recording.query");
    await fake.advanceAsync(minutes(60));
    expect(count(fake, "recording.query")).toBe(before);
    set({ visible: true });
    // Focus and others come along with it.
    set({});
    await fake.advanceAsync(1000);
    set({});
    await fake.advanceAsync(0);
    expect(count(fake, "recording.query")).toBe(before + 1);
  });

  test("a start that was under way is still confirmed", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const { wake, set } = createWake();
    const session = newSession({ wake });
    await settle(fake, session.start());
    set({ visible: false });
    await fake.advanceAsync(20_000);
    expect(session.getSnapshot().status).toBe("recording");
  });

  test("the page is only listened to while there is something to miss", async () => {
    const { fake, newSession } = createWorld();
    const { wake, listeners } = createWake();
    const session = newSession({ wake });
    expect(listeners.size).toBe(0);
    await settle(fake, session.start(), 10_000);
    expect(listeners.size).toBe(1);
    await settle(fake, session.stop(), 1000);
    expect(listeners.size).toBe(0);
  });
});

test("clientRequest can be a function: asked once per start, and its repeats send the same", async () => {
  const { fake, newSession } = createWorld();
  let asked = 0;
  const session = newSession({
    clientRequest: async () => {
      asked++;
      return { ...clientRequest, recordingConfig: { channelType: 1, maxIdleTime: 30 + asked } };
    },
  });
  fake.fail("recording.start", { code: 65 });
  fake.fail("recording.start", { code: 433 });
  await settle(fake, session.start(), 10_000);
  expect(asked).toBe(1);
  const bodies = fake.requests.filter(({ operation }) => operation === "recording.start").map(({ body }) => body);
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
});
