import type { AgoraClient, AgoraOperation } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { createFakeAgora, faultKinds } from "../../fake.ts";
import { acquire, clientOf, joinAgent, kindOf, startMix, startTask } from "../../testing/client.ts";
import { operations } from "../http/route-table.ts";

/** What has to be there before an operation can be called, and the call. */
const calls: Record<AgoraOperation, (client: AgoraClient) => Promise<() => Promise<unknown>>> = {
  "recording.acquire": async (client) => () => acquire(client),
  "recording.start": async (client) => {
    const resource = await acquire(client);
    return () => client.recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig } });
  },
  "recording.query": async (client) => inRecording(client, (recording, handle) => recording.query(handle)),
  "recording.update": async (client) =>
    inRecording(client, (recording, handle) =>
      recording.update(handle, { streamSubscribe: { audioUidList: { subscribeAudioUids: ["1"] } } }),
    ),
  "recording.updateLayout": async (client) =>
    inRecording(client, (recording, handle) => recording.updateLayout(handle, { mixedVideoLayout: 1 })),
  "recording.stop": async (client) => inRecording(client, (recording, handle) => recording.stop(handle)),
  "recording.notificationAddresses":
    async ({ recording }) =>
    () =>
      recording.notificationAddresses(),
  "channels.list":
    async ({ channels }) =>
    () =>
      channels.list()[Symbol.asyncIterator]().next(),
  "channels.users":
    async ({ channels }) =>
    () =>
      channels.users("room-1"),
  "channels.user":
    async ({ channels }) =>
    () =>
      channels.user("room-1", 7),
  "channels.bans":
    async ({ channels }) =>
    () =>
      channels.bans(),
  "channels.ban":
    async ({ channels }) =>
    () =>
      channels.ban({ uid: 7, privileges: ["join_channel"] }),
  "channels.updateBan": async (client) => onBan(client, ({ channels }, id) => channels.updateBan(id, { time: 5 })),
  "channels.unban": async (client) => onBan(client, ({ channels }, id) => channels.unban(id)),
  "sttTasks.acquire":
    async ({ sttTasks }) =>
    () =>
      sttTasks.acquire({ instanceId: "x" }),
  "sttTasks.start": async ({ sttTasks }) => {
    const lease = await sttTasks.acquire({ instanceId: "x" });
    return () => sttTasks.start({ ...lease, version: "v6", request: taskRequest });
  },
  "sttTasks.query": async (client) => inTask(client, (tasks, handle) => tasks.query(handle)),
  "sttTasks.update": async (client) =>
    inTask(client, (tasks, handle) => tasks.update(handle, { languages: ["de-DE"] })),
  "sttTasks.stop": async (client) => inTask(client, (tasks, handle) => tasks.stop(handle)),
  "sttAgents.join": async (client) => () => joinAgent(client),
  "sttAgents.get": async (client) => inAgent(client, (agents, handle) => agents.get(handle)),
  "sttAgents.update": async (client) =>
    inAgent(client, (agents, handle) => agents.update(handle, { languages: ["de-DE"] })),
  "sttAgents.leave": async (client) => inAgent(client, (agents, handle) => agents.leave(handle)),
  "sttAgents.list":
    async ({ sttAgents }) =>
    () =>
      sttAgents.list()[Symbol.asyncIterator]().next(),
};

const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key-id", secretKey: "key-secret" };
const taskRequest = {
  languages: ["en-US" as const],
  rtcConfig: { channelName: "room-1", subBotUid: "47091", pubBotUid: "88222" },
};

type Handle<Start extends (client: AgoraClient) => Promise<unknown>> = Awaited<ReturnType<Start>>;

async function inRecording(
  client: AgoraClient,
  call: (recording: AgoraClient["recording"], handle: Handle<typeof startMix>) => Promise<unknown>,
) {
  const handle = await startMix(client);
  return () => call(client.recording, handle);
}

async function onBan(client: AgoraClient, call: (client: AgoraClient, id: number) => Promise<unknown>) {
  const { id } = await client.channels.ban({ uid: 7, privileges: ["join_channel"] });
  return () => call(client, id);
}

async function inTask(
  client: AgoraClient,
  call: (tasks: AgoraClient["sttTasks"], handle: Handle<typeof startTask>) => Promise<unknown>,
) {
  const handle = await startTask(client);
  return () => call(client.sttTasks, handle);
}

async function inAgent(
  client: AgoraClient,
  call: (agents: AgoraClient["sttAgents"], handle: Handle<typeof joinAgent>) => Promise<unknown>,
) {
  const handle = await joinAgent(client);
  return () => call(client.sttAgents, handle);
}

describe.each(operations)("%s fails as", (operation) => {
  test.each(faultKinds(operation))("%s", async (kind) => {
    const fake = createFakeAgora({ rateLimit: false });
    const client = clientOf(fake);
    const call = await calls[operation](client);
    fake.advance(10_000);
    fake.fail(operation, { kind });
    const ending = kindOf(call());
    await fake.advanceAsync(60_000);
    expect(await ending).toBe(kind);
  });
});

test("every kind is some operation's", () => {
  const all = operations.flatMap((operation) => faultKinds(operation));
  expect(new Set(all)).toEqual(new Set(faultKinds()));
  expect(faultKinds("recording.start")).toContain("resource-expired");
  expect(faultKinds("recording.start")).not.toContain("nothing-recorded");
});
