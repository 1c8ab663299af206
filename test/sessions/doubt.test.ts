import { expect, test } from "vitest";
import { count, createWorld, liveRecordings, settle } from "./setup.ts";

const lost = { network: true, tookEffect: true, times: 3 } as const;

test("stop() where a start is in doubt names what runs by repeating the start, and stops it", async () => {
  const { fake, newSession, storage } = createWorld({ repeatedStartNamesSid: true });
  fake.channel("room-1").join("1001");
  const session = newSession();
  fake.fail("recording.start", lost);
  await settle(fake, session.start(), 20_000);
  expect(session.getSnapshot()).toMatchObject({ status: "failed", unsettled: { uid: "900001" } });
  expect(liveRecordings(fake)).toBe(1);
  expect(await settle(fake, session.stop(), 20_000)).toMatchObject({ status: "stopped", unsettled: null });
  expect([liveRecordings(fake), fake.recordings.length]).toEqual([0, 1]);
  expect(await storage.get(session.key)).toBeNull();
});

test("where the repeated start names nothing, stop() rejects and the doubt stays", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  fake.fail("recording.start", lost);
  await settle(fake, session.start(), 20_000);
  const error = await settle(fake, session.stop(), 20_000);
  expect(error).toMatchObject({ kind: "already-started" });
  expect(session.getSnapshot()).toMatchObject({ unsettled: { uid: "900001" } });
});

test("stop() where nothing came of the start in doubt leaves nothing behind", async () => {
  const { fake, newSession, storage } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  fake.fail("recording.start", { network: true, times: 3 });
  await settle(fake, session.start(), 20_000);
  expect(await settle(fake, session.stop(), 20_000)).toMatchObject({ status: "stopped", unsettled: null });
  expect(liveRecordings(fake)).toBe(0);
  expect(await storage.get(session.key)).toBeNull();
});

test("an update that fails after the end does not change how it ended", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  await settle(fake, session.start(), 20_000);
  fake.fail("recording.updateLayout", { delay: 9000, code: 404 });
  const updated = session.updateLayout({ mixedVideoLayout: 1 }).catch((error: unknown) => error);
  await fake.advanceAsync(100);
  await settle(fake, session.stop(), 3000);
  const ended = session.getSnapshot();
  expect(ended).toMatchObject({ status: "stopped", ending: "requested", error: null });
  await fake.advanceAsync(30_000);
  expect(await updated).toMatchObject({ kind: "task-not-found" });
  expect(count(fake, "recording.updateLayout")).toBe(1);
  expect(session.getSnapshot()).toBe(ended);
});
