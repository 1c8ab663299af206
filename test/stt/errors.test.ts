import { type AgoraErrorKind, basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFakeAgora, type FakeAgora, type FakeAgoraOptions, type FaultOptions } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { expectExplained, failureOf } from "../explained.ts";

/*
 * Every number, message and HTTP status that the common-errors page of Speech-to-Text names, and what v7 says. Each is
 * brought about by its cause where a caller can cause it, else injected, and must arrive as its kind, explained in both
 * languages.
 */

interface World {
  fake: FakeAgora;
  agora: ReturnType<typeof createAgoraClient>;
}

interface Case {
  /** The number, message or status as the documents print it. */
  value: number | string;
  kind: AgoraErrorKind;
  options?: FakeAgoraOptions;
  /** Makes the call that fails. */
  cause: (world: World) => Promise<unknown>;
}

const request = {
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", subBotUid: "1000", pubBotUid: "2000" },
} as const;
const joinRequest = {
  name: "room-1-a",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "2000" },
} as const;

const acquire = ({ agora }: World) => agora.sttTasks.acquire({ instanceId: "room-1" });
const start = async (world: World) => world.agora.sttTasks.start({ ...(await acquire(world)), version: "v6", request });
const running = async (world: World) => {
  world.fake.channel("room-1").join("101");
  const handle = await start(world);
  world.fake.advance(10_000);
  return handle;
};
const onAcquire = (fault: FaultOptions) => (world: World) => {
  world.fake.fail("sttTasks.acquire", fault);
  return acquire(world);
};
const onStart = (fault: FaultOptions) => (world: World) => {
  world.fake.fail("sttTasks.start", fault);
  return start(world);
};
const onQuery = (fault: FaultOptions) => async (world: World) => {
  const handle = await running(world);
  world.fake.fail("sttTasks.query", fault);
  return world.agora.sttTasks.query(handle);
};
const onJoin = (fault: FaultOptions) => (world: World) => {
  world.fake.fail("sttAgents.join", fault);
  return world.agora.sttAgents.join(joinRequest);
};
const twice = async (world: World) => {
  const lease = await acquire(world);
  await world.agora.sttTasks.start({ ...lease, version: "v6", request });
  world.fake.advance(5000);
  return world.agora.sttTasks.start({ ...lease, version: "v6", request });
};

const cases: readonly Case[] = [
  // Messages.
  {
    value: "the product name does not match with builderToken",
    kind: "builder-token-product-mismatch",
    cause: async ({ agora }) => {
      const { resourceId } = await agora.recording.acquire({ cname: "room-1", uid: "900001" });
      return agora.sttTasks.start({ tokenName: resourceId, version: "v6", request });
    },
  },
  {
    value: "resourceId reaches out the limited time interval!",
    kind: "builder-token-expired",
    cause: async (world) => {
      const lease = await acquire(world);
      world.fake.advance(5 * 60_000 + 1000);
      return world.agora.sttTasks.start({ ...lease, version: "v6", request });
    },
  },
  {
    value: "invalid_appid!",
    kind: "service-not-enabled",
    cause: onAcquire({ status: 400, message: "invalid_appid!" }),
  },
  {
    value: "body schema check fail, ...",
    kind: "invalid-body",
    // The client takes any spelling, the service has a list.
    cause: async (world) =>
      world.agora.sttTasks.start({
        ...(await acquire(world)),
        version: "v6",
        request: { ...request, languages: ["en-us"] },
      }),
  },
  {
    value: "The taskId does not match with builderToken.",
    kind: "task-token-mismatch",
    cause: async (world) => {
      const handle = await running(world);
      const lease = await world.agora.sttTasks.acquire({ instanceId: "room-2" });
      const other = {
        ...request,
        rtcConfig: { ...request.rtcConfig, channelName: "room-2", subBotUid: "3", pubBotUid: "4" },
      };
      const { tokenName } = await world.agora.sttTasks.start({ ...lease, version: "v6", request: other });
      return world.agora.sttTasks.query({ ...handle, tokenName });
    },
  },
  {
    value: "The task is not found",
    kind: "task-ended",
    cause: async (world) => {
      const handle = await running(world);
      await world.agora.sttTasks.stop(handle);
      world.fake.advance(5000);
      return world.agora.sttTasks.query(handle);
    },
  },
  {
    value: "The task has been started, current status is STARTED, taskId is ...",
    kind: "already-started",
    cause: twice,
  },
  {
    value: "Invalid authentication credentials",
    kind: "invalid-credentials",
    cause: ({ fake }) => {
      const auth = basicAuth("id", "not-the-secret");
      return createAgoraClient({ appId: "app1", auth, fetch: fake.fetch, clock: fake.clock }).sttTasks.acquire({
        instanceId: "room-1",
      });
    },
  },

  // Numbers.
  { value: 1, kind: "internal-error", cause: onStart({ code: 1 }) },
  {
    value: 2,
    kind: "invalid-parameter",
    cause: ({ agora }) => agora.sttTasks.acquire({ instanceId: "room-1", resourceExpiredHour: 1000 }),
  },
  { value: 6, kind: "internal-error", cause: onStart({ code: 6 }) },
  { value: 20, kind: "processing-timeout", cause: onQuery({ code: 20 }) },
  { value: 23, kind: "internal-error", cause: onStart({ code: 23 }) },
  { value: 49, kind: "already-started", options: { sttRepeatedStart: 49 }, cause: twice },
  {
    value: 49,
    kind: "already-stopping",
    cause: async (world) => {
      const handle = await running(world);
      world.fake.fail("sttTasks.stop", { code: 49 });
      return world.agora.sttTasks.stop(handle);
    },
  },
  {
    value: 53,
    kind: "task-token-mismatch",
    cause: async (world) => world.agora.sttTasks.query({ ...(await running(world)), taskId: "0".repeat(32) }),
  },
  {
    value: 62,
    kind: "service-not-enabled",
    cause: (world) => {
      world.fake.disable();
      return acquire(world);
    },
  },
  { value: 62, kind: "start-network-failure", cause: onStart({ code: 62 }) },
  // The fake says it as a message, as above.
  { value: 404, kind: "task-ended", cause: onQuery({ code: 404 }) },
  { value: 501, kind: "internal-error", cause: onStart({ code: 501 }) },
  { value: 502, kind: "internal-error", cause: onStart({ code: 502 }) },
  { value: 504, kind: "internal-error", cause: onStart({ code: 504 }) },
  {
    value: 1001,
    kind: "builder-token-unparsable",
    cause: async (world) => {
      const lease = await acquire(world);
      return world.agora.sttTasks.start({ ...lease, tokenName: lease.tokenName.slice(0, -6), version: "v6", request });
    },
  },
  {
    value: 1003,
    kind: "session-mismatch",
    cause: async (world) => {
      const elsewhere = createFakeAgora({ appId: "app1", customerId: "id", customerSecret: "secret", seed: 2 });
      const auth = basicAuth("id", "secret");
      const other = createAgoraClient({ appId: "app1", auth, fetch: elsewhere.fetch, clock: elsewhere.clock });
      const { tokenName } = await acquire({ fake: elsewhere, agora: other });
      return world.agora.sttTasks.start({ tokenName, version: "v6", request });
    },
  },

  // HTTP statuses alone.
  { value: "HTTP 201", kind: "already-started", options: { sttRepeatedStart: 201 }, cause: twice },
  {
    value: "HTTP 206",
    kind: "no-stream",
    options: { sttSilentQuery: 206 },
    cause: async (world) => {
      world.fake.channel("room-1").join("101", { publish: false });
      const handle = await start(world);
      world.fake.advance(10_000);
      return world.agora.sttTasks.query(handle);
    },
  },
  { value: "HTTP 400", kind: "bad-request", cause: onStart({ status: 400, body: {} }) },
  { value: "HTTP 401", kind: "unauthorized", cause: onStart({ status: 401, body: {} }) },
  { value: "HTTP 404", kind: "not-found", cause: onQuery({ status: 404, body: {} }) },
  { value: "HTTP 409", kind: "conflict", cause: onStart({ status: 409, body: {} }) },
  { value: "HTTP 500", kind: "server-error", cause: onStart({ status: 500, body: {} }) },
  { value: "HTTP 504", kind: "internal-communication-error", cause: onStart({ status: 504, body: {} }) },

  // v7.
  {
    value: "TaskConflict",
    kind: "conflict",
    cause: async ({ agora }) => {
      await agora.sttAgents.join(joinRequest);
      return agora.sttAgents.join(joinRequest);
    },
  },
  {
    value: "TaskNotFound",
    kind: "not-found",
    cause: async (world) => {
      const handle = await world.agora.sttAgents.join(joinRequest);
      await world.agora.sttAgents.leave(handle);
      world.fake.advance(5000);
      return world.agora.sttAgents.leave(handle);
    },
  },
  {
    value: "ServiceNotEnabled",
    kind: "service-not-enabled",
    cause: ({ fake, agora }) => {
      fake.disable();
      return agora.sttAgents.join(joinRequest);
    },
  },
  { value: "Token is expired", kind: "rest-token-expired", cause: onJoin({ kind: "rest-token-expired" }) },
  { value: "Invalid token", kind: "rest-token-invalid", cause: onJoin({ kind: "rest-token-invalid" }) },
  {
    value: "a reason and a detail",
    kind: "v7-error",
    cause: onJoin({ status: 422, body: { reason: "ResourceQuotaLimitExceeded", detail: "x" } }),
  },
];

describe.each(cases.map((each) => [each.value, each.kind, each] as const))("%s is %s", (value, kind, each) => {
  test("arrives as its kind, explained in English and Chinese", async () => {
    const fake = createFakeAgora({ appId: "app1", customerId: "id", customerSecret: "secret", ...each.options });
    const auth = basicAuth("id", "secret");
    const agora = createAgoraClient({ appId: "app1", auth, fetch: fake.fetch, clock: fake.clock, retry: false });
    const error = await failureOf(each.cause({ fake, agora }));
    expect(error.kind).toBe(kind);
    expectExplained(error, value);
  });
});
