import { explainError } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { count, createSttTask, createWorld, settle, watch, describeDirect } from "./setup.ts";

const v7 = {
  version: "v7",
  request: { name: "room-1", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "47091" } },
} as const;
const v6 = {
  version: "v6",
  request: { languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "47091", subBotUid: "47092" } },
} as const;

describe("S10 v7", () => {
  test("has no lease: starting, transcribing, stopped", async () => {
    const { fake, agora, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, { ...v7, storage });
    const seen = watch(task);
    const handle = await settle(fake, task.start(), 10_000);
    expect(handle).toMatchObject({ version: "v7", name: "room-1", agentId: fake.agents[0]?.agentId });
    expect(await settle(fake, task.acquire())).toMatchObject({ kind: "invalid-state" });
    expect(await settle(fake, task.stop())).toMatchObject({ status: "stopped", ending: "requested" });
    expect(seen).toEqual(["starting", "transcribing", "stopping", "stopped"]);
    expect(await storage.get(task.key)).toBeNull();
  });

  describeDirect("a name that is taken", () => {
    test("409 adopts the running agent where it is named", async () => {
      const { fake, agora, newClient } = createWorld({ sttConflictNamesAgent: true });
      const first = await settle(fake, createSttTask(agora, v7).start());
      const task = createSttTask(newClient(), v7);
      expect(await settle(fake, task.start(), 10_000)).toMatchObject({
        agentId: (first as { agentId: string }).agentId,
      });
      expect(task.getSnapshot()).toMatchObject({ status: "transcribing", error: null });
      expect(fake.agents).toHaveLength(1);
    });
  });

  test("else says so", async () => {
    const { fake, agora, newClient } = createWorld();
    await settle(fake, createSttTask(agora, v7).start());
    const task = createSttTask(newClient(), v7);
    const error = await settle(fake, task.start());
    expect(error).toMatchObject({ kind: "conflict" });
    expect(explainError(error).explanation).not.toBe("");
    expect(task.getSnapshot()).toMatchObject({ status: "failed", unsettled: null });
  });

  test("a leave with an empty body, and another one, are no failures", async () => {
    const { fake, agora, newClient } = createWorld();
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, v7);
    const handle = await settle(fake, task.start(), 10_000);
    const other = createSttTask(newClient(), v7);
    if (handle instanceof Error) throw handle;
    await settle(fake, other.resume(handle), 10_000);
    expect(await settle(fake, task.stop())).toMatchObject({ status: "stopped", ending: "requested" });
    await fake.advanceAsync(10_000);
    expect(await settle(fake, other.stop())).toMatchObject({ status: "stopped", ending: "already-ended", error: null });
  });

  test("the uids of its bots are known", async () => {
    const { fake, agora } = createWorld();
    expect(createSttTask(agora, v7).botUids()).toEqual(["47091"]);
    expect(createSttTask(agora, v6).botUids()).toEqual(["47091", "47092"]);
    const later = createSttTask(agora, { version: "v7", name: "room-2", request: () => v7.request });
    expect(later.botUids()).toEqual([]);
    await settle(fake, later.start());
    expect(later.botUids()).toEqual(["47091"]);
    expect(fake.agents[0]).toMatchObject({ name: "room-2" });
  });

  test("an agent that breaks down is failed, with the causes", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, v7);
    fake.onNotification((notification) => task.receive(notification));
    await settle(fake, task.start(), 10_000);
    fake.breakDown(fake.agents[0]?.agentId ?? "");
    await fake.advanceAsync(5000);
    const { status, error } = task.getSnapshot();
    expect(status).toBe("failed");
    expect(explainError(error).causes.join()).toContain("pubBotToken");
  });

  test("a join whose answer is lost is repeated with the same name, by the next start", async () => {
    const { fake, agora, storage } = createWorld({ sttConflictNamesAgent: true });
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, { ...v7, storage });
    fake.fail("sttAgents.join", { network: true, tookEffect: true, times: 3 });
    expect(await settle(fake, task.start(), 60_000)).toMatchObject({ kind: "network-error" });
    expect(task.getSnapshot()).toMatchObject({ status: "failed", unsettled: { name: "room-1" } });
    expect(await settle(fake, task.start())).toMatchObject({ agentId: fake.agents[0]?.agentId });
    expect(fake.agents).toHaveLength(1);
  });

  test("update goes to what runs, and is misplaced before", async () => {
    const { fake, agora } = createWorld();
    const task = createSttTask(agora, v7);
    expect(await settle(fake, task.update({ languages: ["de-DE"] }))).toMatchObject({ kind: "invalid-state" });
    await settle(fake, task.start(), 10_000);
    await settle(fake, task.update({ languages: ["de-DE"] }), 10_000);
    expect(fake.agents[0]?.languages).toEqual(["de-DE"]);
  });
});

describe("S20 v6", () => {
  test("a task that runs already, and that the service names, is adopted", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, v6);
    fake.fail("sttTasks.start", { network: true, tookEffect: true });
    expect(await settle(fake, task.start(), 20_000)).toMatchObject({ taskId: fake.tasks[0]?.taskId });
    expect(task.getSnapshot()).toMatchObject({ status: "transcribing", error: null });
    expect(fake.tasks).toHaveLength(1);
  });

  test("a builder token that expired is replaced, and start is sent once more", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, { ...v6, safetyMargin: 0 });
    await settle(fake, task.acquire());
    // Only the service knows: the clock of the page is late.
    fake.fail("sttTasks.start", { kind: "builder-token-expired" });
    expect(await settle(fake, task.start(), 10_000)).toMatchObject({ version: "v6" });
    expect(count(fake, "sttTasks.acquire")).toBe(2);
    expect(task.getSnapshot().status).toBe("transcribing");
    expect(await settle(fake, task.stop())).toMatchObject({ status: "stopped", ending: "requested" });
  });

  test("silence in the channel (206) is no end", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    const task = createSttTask(agora, v6);
    await settle(fake, task.start(), 10_000);
    fake.fail("sttTasks.query", { kind: "no-stream" });
    expect(await settle(fake, task.query())).toMatchObject({ status: "transcribing", error: null });
  });

  test("an unused token expires after five minutes", async () => {
    const { fake, agora } = createWorld();
    const task = createSttTask(agora, v6);
    const seen = watch(task);
    await settle(fake, task.acquire(), 5 * 60_000);
    expect(seen).toEqual(["acquiring", "acquired", "expired"]);
  });
});

test("a request that is made later needs a name for the session", () => {
  const { agora } = createWorld();
  expect(() => createSttTask(agora, { version: "v7", request: () => v7.request })).toThrow("name is missing");
  expect(() => createSttTask(agora, { version: "v6", request: () => v6.request })).toThrow("instanceId is missing");
});
