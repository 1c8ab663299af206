import { createAgoraClient } from "@agora-edge/core";
import { createPageClient, createRecordingSession } from "@agora-edge/core/page";
import { describe, expect, test } from "vitest";
import { createFakeAgora, proxyFetch } from "../fake.ts";

const who = { cname: "room-1", uid: "900001" };
const creators = { createPageClient, createAgoraClient };

describe.each(["createPageClient", "createAgoraClient"] as const)("%s without MSW", (creator) => {
  test.each(["https://app.example/api/agora", "https://app.example/api/agora/"])(
    "records through %s, without credentials and storage",
    async (baseUrl) => {
      const fake = createFakeAgora();
      const fetch = proxyFetch(fake, { baseUrl });
      const client = creators[creator]({ appId: fake.appId, baseUrl, fetch, clock: fake.clock });
      fake.channel("room-1").join("1001");
      const session = createRecordingSession(client, { ...who, mode: "mix", clientRequest: {} });
      const started = session.start();
      await fake.advanceAsync(20_000);
      await started;
      await fake.advanceAsync(20_000);
      expect(session.getSnapshot()).toMatchObject({ status: "recording" });
      const stopped = session.stop();
      await fake.advanceAsync(20_000);
      await stopped;
      const { status, files } = session.getSnapshot();
      expect([status, files.length, fake.recordings[0]?.live]).toEqual(["stopped", 1, false]);
      session.dispose();
    },
  );

  test("a user who is not signed in is refused, and the service hears nothing", async () => {
    const fake = createFakeAgora();
    const baseUrl = "https://app.example/api/agora";
    const fetch = proxyFetch(fake, { baseUrl, authorize: (request) => request.headers.has("cookie") });
    const client = creators[creator]({ appId: fake.appId, baseUrl, fetch, clock: fake.clock });
    await expect(client.recording.acquire({ ...who })).rejects.toMatchObject({ kind: "proxy-unauthenticated" });
    expect(fake.requestCount).toBe(0);
  });
});

test("a page's client has a relative address also where there is no page", async () => {
  const fake = createFakeAgora();
  const baseUrl = "/api/agora";
  const { appId, clock } = fake;
  const client = createPageClient({ appId, baseUrl, fetch: proxyFetch(fake, { baseUrl }), clock });
  const lease = await client.recording.acquire(who);
  const { sid } = await client.recording.start({ ...lease, mode: "mix", clientRequest: {} });
  expect(fake.recordings).toMatchObject([{ sid }]);
});

test("a relative address is the page's own, or of any host where there is no page", async () => {
  const fake = createFakeAgora();
  const fetch = proxyFetch(fake, { baseUrl: "/api/agora" });
  const path = `/api/agora/v1/apps/${fake.appId}/cloud_recording/acquire`;
  const init = { method: "POST", body: JSON.stringify({ ...who, clientRequest: {} }) };
  const headers = { "content-type": "application/json" };
  for (const url of [path, `https://app.example${path}`, new URL(`https://app.example${path}`)]) {
    expect((await fetch(url, { ...init, headers })).status).toBe(200);
  }
  // Elsewhere nobody adds credentials.
  expect((await fetch(`https://api.agora.io${path.slice(10)}`, { ...init, headers })).status).toBe(401);
});
