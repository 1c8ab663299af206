import type { RecordingHandle } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { clientRequest, createWorld, isPage, liveRecordings, settle } from "./setup.ts";

/** Something that records, as `start()` left it. */
async function running(own = {}) {
  const world = createWorld();
  world.fake.channel("room-1").join("1001");
  const session = world.newSession(own);
  const handle = await settle(world.fake, session.start(), 20_000);
  if (handle instanceof Error) throw handle;
  return { ...world, session, handle };
}

describe("a snapshot that somebody else pushes", () => {
  test("keeps a session up to date, and settles who waits", async () => {
    const { fake, session, handle, newSession, newClient } = await running();
    const other = newSession({ storage: undefined, monitor: false }, newClient());
    const waiting = settle(fake, other.resume(handle));
    await waiting;
    other.receive(JSON.parse(JSON.stringify(session.getSnapshot())));
    expect(other.getSnapshot()).toMatchObject({ status: "recording", handle, serverStatus: "in-progress" });
    await settle(fake, session.stop(), 1000);
    other.receive(JSON.parse(JSON.stringify(session.getSnapshot())));
    expect(other.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested", isActive: false });
    // And no timer goes on.
    const before = fake.requestCount;
    await fake.advanceAsync(600_000);
    expect(fake.requestCount).toBe(before);
  });

  test("leaves a page the grant of its handle, because the server that pushes has none", async () => {
    const { fake, session, handle, storage } = await running();
    const { grant, ...named } = { grant: undefined, ...handle };
    session.receive({ ...session.getSnapshot(), handle: named, checkedAt: fake.now() } as never);
    expect(session.getSnapshot().handle).toEqual(handle);
    expect(JSON.parse((await storage.get(session.key)) ?? "")).toMatchObject({ runs: [{ handle }] });
    expect(await settle(fake, session.stop(), 1000)).toMatchObject({ status: "stopped", ending: "requested" });
    expect(isPage).toBe(grant !== undefined);
  });

  test("of another run, or an older one, changes nothing", async () => {
    const { fake, session, storage } = await running();
    const old = (await settle(fake, session.stop(), 1000)) as ReturnType<typeof session.getSnapshot>;
    await settle(fake, session.start(), 20_000);
    const now = session.getSnapshot();
    session.receive(old);
    session.receive({
      status: "recording",
      handle: { ...(now.handle as RecordingHandle), cname: "room-2", sid: "other" },
    });
    for (const status of ["idle", "acquired", "acquiring", "bogus"]) session.receive({ ...now, status } as never);
    session.receive(null as never);
    session.receive({ status: "recording" } as never);
    expect(session.getSnapshot()).toBe(now);
    expect(await storage.get(session.key)).toContain(now.handle?.sid);

    await settle(fake, session.stop(), 1000);
    session.receive(now);
    expect(session.getSnapshot().status).toBe("stopped");
  });
});

test("a page follows whoever goes on with a spare uid once the first recording is over", async () => {
  const { fake, session, handle } = await running();
  await settle(fake, session.stop(), 1000);
  const next = { ...handle, uid: "900002", sid: "sid-2", startedAt: fake.now() };
  session.receive({ status: "recording", handle: next, files: [] });
  expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: next, ending: null, files: [] });
});

describe("resume", () => {
  test("keeps nothing of what else is in the object", async () => {
    const { fake, handle, newSession, newClient } = await running();
    const next = newSession({ storage: undefined }, newClient());
    await settle(fake, next.resume(Object.assign({}, handle, { clientRequest })));
    expect(JSON.stringify(next.toJSON())).not.toMatch(/secret|clientRequest/);
    expect(next.getSnapshot().handle).toEqual(handle);
  });

  test("of what is no handle, or of another project, is refused and leaves the session as it was", async () => {
    const { fake, handle, newSession, newClient } = await running();
    const next = newSession({ storage: undefined }, newClient());
    for (const wrong of [undefined, null, {}, { ...handle, appId: "another" }]) {
      expect(await settle(fake, next.resume(wrong as never))).toMatchObject({ kind: "invalid-request" });
    }
    expect(next.getSnapshot().status).toBe("idle");
    // The fields may come back from a database in another order.
    const shuffled = Object.fromEntries(Object.entries(handle).toReversed()) as unknown as RecordingHandle;
    expect(await settle(fake, next.resume(shuffled))).toMatchObject({ status: "recording" });
    expect(await settle(fake, next.resume(handle))).toMatchObject({ status: "recording" });
  });

  test("after a stop that found nothing, is not stopped behind its back", async () => {
    const { fake, session, handle } = await running();
    fake.fail("recording.stop", { code: 404 });
    await settle(fake, session.stop());
    await settle(fake, session.resume(handle));
    await fake.advanceAsync(120_000);
    expect(session.getSnapshot().status).toBe("recording");
    expect(liveRecordings(fake)).toBe(1);
  });
});

describe("sessions of one key", () => {
  test("stop what another one started", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const idle = world.newSession();
    await settle(world.fake, world.newSession().start(), 20_000);
    expect(idle.getSnapshot().status).toBe("idle");
    expect(await settle(world.fake, idle.stop(), 1000)).toMatchObject({ status: "stopped", ending: "requested" });
    expect(liveRecordings(world.fake)).toBe(0);
  });

  test("without storage know of each other until the last one is gone", async () => {
    const { fake, session, newSession } = await running({ storage: undefined });
    const second = newSession({ storage: undefined });
    const third = newSession({ storage: undefined });
    await settle(fake, second.start());
    session.dispose();
    expect(await settle(fake, third.start())).toEqual(second.getSnapshot().handle);
  });
});

describe("restore", () => {
  test("of another channel is refused", async () => {
    const { fake, session, newSession } = await running();
    const make = () => newSession({ storage: undefined, cname: "room-2", restore: session.toJSON() });
    // A page tells it once its code is there.
    const start = async () => make().start();
    expect(await settle(fake, start())).toMatchObject({
      kind: "invalid-state",
      message: expect.stringContaining("restore"),
    });
    expect(newSession({ storage: undefined, restore: null }).getSnapshot().status).toBe("idle");
  });

  test("keeps an error as it was, for any language", async () => {
    const world = createWorld();
    world.fake.fail("recording.start", { code: 2 });
    const session = world.newSession({ storage: undefined });
    const error = await settle(world.fake, session.start());
    const next = world.newSession({ storage: undefined, restore: JSON.parse(JSON.stringify(session.toJSON())) });
    await world.fake.advanceAsync(0);
    expect(next.getSnapshot().error).toEqual(error);
    expect(next.getSnapshot().error?.message).toBe((error as Error).message);
  });
});

test("monitor: false asks nothing by itself, however often somebody looks; a pause that is none is refused", async () => {
  const listeners = new Set<() => void>();
  const wake = {
    isVisible: () => true,
    isOnline: () => true,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const { fake, newSession } = await running({ monitor: false, wake });
  const before = fake.requestCount;
  for (let minute = 0; minute < 5; minute++) {
    await fake.advanceAsync(60_000);
    for (const listener of listeners) listener();
  }
  expect(fake.requestCount).toBe(before);
  for (const interval of [0, 1, Number.NaN, -1]) {
    expect(() => newSession({ monitor: { interval } })).toThrow("monitor.interval");
  }
});

test("checks that reach nobody are shown after some time, and forgotten with the first that does", async () => {
  const { fake, session } = await running();
  const fault = fake.fail("recording.query", { network: true, times: 100 });
  await fake.advanceAsync(300_000);
  expect(session.getSnapshot()).toMatchObject({ status: "recording", error: { kind: "network-error" } });
  fault.cancel();
  await fake.advanceAsync(120_000);
  expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
});

test("a quiet stop that does not get through goes on, less often, until it does", async () => {
  const { fake, session } = await running();
  fake.fail("recording.stop", { code: 404 });
  await settle(fake, session.stop());
  const fault = fake.fail("recording.stop", { status: 401, times: 1000 });
  await fake.advanceAsync(3_600_000);
  expect(session.isDisposable()).toBe(true);
  const before = fake.requestCount;
  await fake.advanceAsync(3_600_000);
  expect(fake.requestCount - before).toBe(12);
  fault.cancel();
  await fake.advanceAsync(300_000);
  expect(session.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested" });
});
