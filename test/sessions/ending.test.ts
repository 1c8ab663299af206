import { describe, expect, test } from "vitest";
import { count, createWorld, liveRecordings, settle, watch } from "./setup.ts";

describe("S01 the service left before the user pressed stop", () => {
  test("is stopped and already-ended at once, and nothing is thrown", async () => {
    const { fake, newSession, storage } = createWorld();
    const session = newSession({ monitor: { interval: 600_000 } });
    const seen = watch(session);
    const handle = await settle(fake, session.start(), 10_000);
    // Nobody came: after 30 s it leaves by itself.
    await fake.advanceAsync(30_000);
    const snapshot = await settle(fake, session.stop());
    expect(snapshot).toMatchObject({ status: "stopped", ending: "already-ended", handle, error: null });
    expect(seen).toEqual(["acquiring", "starting", "recording", "stopping", "stopped"]);

    const stops = () => count(fake, "recording.stop");
    expect(stops()).toBe(1);
    for (const expected of [2, 3, 4, 4]) {
      await fake.advanceAsync(30_000);
      expect(stops()).toBe(expected);
    }
    expect(session.getSnapshot().ending).toBe("already-ended");
    expect(await storage.get(session.key)).toBeNull();
  });

  test("was only moved to another server: the quiet repeat stops it, and brings its files", async () => {
    const { fake, newSession, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 20_000);
    fake.failover(fake.recordings[0]?.sid ?? "", { seconds: 50 });
    expect(await settle(fake, session.stop())).toMatchObject({ status: "stopped", ending: "already-ended" });
    // Whatever may still run is in storage, so that a page that comes next can go on.
    expect(await storage.get(session.key)).toContain(fake.recordings[0]?.sid);
    await fake.advanceAsync(61_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested", upload: "uploaded" });
    expect(session.getSnapshot().files.length).toBeGreaterThan(0);
    expect(liveRecordings(fake)).toBe(0);
    expect(await storage.get(session.key)).toBeNull();
  });

  test("and a reload in between loses nothing", async () => {
    const { fake, newSession, newClient } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 20_000);
    fake.failover(fake.recordings[0]?.sid ?? "", { seconds: 50 });
    await settle(fake, session.stop());
    session.dispose();
    const next = newSession({}, newClient());
    await fake.advanceAsync(0);
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", ending: "already-ended" });
    await fake.advanceAsync(65_000);
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested" });
    expect(liveRecordings(fake)).toBe(0);
  });
});

describe("S07 nobody published", () => {
  test.each([
    ["206 with code 435", { code: 435, tookEffect: true }],
    [
      "200 with an empty list",
      { body: { serverResponse: { fileListMode: "json", fileList: [], uploadingStatus: "uploaded" } }, status: 200 },
    ],
  ])("is nothing-recorded when stop answers %s", async (_, fault) => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    await settle(fake, session.start(), 10_000);
    fake.fail("recording.stop", fault);
    expect(await settle(fake, session.stop())).toMatchObject({
      status: "stopped",
      ending: "nothing-recorded",
      files: [],
      error: null,
    });
  });

  test("files that a notification names later are shown, its copy is not", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    const handle = await settle(fake, session.start(), 10_000);
    fake.fail("recording.stop", { code: 435, tookEffect: true });
    await settle(fake, session.stop());
    const { sid } = fake.recordings[0] ?? {};
    expect(handle).toMatchObject({ sid });
    const notification = {
      noticeId: "notice-1",
      productId: 3,
      eventType: 31,
      notifyMs: 1,
      payload: {
        cname: "room-1",
        uid: "900001",
        sid,
        sequence: 17,
        sendts: 1,
        serviceType: 2,
        details: {
          msgName: "uploaded",
          status: 0,
          fileList: [{ fileName: "a.m3u8", sliceStartTime: 1_750_000_000_123 }],
        },
      },
    };
    let renders = 0;
    session.subscribe(() => void renders++);
    session.receive(notification);
    expect(session.getSnapshot()).toMatchObject({
      status: "stopped",
      upload: "uploaded",
      files: [{ fileName: "a.m3u8" }],
    });
    session.receive({ ...notification, noticeId: "notice-2" });
    session.receive({ ...notification, payload: { ...notification.payload, sid: "of another recording" } });
    expect(renders).toBe(1);
  });
});

describe("S08 stop that fails", () => {
  test("three times with 500 leaves a recording that is still recording, and a later stop works", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 20_000);
    fake.fail("recording.stop", { kind: "server-error", times: 4 });
    const error = await settle(fake, session.stop(), 60_000);
    expect(error).toMatchObject({ kind: "server-error", retry: { policy: "back-off" } });
    expect(session.getSnapshot()).toMatchObject({ status: "recording", isActive: true });
    expect(liveRecordings(fake)).toBe(1);
    expect(await settle(fake, session.stop(), 1000)).toMatchObject({
      status: "stopped",
      ending: "requested",
      error: null,
    });
    expect(liveRecordings(fake)).toBe(0);
  });

  test.each([
    [400, { code: 2 }, 1],
    [401, { status: 401 }, 1],
    [429, { status: 429, times: 2 }, 3],
  ])("with %s is sent %s", async (_, fault, times) => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 20_000);
    fake.fail("recording.stop", fault);
    await settle(fake, session.stop(), 4000);
    expect(count(fake, "recording.stop")).toBe(times);
    expect(session.getSnapshot().status).toBe(times === 1 ? "recording" : "stopped");
  });

  test("whose answer is lost, and that worked, is stopped", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 20_000);
    fake.fail("recording.stop", { network: true, tookEffect: true });
    expect(await settle(fake, session.stop(), 30_000)).toMatchObject({ status: "stopped", ending: "requested" });
  });
});

test("S19 an upload that takes longer than the service waits is pending, until a notification says it is there", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  fake.uploadTime(90_000);
  const session = newSession();
  fake.onNotification((notification) => session.receive(notification));
  await settle(fake, session.start(), 60_000);
  expect(await settle(fake, session.stop(), 1000)).toMatchObject({
    status: "stopped",
    ending: "requested",
    upload: "pending",
    error: null,
  });
  await fake.advanceAsync(120_000);
  expect(session.getSnapshot()).toMatchObject({ status: "stopped", upload: "uploaded" });
  expect(session.getSnapshot().files.map((file) => file.fileName)).toEqual([expect.stringContaining(".m3u8")]);
});

test("stop while a start is under way waits for it, and nothing is left running", async () => {
  const { fake, newSession } = createWorld();
  const session = newSession();
  fake.fail("recording.start", { delay: 5000 });
  const started = session.start();
  await fake.advanceAsync(1000);
  const stopped = session.stop();
  await fake.advanceAsync(10_000);
  expect(await started).toMatchObject({ uid: "900001" });
  expect(await stopped).toMatchObject({ status: "stopped", ending: "nothing-recorded" });
  expect(liveRecordings(fake)).toBe(0);
});

test("stop while acquire is under way sends no start", async () => {
  const { fake, newSession } = createWorld();
  const session = newSession();
  fake.fail("recording.acquire", { delay: 2000 });
  const started = session.start().catch((error: unknown) => error);
  await fake.advanceAsync(1000);
  const stopped = session.stop();
  await fake.advanceAsync(5000);
  expect(await started).toMatchObject({ kind: "aborted" });
  expect(await stopped).toMatchObject({ status: "acquired" });
  expect(count(fake, "recording.start")).toBe(0);
});
