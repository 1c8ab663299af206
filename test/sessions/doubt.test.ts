import { describe, expect, test } from "vitest";
import { count, createSttTask, createWorld, describeDirect, liveRecordings, settle } from "./setup.ts";

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

/** A recording whose start got lost, and whose storage was cleared then. */
async function lostAndCleared() {
  const { fake, newSession, storage } = createWorld({ repeatedStartNamesSid: true });
  fake.channel("room-1").join("1001");
  const session = newSession();
  fake.fail("recording.start", lost);
  await settle(fake, session.start(), 20_000);
  await storage.remove(session.key);
  return { fake, session, storage };
}

test("start() names what a start in doubt has begun, also when the storage was cleared", async () => {
  const { fake, session, storage } = await lostAndCleared();
  expect(await settle(fake, session.start(), 20_000)).toMatchObject({ sid: fake.recordings[0]?.sid });
  expect(await storage.get(session.key)).toContain(fake.recordings[0]?.sid);
  expect([liveRecordings(fake), fake.recordings.length]).toEqual([1, 1]);
});

test("stop() settles a start in doubt, also when the storage was cleared", async () => {
  const { fake, session, storage } = await lostAndCleared();
  expect(await settle(fake, session.stop(), 20_000)).toMatchObject({ status: "stopped", unsettled: null });
  expect([liveRecordings(fake), fake.recordings.length]).toEqual([0, 1]);
  expect(await storage.get(session.key)).toBeNull();
});

test("stop() in another tab finds the start in doubt, and settles and stops it too", async () => {
  const { fake, newSession, newClient } = createWorld({ repeatedStartNamesSid: true });
  fake.channel("room-1").join("1001");
  const [session, other] = [newSession(), newSession({}, newClient())];
  await fake.advanceAsync(0);
  fake.fail("recording.start", lost);
  await settle(fake, session.start(), 20_000);
  expect(liveRecordings(fake)).toBe(1);
  expect(await settle(fake, other.stop(), 20_000)).toMatchObject({ status: "stopped", unsettled: null });
  expect([liveRecordings(fake), fake.recordings.length]).toEqual([0, 1]);
});

test("a start that was never confirmed and may run on is active, and stop() stops it or rejects", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  await settle(fake, session.start());
  const down = fake.fail("*", { status: 503, body: "", times: Infinity });
  await fake.advanceAsync(150_000);
  expect(session.getSnapshot()).toMatchObject({ status: "failed", isActive: true });
  expect(await settle(fake, session.stop(), 60_000)).toBeInstanceOf(Error);
  expect([session.getSnapshot().isActive, liveRecordings(fake)]).toEqual([true, 1]);
  down.cancel();
  expect(await settle(fake, session.stop(), 20_000)).toMatchObject({ status: "stopped", isActive: false });
  expect(liveRecordings(fake)).toBe(0);
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

const request = {
  name: "room-1",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "47091" },
} as const;
const hour = 3_600_000;

describe("a v7 join whose answer was lost, and whose agent nobody names", () => {
  /** An agent runs, and the task knows of its join only. */
  async function lostJoin() {
    const { fake, agora, newClient, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const options = { version: "v7", request: { ...request, maxIdleTime: 0 }, storage } as const;
    const task = createSttTask(agora, options);
    fake.fail("sttAgents.join", { ...lost, times: 4 });
    await settle(fake, task.start(), 60_000);
    expect(await settle(fake, task.stop(), 60_000)).toMatchObject({ kind: "conflict" });
    expect(task.getSnapshot()).toMatchObject({ status: "failed", unsettled: { name: "room-1" }, isActive: true });
    return { fake, task, storage, newTask: () => createSttTask(newClient(), options) };
  }

  describeDirect("event 104", () => {
    test("names it, and stop() ends it", async () => {
      const { fake, task, storage } = await lostJoin();
      const [agent] = fake.agents;
      const event = { productId: 20, eventType: 104, noticeId: "1", notifyMs: fake.now() };
      task.receive({ ...event, payload: { agent_id: "another", name: "room-2" } });
      expect(task.getSnapshot()).toMatchObject({ status: "failed", handle: null });
      task.receive({ ...event, payload: { agent_id: agent?.agentId, name: "room-1" } });
      await fake.advanceAsync(1000);
      expect(task.getSnapshot()).toMatchObject({ status: "transcribing", handle: { agentId: agent?.agentId } });
      expect(await settle(fake, task.stop(), 1000)).toMatchObject({ status: "stopped", unsettled: null });
      expect(fake.agents).toMatchObject([{ live: false }]);
      expect(await storage.get(task.key)).toBeNull();
    });
  });

  describeDirect("event 104 in another page", () => {
    test("names an agent, and stop() settles the join that may still arrive as well", async () => {
      const { fake, task, storage, newTask } = await lostJoin();
      const [agent] = fake.agents;
      task.dispose();
      const next = newTask();
      await fake.advanceAsync(0);
      const event = { productId: 20, eventType: 104, noticeId: "1", notifyMs: fake.now() };
      next.receive({ ...event, payload: { agent_id: agent?.agentId, name: "room-1" } });
      await fake.advanceAsync(1000);
      expect(next.getSnapshot()).toMatchObject({ status: "transcribing", handle: { agentId: agent?.agentId } });
      // The agent leaves, and its name is not free yet: whether the join of the other page comes, nobody can tell.
      expect(await settle(fake, next.stop(), 60_000)).toMatchObject({ kind: "conflict" });
      expect(fake.agents).toMatchObject([{ live: false }]);
      expect(next.getSnapshot()).toMatchObject({ status: "failed", unsettled: { name: "room-1" } });
      await fake.advanceAsync(10_000);
      expect(await settle(fake, next.stop(), 60_000)).toMatchObject({ status: "stopped", unsettled: null });
      expect(fake.agents.filter(({ live }) => live)).toEqual([]);
      expect(await storage.get(next.key)).toBeNull();
    });
  });

  describeDirect("event 104 of an agent that leaves", () => {
    test("is not its sign of life: stop() finds it gone, and the join is settled", async () => {
      const { fake, task, storage } = await lostJoin();
      const [agent] = fake.agents;
      const event = { productId: 20, eventType: 104, noticeId: "1", notifyMs: fake.now() };
      fake.fail("sttAgents.get", { status: 503, body: "", times: 4 });
      task.receive({ ...event, payload: { agent_id: agent?.agentId, name: "room-1" } });
      fake.channel("room-1").leave("1001");
      await fake.advanceAsync(72 * hour);
      expect(await settle(fake, task.stop(), 60_000)).toMatchObject({ status: "stopped", unsettled: null });
      expect(fake.agents.filter(({ live }) => live)).toEqual([]);
      expect(await storage.get(task.key)).toBeNull();
    });
  });

  test("is over after the longest life of an agent, and not before", async () => {
    const { fake, task, storage, newTask } = await lostJoin();
    task.dispose();
    await fake.advanceAsync(72 * hour - 60_000);
    const early = newTask();
    await fake.advanceAsync(0);
    expect(early.getSnapshot()).toMatchObject({ status: "idle", unsettled: { name: "room-1" } });
    early.dispose();
    await fake.advanceAsync(180_000);
    expect(fake.agents).toMatchObject([{ live: false }]);
    const late = newTask();
    await fake.advanceAsync(0);
    expect(late.getSnapshot()).toMatchObject({ status: "idle", unsettled: null, isActive: false });
    expect(await storage.get(late.key)).toBeNull();
  });
});
