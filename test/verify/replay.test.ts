import {
  type AgoraClient,
  basicAuth,
  createAgoraClient,
  createMemoryStorage,
  createRecordingSession,
  createSttTask,
} from "@agora-edge/core";
import { inspect, type InspectedTransition } from "@agora-edge/core/inspect";
import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { expect, test } from "vitest";
import { historyOf, type RecordedHistory } from "../../packages/react/src/devtools/log/history.ts";
import { readHistory } from "./replay/read-history.ts";
import { replay } from "./replay/replay.ts";
import { type Machine, machine } from "./world/machine.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "access-key", secretKey: "secret-key" };
const recorder = { cname: "room-1", uid: "900001", mode: "mix", clientRequest: { storageConfig } } as const;
const rtcConfig = { channelName: "room-1", subBotUid: "900003", pubBotUid: "900004" };

/** What happens in a page while `live` runs, as its devtools would export it. */
async function recordHistory(
  live: (page: { fake: FakeAgora; client: AgoraClient }) => Promise<void>,
): Promise<RecordedHistory> {
  const fake = createFakeAgora({ rateLimit: false, repeatedStartNamesSid: true });
  fake.channel("room-1").join("1001");
  const { appId, clock, customerId, customerSecret } = fake;
  const auth = basicAuth(customerId, customerSecret);
  const client = createAgoraClient({ appId, auth, fetch: fake.fetch, clock, random: () => 0 });
  const transitions: InspectedTransition[] = [];
  inspect(client, (one) => {
    if (one.type === "transition") transitions.push(one);
  });
  await live({ fake, client });
  return readHistory(JSON.stringify(historyOf(transitions, { madeBy: "a test", now: fake.now() })));
}

/** A recording whose start and stop get lost, with a lease that runs out and a failover. */
const troubled = () =>
  recordHistory(async ({ fake, client }) => {
    const session = createRecordingSession(client, { ...recorder, storage: createMemoryStorage() });
    await session.acquire();
    await fake.advanceAsync(400_000);
    expect(session.getSnapshot().status).toBe("expired");
    fake.fail("recording.start", { network: true, tookEffect: true });
    const started = session.start();
    await fake.advanceAsync(60_000);
    await started;
    const { handle } = session.getSnapshot();
    if (handle) fake.failover(handle.sid, { seconds: 60 });
    await fake.advanceAsync(300_000);
    fake.fail("recording.stop", { network: true, tookEffect: true });
    const stopped = session.stop();
    await fake.advanceAsync(200_000);
    await stopped;
    session.dispose();
  });

const results = (history: RecordedHistory, wanted?: Machine) =>
  history.sessions.map((session) => ({ ...replay(session, wanted), recorded: session.steps.length }));

test("a recording with all its trouble does today what it did, and keeps every promise", async () => {
  const history = await troubled();
  const [result] = results(history);
  expect(result).toMatchObject({ difference: null, broken: null });
  expect(result?.steps).toBe(result?.recorded);
  expect(result?.steps).toBeGreaterThan(20);
  const kinds = history.sessions.flatMap(({ steps }) => steps.map(({ event }) => event.type));
  expect(kinds).toEqual(expect.arrayContaining(["acquired", "started", "failed", "queried", "stored", "dispose"]));
});

test("transcriptions of both families are replayed, builder tokens though they are redacted", async () => {
  const history = await recordHistory(async ({ fake, client }) => {
    const request = { languages: ["en-US"], rtcConfig };
    for (const task of [
      createSttTask(client, { version: "v6", request }),
      createSttTask(client, { version: "v7", request: { ...request, name: "agent-1" } }),
    ]) {
      for (let runs = 0; runs < 2; runs++) {
        const started = task.start();
        await fake.advanceAsync(20_000);
        await started;
        const stopped = task.stop();
        await fake.advanceAsync(200_000);
        await stopped;
      }
    }
  });
  expect(history.sessions.map(({ service }) => service)).toEqual(["sttTasks", "sttAgents"]);
  expect(JSON.stringify(history)).toContain('"tokenName":"[redacted 2]"');
  for (const { difference, broken } of results(history)) expect([difference, broken]).toEqual([null, null]);
});

test("a session that goes on from a state, and a storage that is full, are replayed", async () => {
  const history = await recordHistory(async ({ fake, client }) => {
    const first = createRecordingSession(client, recorder);
    const started = first.start();
    await fake.advanceAsync(20_000);
    await started;
    const state = first.toJSON();
    first.dispose();
    const second = createRecordingSession(client, { ...recorder, restore: state });
    await second.query();
    const full = { ...createMemoryStorage(), set: () => Promise.reject(new Error("The storage is full.")) };
    const third = createRecordingSession(client, { ...recorder, uid: "900002", storage: full });
    await expect(third.start()).rejects.toMatchObject({ kind: "storage-failed" });
  });
  expect(history.sessions).toHaveLength(3);
  expect(history.sessions[1]?.before.status).toBe("recording");
  for (const { difference, broken } of results(history)) expect([difference, broken]).toEqual([null, null]);
});

test("a machine that does something else is told from the one of the recording", async () => {
  const history = await troubled();
  const loud: Machine = {
    ...machine,
    transition: (state, event) => {
      const step = machine.transition(state, event);
      const louder = step.effects.map((effect) =>
        effect.type === "query" ? { ...effect, priority: "high" as const } : effect,
      );
      return { state: step.state, effects: louder };
    },
  };
  expect(results(history, loud)[0]?.difference).toMatch(
    /^step \d+, tick: was starting \["query",\d+,"normal"\]; is starting \["query",\d+,"high"\]$/,
  );
});

test("a machine that sends a start before storage knows of it breaks a promise", async () => {
  const history = await troubled();
  const hasty: Machine = {
    ...machine,
    transition: (state, event) => {
      const step = machine.transition(state, event);
      if (!step.effects.some((effect) => effect.type === "store" && effect.step === "noting")) return step;
      const sent = machine.transition(step.state, { type: "stored", now: event.now, step: "noting" });
      return { state: sent.state, effects: [...sent.effects, ...step.effects] };
    },
  };
  expect(results(history, hasty)[0]?.broken).toContain("A start left before storage knew of it.");
});

test("a machine that stops what runs, unasked, breaks a promise", async () => {
  const history = await troubled();
  const rash: Machine = {
    ...machine,
    transition: (state, event) => {
      const step = machine.transition(state, event);
      const { handle } = step.state;
      if (event.type !== "queried" || state.status !== "recording" || handle === null) return step;
      return { state: step.state, effects: [...step.effects, { type: "stop", call: -1, handle }] };
    },
  };
  expect(results(history, rash)[0]?.broken).toContain("It was shown as running, and stopped unasked.");
});

test.each([["[]"], ['{"format":"agora-edge-history","version":1,"sessions":[{}]}'], ['{"format":"other"}']])(
  "%s is refused, with what to do",
  (text) => {
    expect(() => readHistory(text)).toThrow(/export one in the panel/);
  },
);
