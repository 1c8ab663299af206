import { createMemoryStorage, type SessionStorage } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { count, createWorld, liveRecordings, settle } from "./setup.ts";

const broken = () => {
  throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
};
const blocked: SessionStorage = { get: broken, set: broken, remove: broken };
const full: SessionStorage = { ...createMemoryStorage(), set: broken };
const never: SessionStorage = {
  get: () => new Promise(() => {}),
  set: () => new Promise(() => {}),
  remove: () => new Promise(() => {}),
};

describe("a storage that does not work", () => {
  test.each([
    ["blocked", blocked],
    ["full", full],
  ])("%s: nothing is started, and the error says that it is the storage", async (_, storage) => {
    const { newSession, fake } = createWorld();
    const session = newSession({ storage });
    const error = await settle(fake, session.start());
    expect(error).toMatchObject({ kind: "storage-failed", cause: { name: "QuotaExceededError" } });
    expect(session.getSnapshot()).toMatchObject({ error });
    expect([count(fake, "recording.start"), liveRecordings(fake)]).toEqual([0, 0]);
  });

  test.each([
    ["blocked", blocked],
    ["full", full],
    ["silent", never],
  ])("%s: with `requireStorage: false` it records all the same", async (_, storage) => {
    const { newSession, fake } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession({ storage, requireStorage: false });
    const started = session.start();
    await fake.advanceAsync(60_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: await started, error: null });
    await settle(fake, session.stop(), 30_000);
    expect([session.getSnapshot().status, liveRecordings(fake)]).toEqual(["stopped", 0]);
  });

  test("one that never answers hangs no command: after ten seconds it has failed", async () => {
    const { newSession, fake } = createWorld();
    const session = newSession({ storage: never });
    expect(session.getSnapshot().isRestoring).toBe(true);
    const error = await settle(fake, session.start(), 20_000);
    expect(error).toMatchObject({ kind: "storage-failed", cause: { message: expect.stringContaining("10 s") } });
    expect(await settle(fake, session.stop(), 20_000)).toMatchObject({ isRestoring: false });
  });

  test("one that is cleared up works again", async () => {
    const { newSession, fake } = createWorld();
    let isFull = true;
    const memory = createMemoryStorage();
    const session = newSession({
      storage: { ...memory, set: (key, value) => (isFull ? broken() : memory.set(key, value)) },
    });
    expect(await settle(fake, session.start())).toMatchObject({ kind: "storage-failed" });
    isFull = false;
    expect(await settle(fake, session.start(), 6000)).toMatchObject({ cname: "room-1" });
    expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
  });
});

describe("a record of a later version", () => {
  const record = JSON.stringify({ version: 3, service: "recording", runs: { by: "another shape" } });

  test("is never overwritten: nothing is started, and the error says why", async () => {
    const { newSession, fake, storage } = createWorld();
    const { key } = newSession();
    void storage.set(key, record);
    const session = newSession();
    expect(await settle(fake, session.start())).toMatchObject({
      kind: "storage-failed",
      cause: { message: expect.stringContaining("later version") },
    });
    expect([storage.get(key), count(fake, "recording.start")]).toEqual([record, 0]);
  });

  test("is left as it is by a session that goes on without storage, and by one that resumes", async () => {
    const { newSession, fake, storage } = createWorld();
    const { key } = newSession();
    void storage.set(key, record);
    const session = newSession({ requireStorage: false });
    await settle(fake, session.start(), 6000);
    expect([session.getSnapshot().status, storage.get(key)]).toEqual(["recording", record]);
    const { handle } = session.getSnapshot();
    const other = newSession();
    if (handle) await settle(fake, other.resume(handle), 6000);
    await settle(fake, other.stop(), 6000);
    expect([other.getSnapshot().status, storage.get(key), liveRecordings(fake)]).toEqual(["stopped", record, 0]);
  });
});
