import { explainError, isAgoraError } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { clientRequest, count, createWorld, liveRecordings, settle, watch } from "./setup.ts";

const minutes = (number: number) => number * 60_000;

describe("S04 a start six minutes after acquire", () => {
  test("acquires again when the client knows that the lease is over", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    await settle(fake, session.acquire());
    expect(session.getSnapshot()).toMatchObject({ status: "acquired", lease: { uid: "900001" } });
    await fake.advanceAsync(minutes(6));
    expect(session.getSnapshot().status).toBe("expired");
    expect(await settle(fake, session.start())).toMatchObject({ uid: "900001" });
    expect(count(fake, "recording.acquire")).toBe(2);
    expect(count(fake, "recording.start")).toBe(1);
    expect(liveRecordings(fake)).toBe(1);
  });

  test.each([
    ["433", { code: 433 }],
    ["1001", { code: 1001 }],
  ])("acquires again when only the service knows it (%s), once", async (_, fault) => {
    const { fake, newSession } = createWorld();
    fake.fail("recording.start", fault);
    const session = newSession();
    const seen = watch(session);
    await settle(fake, session.start(), 5000);
    expect(count(fake, "recording.acquire")).toBe(2);
    expect(count(fake, "recording.start")).toBe(2);
    expect(fake.recordings.map((recording) => recording.uid)).toEqual(["900001"]);
    expect(seen).toEqual(["acquiring", "starting", "acquiring", "starting", "recording"]);

    const other = newSession({ cname: "room-2" });
    fake.fail("recording.start", { ...fault, times: 2 });
    expect(await settle(fake, other.start())).toMatchObject({ operation: "recording.start" });
    expect(count(fake, "recording.acquire")).toBe(4);
    expect(other.getSnapshot()).toMatchObject({ status: "failed", unsettled: null });
  });

  test("a lease with less than the safety margin left is not used", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession({ safetyMargin: 60_000 });
    await settle(fake, session.acquire());
    await fake.advanceAsync(minutes(4) + 1);
    await settle(fake, session.start());
    expect(count(fake, "recording.acquire")).toBe(2);
  });

  test("a lease that runs out while start is in flight is renewed once, and one recording runs", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession({ safetyMargin: 0 });
    await settle(fake, session.acquire());
    await fake.advanceAsync(minutes(5) - 2000);
    // The answer is lost on the way there; the repeat, three seconds later, comes too late.
    fake.fail("recording.start", { network: true });
    const handle = await settle(fake, session.start(), 20_000);
    expect(handle).toMatchObject({ uid: "900001", sid: fake.recordings[0]?.sid });
    expect(count(fake, "recording.acquire")).toBe(2);
    expect(liveRecordings(fake)).toBe(1);
  });
});

describe("S05 many who start", () => {
  test("a double click, and two sessions of one key, make one acquire, one start and one handle", async () => {
    const { fake, newSession } = createWorld();
    const [one, two] = [newSession(), newSession()];
    const handles = Promise.all([one.start(), one.start(), two.start()]);
    await fake.advanceAsync(0);
    const [first, second, third] = await handles;
    expect(second).toBe(first);
    expect(third).toEqual(first);
    expect(count(fake, "recording.acquire")).toBe(1);
    expect(count(fake, "recording.start")).toBe(1);
  });

  test("without storage, too", async () => {
    const { fake, newSession } = createWorld();
    const [one, two] = [newSession({ storage: undefined }), newSession({ storage: undefined })];
    const handles = Promise.all([one.start(), two.start()]);
    await fake.advanceAsync(0);
    const [first, second] = await handles;
    expect(second).toEqual(first);
    expect(count(fake, "recording.start")).toBe(1);
  });

  test("another host that records with the uid already is an explained failure (53)", async () => {
    const { fake, newSession, newClient } = createWorld();
    await settle(fake, newSession({ storage: undefined }).start());
    const other = newSession({ storage: undefined }, newClient());
    const error = await settle(fake, other.start());
    expect(error).toMatchObject({ kind: "task-conflict", code: 53 });
    expect(explainError(error).action).toContain("another uid");
    expect(other.getSnapshot()).toMatchObject({ status: "failed", unsettled: null, isActive: false });
  });

  test("start while it runs gives the handle, and asks nobody", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    const handle = await settle(fake, session.start(), 10_000);
    const before = fake.requestCount;
    expect(await settle(fake, session.start())).toBe(handle);
    expect(fake.requestCount).toBe(before);
  });
});

test("S06 a uid that the service would refuse is refused before any request, with its path", async () => {
  const { fake, newSession } = createWorld();
  const uids = ["0", "1754556256324", "4b6f5e0a-9a63-4a51-8d8f-5a1f6a3a9b0c"];
  for (const uid of uids) {
    const session = newSession({ uid });
    const error = await settle(fake, session.start());
    expect(error).toMatchObject({ kind: "invalid-request", issues: [{ path: "uid" }] });
    expect(session.getSnapshot()).toMatchObject({ status: "failed", error });
  }
  expect(fake.requestCount).toBe(0);
});

describe("S11 a start whose answer is lost", () => {
  test("that took effect is never a second recording, and its sid comes by notification", async () => {
    const { fake, newSession, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    fake.fail("recording.start", { hang: true, tookEffect: true });
    const error = await settle(fake, session.start(), 30_000);
    expect(error).toMatchObject({ kind: "already-started", cause: { kind: "client-timeout" } });
    const { resourceId } = fake.recordings[0] ?? {};
    expect(session.getSnapshot()).toMatchObject({ status: "failed", handle: null, unsettled: { resourceId } });
    expect(liveRecordings(fake)).toBe(1);
    expect(await storage.get(session.key)).toContain(resourceId);

    // Asking again does not start a second one.
    expect(await settle(fake, session.start(), 20_000)).toMatchObject({ kind: "already-started" });
    expect(fake.recordings).toHaveLength(1);

    fake.onNotification((notification) => session.receive(notification));
    await fake.advanceAsync(minutes(1));
    expect(session.getSnapshot()).toMatchObject({
      status: "recording",
      unsettled: null,
      handle: { sid: fake.recordings[0]?.sid },
    });
    expect(await settle(fake, session.stop(), 1000)).toMatchObject({ status: "stopped" });
    expect(liveRecordings(fake)).toBe(0);
  });

  test("that the service names on the repeat, is taken over at once", async () => {
    const { fake, newSession } = createWorld({ repeatedStartNamesSid: true });
    const session = newSession();
    fake.fail("recording.start", { network: true, tookEffect: true });
    expect(await settle(fake, session.start(), 10_000)).toMatchObject({ sid: fake.recordings[0]?.sid });
    expect(fake.recordings).toHaveLength(1);
  });

  test("and that nobody can settle any more, makes room after its resource is spent", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    fake.fail("recording.start", { hang: true, tookEffect: true });
    await settle(fake, session.start(), 30_000);
    // Alone in the channel: the first recording leaves by itself.
    await fake.advanceAsync(minutes(6));
    expect(await settle(fake, session.start())).toMatchObject({ uid: "900001" });
    expect(fake.recordings).toHaveLength(2);
    expect(liveRecordings(fake)).toBe(1);
    expect(session.getSnapshot().unsettled).toBeNull();
  });

  test("while the first one still runs, a new resource is refused and the doubt stays", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    fake.fail("recording.start", { hang: true, tookEffect: true });
    await settle(fake, session.start(), 30_000);
    await fake.advanceAsync(minutes(6));
    expect(await settle(fake, session.start())).toMatchObject({ kind: "task-conflict" });
    expect(session.getSnapshot().unsettled).toMatchObject({ resourceId: fake.recordings[0]?.resourceId });
    expect(fake.recordings).toHaveLength(1);
  });
});

describe("S13 a start that is accepted and comes to nothing", () => {
  test("fails after 90 s and names the usual causes", async () => {
    const { fake, newSession, storage } = createWorld();
    fake.reject({ secretKey: (key) => key === clientRequest.storageConfig.secretKey });
    fake.channel("room-1").join("1001");
    const session = newSession();
    const seen = watch(session);
    await settle(fake, session.start());
    const running = session.whenRunning().catch((error: unknown) => error);
    await fake.advanceAsync(85_000);
    expect(session.getSnapshot().status).toBe("starting");
    await fake.advanceAsync(10_000);
    const error = await running;
    expect(session.getSnapshot()).toMatchObject({ status: "failed", error, isActive: false });
    expect(seen).not.toContain("recording");
    const { explanation, causes } = explainError(error);
    expect(explanation).toContain("90 s");
    expect(causes.join()).toMatch(/token.*storage.*transcodingConfig/);
    expect(isAgoraError(error) && error.message).toContain("accepted the start");
    await fake.advanceAsync(minutes(3));
    expect(await storage.get(session.key)).toBeNull();
  });
});

test("the first files of a recording are shown within 25 seconds, without notifications", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  await settle(fake, session.start(), 1000);
  await fake.advanceAsync(24_000);
  expect(session.getSnapshot().files).toMatchObject([{ fileName: expect.stringContaining(".m3u8") }]);
  const queries = count(fake, "recording.query");
  await fake.advanceAsync(110_000);
  expect(count(fake, "recording.query")).toBe(queries);
});
