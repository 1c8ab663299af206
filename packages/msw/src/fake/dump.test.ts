import { expect, test } from "vitest";
import { createFakeAgora } from "../fake.ts";
import { who } from "../testing/caller.ts";
import { clientOf, joinAgent, startMix, startTask } from "../testing/client.ts";

test("an empty fake", () => {
  expect(createFakeAgora().dump()).toBe(
    [
      "Fake Agora at 2026-01-01T00:00:00.000Z, moved by fake.advance",
      "channels: none",
      "recordings: none",
      "tasks: none",
      "agents: none",
      "faults that wait: none",
      "requests (0 in all): none",
    ].join("\n"),
  );
});

test("a busy one", async () => {
  const fake = createFakeAgora({ rateLimit: false, appId: "app" });
  const client = clientOf(fake);
  fake.channel(who.cname).join("1001");
  fake.channel(who.cname).join("1002", { publish: false });
  const handle = await startMix(client);
  await joinAgent(client, "agent-1", "77");
  await startTask(client, "b");
  fake.advance(20_000);
  await client.recording.stop(handle);
  await fake.fetch("https://api.agora.io/v1/nothing");
  fake.fail("recording.stop", { code: 65, times: 2 });
  const [recording] = fake.recordings;
  const lines = fake.dump().split("\n");
  expect(lines).toEqual([
    "Fake Agora at 2026-01-01T00:00:20.000Z, moved by fake.advance",
    "channels",
    "  room-1: 1001 (audio, video), 1002 (silent)",
    "recordings",
    `  ${recording?.sid} mix in room-1 as 900001: over after 20 s (requested), status 8, 1 file`,
    "tasks",
    `  ${fake.tasks[0]?.taskId} in room-1: running for 20 s, IN_PROGRESS`,
    "agents",
    `  ${fake.agents[0]?.agentId} "agent-1" in room-1: running for 20 s, RUNNING`,
    "faults that wait",
    '  recording.stop {"code":65,"times":2}',
    "requests (7 in all)",
    "  200 POST /v1/apps/app/cloud_recording/acquire recording.acquire",
    `  200 POST /v1/apps/app/cloud_recording/resourceid/${recording?.resourceId.slice(0, 8)}…/mode/mix/start recording.start`,
    "  200 POST /api/speech-to-text/v1/projects/app/join sttAgents.join",
    "  200 POST /v1/projects/app/rtsc/speech-to-text/builderTokens sttTasks.acquire",
    "  200 POST /v1/projects/app/rtsc/speech-to-text/tasks sttTasks.start",
    `  200 POST /v1/apps/app/cloud_recording/resourceid/${recording?.resourceId.slice(0, 8)}…/sid/${recording?.sid}/mode/mix/stop recording.stop`,
    "  404 GET /v1/nothing (unexpected)",
  ]);
});

test("says what moves time", () => {
  expect(createFakeAgora({ timers: true }).dump()).toContain("moved by the fake timers of the test runner");
  expect(createFakeAgora({ speed: 1 }).dump()).toContain("moving by itself");
});
