import { type AgoraClientOptions, type AgoraErrorKind, basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFakeAgora, type FakeAgora, type FakeAgoraOptions, type FaultOptions } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { expectExplained, failureOf } from "../explained.ts";
import { audioOnly, clientRequest, uids } from "./requests.ts";

/*
 * Every number, message and HTTP status that the five documents of common errors name for Cloud Recording (two English,
 * two Chinese; the fifth is about speech-to-text), and those of the current page. Each is brought about by its cause
 * where a caller can cause it, else injected, and must arrive as its kind, explained in both languages.
 */

const credentials = { appId: "app1", customerId: "id", customerSecret: "secret" };

interface World {
  fake: FakeAgora;
  agora: ReturnType<typeof createAgoraClient>;
  /** Another client of the same service. */
  client(options: Partial<AgoraClientOptions>): ReturnType<typeof createAgoraClient>;
}

interface Case {
  /** The number, message or status as the documents print it. */
  value: number | string;
  kind: AgoraErrorKind;
  options?: FakeAgoraOptions;
  /** Makes the call that fails. */
  cause: (world: World) => Promise<unknown>;
}

const acquire = ({ agora }: World) => agora.recording.acquire(uids);
const startMix = async (world: World) =>
  world.agora.recording.start({ ...(await acquire(world)), mode: "mix", clientRequest });
const running = async (world: World) => {
  world.fake.channel(uids.cname).join("1001");
  const handle = await startMix(world);
  world.fake.advance(20_000);
  return handle;
};
const onAcquire = (fault: FaultOptions) => (world: World) => {
  world.fake.fail("recording.acquire", fault);
  return acquire(world);
};
const onStart = (fault: FaultOptions) => (world: World) => {
  world.fake.fail("recording.start", fault);
  return startMix(world);
};
const onQuery = (fault: FaultOptions) => async (world: World) => {
  const handle = await running(world);
  world.fake.fail("recording.query", fault);
  return world.agora.recording.query(handle);
};
const onLayout = (fault: FaultOptions) => async (world: World) => {
  const handle = await running(world);
  world.fake.fail("recording.updateLayout", fault);
  return world.agora.recording.updateLayout(handle, { mixedVideoLayout: 1 });
};
const onStop = (fault: FaultOptions) => async (world: World) => {
  const handle = await running(world);
  world.fake.fail("recording.stop", fault);
  return world.agora.recording.stop(handle);
};

/** The client sends what is right; something between it and the service changes the request. */
const meddled = (change: (request: Request) => Request) => async (world: World) => {
  const fetch: typeof globalThis.fetch = (input, init) => world.fake.fetch(change(new Request(input, init)));
  return world.client({ fetch }).recording.acquire(uids);
};

const cases: readonly Case[] = [
  // Numbers of the common-errors pages.
  {
    value: 2,
    kind: "invalid-parameter",
    // The start differs from what acquire announced: only the service can know.
    cause: async ({ agora }) => {
      const resource = await agora.recording.acquire({ ...uids, clientRequest: { startParameter: clientRequest } });
      return agora.recording.start({ ...resource, mode: "mix", clientRequest: audioOnly });
    },
  },
  {
    value: 7,
    kind: "already-started",
    cause: async (world) => {
      const resource = await acquire(world);
      await world.agora.recording.start({ ...resource, mode: "mix", clientRequest });
      return world.agora.recording.start({ ...resource, mode: "mix", clientRequest });
    },
  },
  {
    value: 8,
    kind: "bad-http-request",
    cause: meddled((request) => {
      const headers = new Headers(request.headers);
      headers.set("content-type", "text/plain");
      return new Request(request, { headers });
    }),
  },
  {
    value: 49,
    kind: "already-stopping",
    cause: async (world) => {
      const handle = await running(world);
      await world.agora.recording.stop(handle, { async_stop: true });
      return world.agora.recording.stop(handle, { async_stop: true });
    },
  },
  {
    value: 50,
    kind: "upload-timeout",
    cause: async (world) => {
      const handle = await running(world);
      world.fake.uploadTime(60_000);
      return world.agora.recording.stop(handle);
    },
  },
  {
    value: 53,
    kind: "task-conflict",
    cause: async (world) => {
      await startMix(world);
      return startMix(world);
    },
  },
  {
    value: 62,
    kind: "service-not-enabled",
    options: { codes: "older", appIdRefusal: "service" },
    cause: (world) => {
      world.fake.disable();
      return acquire(world);
    },
  },
  { value: 62, kind: "start-timeout", cause: onStart({ code: 62 }) },
  { value: 62, kind: "backend-timeout", cause: onQuery({ code: 62 }) },
  { value: 65, kind: "request-not-completed", cause: onStart({ code: 65 }) },
  { value: 65, kind: "request-not-completed", cause: onStop({ code: 65 }) },
  { value: 65, kind: "request-not-completed", cause: onQuery({ code: 65 }) },
  { value: 109, kind: "rtc-token-expired", cause: onStart({ code: 109 }) },
  { value: 110, kind: "rtc-token-invalid", cause: onStart({ code: 110 }) },
  {
    value: 432,
    kind: "resource-mismatch",
    cause: async (world) => {
      const resource = await acquire(world);
      return world.agora.recording.start({ ...resource, uid: "900002", mode: "mix", clientRequest });
    },
  },
  {
    value: 433,
    kind: "resource-expired",
    cause: async (world) => {
      const resource = await acquire(world);
      world.fake.advance(5 * 60_000 + 1);
      return world.agora.recording.start({ ...resource, mode: "mix", clientRequest });
    },
  },
  {
    value: 435,
    kind: "nothing-recorded",
    cause: async (world) => {
      const handle = await startMix(world);
      world.fake.advance(10_000);
      return world.agora.recording.stop(handle);
    },
  },
  { value: 501, kind: "service-exiting", cause: onQuery({ code: 501 }) },
  {
    value: 1001,
    kind: "resource-unparsable",
    cause: async (world) => {
      const resource = await acquire(world);
      const resourceId = resource.resourceId.slice(0, -8);
      return world.agora.recording.start({ ...resource, resourceId, mode: "mix", clientRequest });
    },
  },
  {
    value: 1003,
    kind: "session-mismatch",
    cause: async (world) => {
      const handle = await running(world);
      const other = await world.agora.recording.acquire({ ...uids, uid: "900002" });
      const { sid } = await world.agora.recording.start({ ...other, mode: "mix", clientRequest });
      return world.agora.recording.query({ ...handle, sid });
    },
  },
  { value: 1013, kind: "invalid-channel-name", cause: onAcquire({ code: 1013 }) },
  { value: 1028, kind: "invalid-layout", cause: onLayout({ code: 1028 }) },

  // Messages.
  { value: "invalid appid", kind: "invalid-app-id", cause: onAcquire({ status: 400, message: "invalid appid" }) },
  {
    value: "appid is invalid",
    kind: "invalid-app-id",
    cause: (world) => acquire({ ...world, agora: world.client({ appId: "app2" }) }),
  },
  {
    value: "no Route matched with those values",
    kind: "no-route",
    cause: (world) => world.client({ baseUrl: "https://api.agora.io/wrong" }).recording.acquire(uids),
  },
  {
    value: "Invalid authentication credentials",
    kind: "invalid-credentials",
    cause: (world) => world.client({ auth: basicAuth("id", "not-the-secret") }).recording.acquire(uids),
  },
  {
    value: "Unauthorized",
    kind: "missing-authorization",
    cause: meddled((request) => {
      const headers = new Headers(request.headers);
      headers.delete("authorization");
      return new Request(request, { headers });
    }),
  },
  {
    value: "API rate limit exceeded",
    kind: "rate-limited",
    cause: async (world) => {
      const { recording } = world.client({ rateLimit: false });
      return Promise.all(Array.from({ length: 11 }, () => recording.acquire(uids)));
    },
  },

  // Numbers of the current page.
  {
    value: 400,
    kind: "service-not-enabled",
    options: { appIdRefusal: "service" },
    cause: (world) => {
      world.fake.disable();
      return acquire(world);
    },
  },
  { value: 401, kind: "invalid-channel-name", cause: onAcquire({ code: 401 }) },
  {
    value: 405,
    kind: "app-not-active",
    cause: (world) => {
      world.fake.suspend();
      return acquire(world);
    },
  },
  {
    value: 406,
    kind: "concurrency-limit",
    options: { maxConcurrent: { rtc: 1 } },
    cause: async (world) => {
      await startMix(world);
      return world.agora.recording.acquire({ ...uids, uid: "900002" });
    },
  },
  { value: 500, kind: "internal-error", cause: onAcquire({ code: 500 }) },
  { value: 501, kind: "no-resources", cause: onAcquire({ code: 501 }) },
  { value: 504, kind: "allocate-timeout", cause: onAcquire({ code: 504 }) },
  { value: 502, kind: "no-worker", cause: onStart({ code: 502 }) },
  { value: 15, kind: "undocumented-15", cause: onStart({ code: 15 }) },
  {
    value: 404,
    kind: "task-not-found",
    // Nobody comes, the service leaves after maxIdleTime (30 s).
    cause: async (world) => {
      const handle = await startMix(world);
      world.fake.advance(40_000);
      return world.agora.recording.query(handle);
    },
  },
  {
    value: 404,
    kind: "task-not-found",
    cause: async (world) => {
      const handle = await running(world);
      world.fake.failover(handle.sid, { seconds: 60 });
      return world.agora.recording.stop(handle);
    },
  },

  // HTTP statuses alone.
  { value: "HTTP 201", kind: "already-started", cause: onStart({ status: 201, body: {} }) },
  { value: "HTTP 206", kind: "partial", cause: onStop({ status: 206, body: {} }) },
  { value: "HTTP 400", kind: "bad-request", cause: onAcquire({ status: 400, body: {} }) },
  { value: "HTTP 401", kind: "unauthorized", cause: onAcquire({ status: 401, body: {} }) },
  { value: "HTTP 404", kind: "not-found", cause: onAcquire({ status: 404, body: {} }) },
  { value: "HTTP 429", kind: "rate-limited", cause: onAcquire({ status: 429, body: {} }) },
  { value: "HTTP 500", kind: "server-error", cause: onStop({ status: 500, body: {} }) },
  { value: "HTTP 504", kind: "gateway-timeout", cause: onStop({ status: 504, body: {} }) },
  { value: "HTTP 503 on start", kind: "start-server-error", cause: onStart({ status: 503, body: {} }) },
  { value: "HTTP 503 on query", kind: "query-server-error", cause: onQuery({ status: 503, body: {} }) },

  // Without an answer of the service.
  { value: "no name", kind: "dns-failure", cause: onAcquire({ kind: "dns-failure" }) },
  { value: "no connection", kind: "network-error", cause: onStart({ network: true }) },
  {
    value: "a proxy's page",
    kind: "non-json-response",
    cause: onStop({ status: 502, body: "<html>Bad Gateway</html>" }),
  },
  { value: "200 without a sid", kind: "unexpected-response", cause: onStart({ status: 200, body: {} }) },
];

describe.each(cases.map((each) => [each.value, each.kind, each] as const))("%s is %s", (value, kind, each) => {
  test("arrives as its kind, explained in English and Chinese", async () => {
    const fake = createFakeAgora({ ...credentials, ...each.options });
    const client = (options: Partial<AgoraClientOptions>) =>
      createAgoraClient({
        appId: "app1",
        auth: basicAuth("id", "secret"),
        fetch: fake.fetch,
        clock: fake.clock,
        retry: false,
        ...options,
      });
    const error = await failureOf(each.cause({ fake, client, agora: client({}) }));
    expect(error.kind).toBe(kind);
    expectExplained(error, value);
  });
});
