import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createAgoraHandler } from "@agora-edge/core/server";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import { createAgora } from "./agora.ts";
import { createApi } from "./api.ts";

const baseUrl = "https://app.example/api/agora";

/** A server that knows one session, the proxy on it, and Agora behind it. */
function createServer() {
  const fake = createFakeAgora();
  const { appId, clock } = fake;
  const auth = basicAuth(fake.customerId, fake.customerSecret);
  const session = { token: "session-1" };
  const handler = createAgoraHandler({
    client: createAgoraClient({ appId, auth, fetch: fake.fetch, clock }),
    basePath: "/api/agora",
    authorize: (request) =>
      request.headers.get("authorization") === `Bearer ${session.token}`
        ? { subject: "teacher-1" }
        : new Response("signed out", { status: 401 }),
    grantSecrets: ["a-long-and-random-secret-of-this-test"],
  });
  return { fake, session, fetch: async (...request: Parameters<typeof fetch>) => handler(new Request(...request)) };
}

function createPage() {
  const { fake, session, fetch } = createServer();
  const { appId, clock } = fake;
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  let refreshed = 0;
  const refresh = async () => {
    refreshed++;
    return { ...session };
  };
  const ky = createApi({ session: { ...session }, refresh, fetch });
  const agora = createAgora({ appId, baseUrl, ky, clock, tracer: provider.getTracer("page") });
  return { fake, session, agora, spans: () => exporter.getFinishedSpans(), refreshes: () => refreshed };
}

const room = { cname: "room-1", uid: "900001" };

test("a session that runs out is refreshed once, for all calls that meet it, and nobody notices", async () => {
  const { agora, session, refreshes } = createPage();
  await agora.recording.acquire(room);
  session.token = "session-2";
  const resources = await Promise.all(["a", "b", "c"].map((cname) => agora.recording.acquire({ ...room, cname })));
  expect(resources.map(({ cname }) => cname)).toEqual(["a", "b", "c"]);
  expect(refreshes()).toBe(1);
});

test("each call is a span, in which a refreshed session is no repeat", async () => {
  const { agora, session, spans } = createPage();
  session.token = "session-2";
  const { resourceId } = await agora.recording.acquire(room);
  const [span] = spans();
  expect(span?.name).toBe("POST /v1/apps/{appId}/cloud_recording/acquire");
  expect(span?.attributes).toMatchObject({
    "http.request.method": "POST",
    "http.response.status_code": 200,
    "server.address": "app.example",
  });
  expect(span?.events.map(({ name }) => name)).toEqual(["attempt"]);
  expect(JSON.stringify([span?.attributes, span?.events])).not.toContain(resourceId);
});
