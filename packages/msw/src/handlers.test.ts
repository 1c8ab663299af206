import { setupServer } from "msw/node";
import { afterEach, expect, test } from "vitest";
import { agoraHandlers, createFakeAgora } from "./index.ts";
import { basic, who } from "./testing/caller.ts";

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
