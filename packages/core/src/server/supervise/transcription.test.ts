import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { createSupervisor } from "./supervisor.ts";
import { createHouse, type HouseOptions } from "./testing/house.ts";

const pubBotToken = "canary-bot-token";
const rtcConfig = { channelName: "room-1", pubBotUid: "47091", pubBotToken };
const newFake = () => createFakeAgora({ seed: 1, sttConflictNamesAgent: true });

/** A v7 agent whose process can be killed. */
function createAgentHouse(options: HouseOptions = {}) {
  const prepare = ({ name }: { name: string }) => ({ name, languages: ["en-US"], rtcConfig });
  return createHouse((parts) => createSupervisor({ ...parts, service: "sttAgents", prepare }), {
    fake: newFake(),
    ...options,
  });
}

/** A v6 task whose process can be killed. */
function createTaskHouse(options: HouseOptions = {}) {
  const prepare = () => ({ languages: ["en-US"], rtcConfig: { ...rtcConfig, subBotUid: "47092" } });
  return createHouse((parts) => createSupervisor({ ...parts, service: "sttTasks", prepare }), {
    fake: newFake(),
    ...options,
  });
}

const agentOrder = { name: "room-1", version: "v7" } as const;
const taskOrder = { instanceId: "room-1", version: "v6" } as const;

/** What a test does with either, whatever its types. */
const kinds = [
  {
    kind: "v7",
    open: (options?: HouseOptions) => {
      const house = createAgentHouse(options);
      const start = () => house.now.start(agentOrder);
      const restarting = () => house.now.start({ ...agentOrder, restart: { limit: 2 } });
      return { house, start, restarting, all: () => house.fake.agents.map(({ agentId }) => agentId) };
    },
    operations: { start: "sttAgents.join", query: "sttAgents.get", stop: "sttAgents.leave" },
  },
  {
    kind: "v6",
    open: (options?: HouseOptions) => {
      const house = createTaskHouse(options);
      const start = () => house.now.start(taskOrder);
      const restarting = () => house.now.start({ ...taskOrder, restart: { limit: 2 } });
      return { house, start, restarting, all: () => house.fake.tasks.map(({ taskId }) => taskId) };
    },
    operations: { start: "sttTasks.start", query: "sttTasks.query", stop: "sttTasks.stop" },
  },
] as const;

describe.each(kinds)("a supervised transcription of $kind", ({ open, operations }) => {
  test("starts, confirms and watches by alarms alone, and stops", async () => {
    const { house, start, all } = open({ hears: false });
    const { fake } = house;
    void start();
    await fake.advanceAsync(20_000);
    expect(await house.now.snapshot()).toMatchObject({ status: "transcribing" });
    const before = fake.requests.length;
    await fake.advanceAsync(3_600_000);
    expect(fake.requests.length - before).toBe(30);
    house.evict();
    await fake.advanceAsync(600_000);
    expect(fake.requests.length - before).toBe(35);
    const stopped = house.now.stop();
    await fake.advanceAsync(5000);
    expect(await stopped).toMatchObject({ status: "stopped", ending: "requested" });
    expect(await house.now.isHeld()).toBe(false);
    expect(all()).toHaveLength(1);
    expect(house.texts.join()).not.toContain(pubBotToken);
  });

  test("a start whose answer is lost is repeated, and there is one", async () => {
    const { house, start, all } = open({ hears: false });
    house.fake.fail(operations.start, { network: true, tookEffect: true, times: 4 });
    void start().catch(() => {});
    await house.fake.advanceAsync(300_000);
    expect(await house.now.snapshot()).toMatchObject({ status: "transcribing", unsettled: null });
    expect(all()).toHaveLength(1);
  });

  test("killed at any moment of its life, nothing runs twice or is left behind", async () => {
    const whole = open({ hears: false });
    void whole.start();
    await whole.house.fake.advanceAsync(30_000);
    for (const afterSending of [false, true]) {
      for (let killAt = 1; killAt <= whole.house.saves; killAt += 1) {
        const { house, start, all } = open({ killAt, afterSending, hears: false });
        void start().catch(() => {});
        await house.fake.advanceAsync(300_000);
        if ((await house.now.snapshot()) === null) continue;
        const found = await house.now.snapshot();
        const stopped = house.now.stop();
        await house.fake.advanceAsync(10_000);
        const where = `killed ${afterSending ? "after" : "at"} save ${killAt}`;
        expect({ where, status: found?.status, ends: (await stopped).status, count: all().length }).toEqual({
          where,
          status: "transcribing",
          ends: "stopped",
          count: 1,
        });
      }
    }
  });

  test("a 404 is the end at once, and it starts again as often as it was asked to", async () => {
    const { house, restarting, all } = open({ hears: false });
    const { fake } = house;
    void restarting();
    await fake.advanceAsync(60_000);
    for (const count of [1, 2, 3]) {
      expect(await house.now.snapshot()).toMatchObject({ status: "transcribing" });
      expect(all()).toHaveLength(count);
      fake.breakDown(all().at(-1) ?? "");
      await fake.advanceAsync(300_000);
    }
    expect(await house.now.isHeld()).toBe(false);
    expect(["stopped", "failed"]).toContain((await house.now.snapshot())?.status);
    expect(all()).toHaveLength(3);
  });

  test("without being asked it does not start again, nor after a release", async () => {
    for (const isAsked of [false, true]) {
      const { house, start, restarting, all } = open({ hears: false });
      void (isAsked ? restarting() : start());
      await house.fake.advanceAsync(60_000);
      if (isAsked) await house.now.release();
      house.fake.breakDown(all()[0] ?? "");
      await house.fake.advanceAsync(600_000);
      expect(all()).toHaveLength(1);
      expect(await house.now.isHeld()).toBe(false);
    }
  });
});

test("a notification makes a supervisor look at once", async () => {
  const house = createAgentHouse();
  const { fake } = house;
  void house.now.start(agentOrder);
  await fake.advanceAsync(60_000);
  const seen: string[] = [];
  fake.onNotification(({ eventType }) => seen.push(String(eventType)));
  fake.breakDown(fake.agents[0]?.agentId ?? "");
  await fake.advanceAsync(10_000);
  expect(seen).not.toEqual([]);
  expect(await house.now.snapshot()).toMatchObject({ isActive: false });
});

test("a supervisor takes over an agent that was joined elsewhere, and refuses another one", async () => {
  const house = createAgentHouse({ hears: false });
  const handle = { ...agentOrder, appId: house.fake.appId, agentId: "agent-1", startedAt: house.fake.now() };
  expect(await house.now.resume(handle)).toMatchObject({ status: "starting", handle });
  await expect(house.now.resume({ ...handle, agentId: "agent-2" })).rejects.toMatchObject({ kind: "invalid-state" });
});
