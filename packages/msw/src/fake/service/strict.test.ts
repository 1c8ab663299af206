import { expect, test } from "vitest";
import { createFakeAgora } from "../../fake.ts";
import { basic, callFake, who } from "../../testing/caller.ts";

const app = "/v1/apps/a/cloud_recording";

test.each([
  ["POST", `${app}/aquire`, "POST /v1/apps/{appId}/cloud_recording/acquire (recording.acquire)"],
  ["GET", `${app}/acquire`, "POST /v1/apps/{appId}/cloud_recording/acquire (recording.acquire)"],
  ["POST", "/v1/apps//cloud_recording/acquire", "(recording.acquire)"],
  ["POST", `${app}/resourceid/r/start`, "(recording.start)"],
  ["POST", `${app}/resourceid/r/sid/s/mode/mix/query`, "GET /v1/apps/{appId}/cloud_recording/resourceid/"],
  ["POST", `${app}/resourceid/r/sid/s/mode/mix/updatelayout`, "(recording.updateLayout)"],
  ["GET", "/v1/projects/a/rtsc/speech-to-text/builderToken", "(sttTasks.acquire)"],
  ["PUT", "/v1/projects/a/rtsc/speech-to-text/tasks/t", "/v1/projects/{appId}/rtsc/speech-to-text/tasks/{taskId}"],
  ["POST", "/api/speech-to-text/v2/projects/a/join", "(sttAgents.join)"],
  ["DELETE", "/api/speech-to-text/v1/projects/a/agents/x/leave", "(sttAgents.leave)"],
])("%s %s is told the nearest route", async (method, path, nearest) => {
  const errors: Error[] = [];
  const fake = createFakeAgora({ strict: (error) => errors.push(error) });
  const call = fake.fetch(`https://api.agora.io${path}?secret=1`, { method });
  await expect(call).rejects.toThrow(`Unexpected request: ${method} https://api.agora.io${path}. `);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain(nearest);
});

test("strict: the error shows as uncaught, so that the test fails even when the app swallows the answer", async () => {
  const fake = createFakeAgora({ strict: true });
  const own = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  const told = new Promise((resolve) => process.once("uncaughtException", resolve));
  await fake.fetch("https://api.agora.io/v1/nothing").catch(() => "swallowed");
  const error = await told;
  for (const listener of own) process.on("uncaughtException", listener);
  expect(String(error)).toContain("Unexpected request: GET https://api.agora.io/v1/nothing.");
});

test("operations, and the list of addresses, are expected", async () => {
  const { fake, acquire } = callFake({ strict: true });
  expect((await acquire()).status).toBe(200);
  const list = await fake.fetch("https://api.agora.io/v2/ncs/ip", { headers: { authorization: basic(fake) } });
  expect(list.status).toBe(200);
  expect(fake.unexpectedRequests).toEqual([]);
});

test("without it the gateway answers, and the request is kept apart", async () => {
  const { fake, send } = callFake();
  expect((await send("POST", `${app}/aquire`, who)).status).toBe(404);
  expect(fake.unexpectedRequests).toMatchObject([{ method: "POST", path: `${app}/aquire` }]);
});
