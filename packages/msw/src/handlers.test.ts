import { setupServer } from "msw/node";
import { afterEach, expect, test } from "vitest";
import { agoraHandlers, createFakeAgora } from "./index.ts";
import { basic, who } from "./testing/caller.ts";
import { flatRequest, joinRequest } from "./testing/stt-caller.ts";

const server = setupServer();
afterEach(() => server.close());

function listen(baseUrl?: string) {
  const fake = createFakeAgora();
  server.resetHandlers(...agoraHandlers(fake, baseUrl === undefined ? {} : { baseUrl }));
  server.listen();
  return fake;
}

const acquireAt = (origin: string, appId: string, headers: Record<string, string>) =>
  fetch(`${origin}/v1/apps/${appId}/cloud_recording/acquire`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ ...who, clientRequest: {} }),
  });

test.each(["api.agora.io", "api-us-west-1.agora.io", "api.sd-rtn.com"])(
  "the global fetch reaches the fake at %s",
  async (host) => {
    const fake = listen();
    const response = await acquireAt(`https://${host}`, fake.appId, { authorization: basic(fake) });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toBe(fake.requests[0]?.requestId);
    expect(fake.requests[0]).toMatchObject({ host, operation: "recording.acquire" });
  },
);

test("a broken connection looks broken", async () => {
  const fake = listen();
  fake.fail("*", { network: true });
  await expect(acquireAt("https://api.agora.io", fake.appId, { authorization: basic(fake) })).rejects.toThrow(
    TypeError,
  );
});

test("behind a proxy the credentials are added", async () => {
  const fake = listen("http://app.example/api/agora/");
  const response = await acquireAt("http://app.example/api/agora", fake.appId, {});
  expect(response.status).toBe(200);
  expect(fake.requests[0]).toMatchObject({ path: `/v1/apps/${fake.appId}/cloud_recording/acquire`, ...who });
  expect((await acquireAt("https://api.agora.io", fake.appId, {})).status).toBe(401);
});

test("the transcription service is there too, with all its methods", async () => {
  const fake = listen("http://app.example/api/agora");
  const origin = "http://app.example/api/agora";
  const old = `/v1/projects/${fake.appId}/rtsc/speech-to-text`;
  const say = async (method: string, path: string, body?: object) => {
    const sent = body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {};
    const response = await fetch(`${origin}${path}`, { method, ...sent });
    return { status: response.status, text: await response.text() };
  };
  await say("POST", `${old}/builderTokens`, { instanceId: "room-1" });
  const token = /"tokenName":"([^"]+)"/.exec(JSON.stringify(fake.requests[0]?.response))?.[1];
  expect((await say("POST", `${old}/tasks?builderToken=${token}`, flatRequest())).status).toBe(200);
  fake.advance(5000);
  const task = `${old}/tasks/${fake.tasks[0]?.taskId}?builderToken=${token}`;
  const update = { languages: ["de-DE"] };
  expect((await say("PATCH", `${task}&sequenceId=1&updateMask=languages`, update)).status).toBe(200);
  expect(await say("DELETE", task)).toEqual({ status: 200, text: "" });
  const join = `/api/speech-to-text/v1/projects/${fake.appId}/join`;
  expect((await say("POST", join, joinRequest())).status).toBe(200);
  expect(fake.agents).toHaveLength(1);
});
