import { createRecordingSession, recordingKey, sessionsOf } from "@agora-edge/core/page";
import { expect, test, vi } from "vitest";
import { canary, openProxiedPage, settled } from "../../testing/behind-proxy.ts";
import { historyOf } from "./history.ts";
import { recorderOf } from "./recorder.ts";
import { bugReport } from "./report.ts";

const options = { cname: "room-1", uid: "900001", mode: "mix", clientRequest: {} } as const;
const madeBy = "a test";

/** A session as hooks have it, and the log of its client. */
function open() {
  const { fake, agora } = openProxiedPage();
  const recorder = recorderOf(agora);
  const heard = vi.fn();
  const leave = recorder.subscribe(heard);
  const key = recordingKey(agora.appId, options);
  const create = () => createRecordingSession(agora, options);
  const cached = sessionsOf(agora).ensure({ service: "recording", key, create });
  cached.use(() => {});
  const { session } = cached;
  return { fake, agora, recorder, heard, leave, session };
}

test("the log has what sessions do and send; what one turn brings is told once", async () => {
  const { fake, recorder, heard, session } = open();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(recorder.getSnapshot().sessions.map((one) => one.session)).toEqual([session]);
  await settled(fake, session.start());
  const { log } = recorder.getSnapshot();
  expect(log.requests.map(({ operation, status }) => [operation, status])).toEqual([
    ["recording.acquire", 200],
    ["recording.start", 200],
  ]);
  expect(log.transitions.map(({ event }) => event.type)).toEqual(
    expect.arrayContaining(["start", "acquired", "started"]),
  );
  recorder.clear();
  expect(recorder.getSnapshot().log).toEqual({ requests: [], transitions: [] });
});

test("nothing is noted without a listener; what was noted stays", async () => {
  const { fake, recorder, leave, session } = open();
  await settled(fake, session.acquire());
  leave();
  const { log } = recorder.getSnapshot();
  expect(log.transitions.length).toBeGreaterThan(0);
  await settled(fake, session.start());
  expect(recorder.getSnapshot().log).toBe(log);
});

test("a bug report says what happened, and holds no secret", async () => {
  const { fake, agora, recorder, session } = open();
  await settled(fake, session.start());
  await settled(fake, session.whenRunning());
  const { grant = "" } = session.getSnapshot().handle ?? {};
  fake.fail("recording.stop", { kind: "invalid-parameter" });
  await expect(settled(fake, session.stop())).rejects.toMatchObject({ kind: "invalid-parameter" });
  const { appId } = agora;
  const report = bugReport({ ...recorder.getSnapshot(), appId, madeBy, agent: "A browser", now: fake.now() });
  expect(report).toContain(session.key);
  expect(report).toContain('"status": "recording"');
  expect(report).toMatch(/recording\.stop: HTTP 400.*\n {2}invalid-parameter: /);
  expect(report).toMatch(/#1 start; idle → acquiring; claim/);
  expect(report).toContain(session.getSnapshot().handle?.sid);
  expect(grant).toBeTruthy();
  for (const secret of [grant, canary, fake.customerSecret]) expect(report).not.toContain(secret);
});

test("a history has each session from the state on that it was first seen in, and holds no secret", async () => {
  const { fake, recorder, session } = open();
  await settled(fake, session.start());
  const { grant = "" } = session.getSnapshot().handle ?? {};
  const { transitions } = recorder.getSnapshot().log;
  const history = historyOf(transitions, { madeBy, now: 0 });
  expect(history).toMatchObject({
    format: "agora-edge-history",
    version: 1,
    madeBy,
    exportedAt: "1970-01-01T00:00:00.000Z",
  });
  const [first, ...others] = history.sessions;
  expect(others).toEqual([]);
  expect(first).toMatchObject({ service: "recording", key: session.key, before: { status: "idle" } });
  expect(first?.steps).toHaveLength(transitions.length);
  expect(first?.steps.at(-1)?.status).toBe("starting");
  for (const secret of [grant, canary]) expect(JSON.stringify(history)).not.toContain(secret);
});
