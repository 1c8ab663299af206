import type { AgoraClient } from "@agora-edge/core";
import { acquireRequest } from "../../packages/core/src/recording/operations/acquire.ts";
import { startRequest } from "../../packages/core/src/recording/operations/start.ts";
import { stopCall } from "../../packages/core/src/recording/operations/stop.ts";
import { layoutCall } from "../../packages/core/src/recording/operations/update-layout.ts";
import { updateCall } from "../../packages/core/src/recording/operations/update.ts";
import { acquireTaskRequest } from "../../packages/core/src/stt/tasks/operations/acquire.ts";
import { joinRequest } from "../../packages/core/src/stt/validate/flat-request.ts";
import { listFilter } from "../../packages/core/src/stt/agents/operations/list.ts";
import { startTaskRequest } from "../../packages/core/src/stt/tasks/operations/start.ts";
import { update as agentUpdate } from "../../packages/core/src/stt/agents/operations/update.ts";
import { update as taskUpdate } from "../../packages/core/src/stt/tasks/operations/update.ts";
import type { Schema } from "../../packages/core/src/validation/schema.ts";

import {
  storageConfig,
  uids,
  plainLayout,
  ownLayout,
  common,
  modes,
  moderation,
  extensionParams,
  oneBot,
  rtcConfig,
  translateConfig,
  speakers,
  flat,
  beta,
} from "./bodies.ts";

/** A request with as many fields as go together. */
export interface Sample {
  readonly operation: string;
  readonly schema: Schema;
  readonly input: object;
  /** Makes ready what the request is about, and gives the call itself. */
  readonly prepare: (
    client: AgoraClient,
    wait: () => Promise<unknown>,
  ) => Promise<(input: unknown) => Promise<unknown>>;
}

/*
 * Inputs are handed over as what a caller without types may give: the checks are what is tried.
 */

const firstPage = (items: AsyncIterable<unknown>) => items[Symbol.asyncIterator]().next();

const acquired = (operation: string, input: object): Sample => ({
  operation,
  schema: acquireRequest(),
  input,
  prepare: (client) => Promise.resolve((request) => client.recording.acquire(request as never)),
});

const started = (mode: string, clientRequest: object): Sample => ({
  operation: `recording.start (${mode})`,
  schema: startRequest(),
  input: { ...uids, resourceId: "r", mode, clientRequest },
  async prepare({ recording }) {
    const lease = await recording.acquire({ ...uids, clientRequest: { scene: mode === "web" ? 1 : 0 } });
    return (request) => recording.start({ ...(request as object), ...lease } as never);
  },
});

const runs = {
  individual: { storageConfig, recordingConfig: { subscribeUidGroup: 0 } },
  mix: { storageConfig },
  web: modes.web,
};

async function running({ recording }: AgoraClient, mode: keyof typeof modes): Promise<object> {
  const lease = await recording.acquire({ ...uids, clientRequest: { scene: mode === "web" ? 1 : 0 } });
  const request: unknown = { ...lease, mode, clientRequest: runs[mode] };
  return recording.start(request as never);
}

const called = (
  operation: "update" | "updateLayout" | "stop",
  mode: keyof typeof modes,
  schema: Schema,
  clientRequest: object,
): Sample => ({
  operation: `recording.${operation}`,
  schema,
  input: { handle: { ...uids, resourceId: "r", sid: "s", mode }, clientRequest },
  async prepare(client, wait) {
    const handle = await running(client, mode);
    await wait();
    return (call) => client.recording[operation](handle as never, (call as { clientRequest: never }).clientRequest);
  },
});

const startedTask = (version: "v6" | "v5" | "beta", request: object): Sample => ({
  operation: `sttTasks.start (${version})`,
  schema: startTaskRequest(),
  input: { tokenName: "t", version, request },
  async prepare({ sttTasks }) {
    const lease = await sttTasks.acquire({ instanceId: "room-1" });
    return (call) => sttTasks.start({ ...(call as object), ...lease } as never);
  },
});

const joined = (input: object): Sample => ({
  operation: "sttAgents.join",
  schema: joinRequest(),
  input,
  prepare: ({ sttAgents }) => Promise.resolve((request) => sttAgents.join(request as never)),
});

const changes = {
  languages: ["en-US"],
  rtcConfig: { subscribeAudioUids: ["1"] },
  translateConfig: { ...translateConfig, enable: false },
};
const agent = { name: "agent-1", languages: ["en-US"], rtcConfig: oneBot } as const;

export const samples: readonly Sample[] = [
  acquired("recording.acquire", {
    ...uids,
    clientRequest: {
      scene: 0,
      resourceExpiredHour: 24,
      excludeResourceIds: ["r"],
      region: "NA",
      regionAffinity: 0,
      startParameter: modes.mix,
    },
  }),
  acquired("recording.acquire (individual)", { ...uids, clientRequest: { startParameter: modes.individual } }),
  acquired("recording.acquire (services)", { ...uids, clientRequest: { startParameter: moderation } }),
  started("individual", modes.individual),
  started("individual", { storageConfig, recordingConfig: common }),
  started("mix", modes.mix),
  started("mix", moderation),
  started("web", modes.web),
  called("update", "mix", updateCall(), {
    streamSubscribe: {
      audioUidList: { subscribeAudioUids: ["1"] },
      videoUidList: { unSubscribeVideoUids: ["2"] },
    },
    storageConfig,
  }),
  called("update", "web", updateCall(), {
    webRecordingConfig: { onhold: true },
    rtmpPublishConfig: { outputs: [{ rtmpUrl: "rtmp://cdn.example/b" }] },
  }),
  called("updateLayout", "mix", layoutCall(), plainLayout),
  called("updateLayout", "mix", layoutCall(), ownLayout),
  called("stop", "mix", stopCall(), { async_stop: true }),
  {
    operation: "sttTasks.acquire",
    schema: acquireTaskRequest(),
    input: { instanceId: "room-1", resourceExpiredHour: 24 },
    prepare: ({ sttTasks }) => Promise.resolve((request) => sttTasks.acquire(request as never)),
  },
  startedTask("v6", { ...flat, uidLanguagesConfig: speakers }),
  startedTask("v6", { ...flat, rtcConfig: { ...rtcConfig, unSubscribeAudioUids: ["1"] } }),
  startedTask("v5", { ...flat, rtcConfig: { ...flat.rtcConfig, transferMode: ["RTC"] } }),
  startedTask("beta", beta),
  {
    operation: "sttTasks.update",
    schema: taskUpdate.request(),
    input: {
      handle: { tokenName: "t", taskId: "t", version: "v6" },
      fields: { ...changes, uidLanguagesConfig: speakers },
    },
    async prepare({ sttTasks }, wait) {
      const lease = await sttTasks.acquire({ instanceId: "room-1" });
      const request = { languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "1", subBotUid: "2" } };
      const handle = await sttTasks.start({ ...lease, version: "v6", request });
      await wait();
      return (call) => {
        const { fields, handle: given } = call as { fields: never; handle: object };
        return sttTasks.update({ ...given, ...handle }, fields);
      };
    },
  },
  joined({
    ...flat,
    name: "agent-1",
    uidLanguagesConfig: speakers,
    keywords: ["a"],
    captionConfig: { ...flat.captionConfig, extensionParams },
    extensionParams,
  }),
  joined({ ...agent, rtcConfig: { ...oneBot, unSubscribeAudioUids: ["1"] } }),
  {
    operation: "sttAgents.update",
    schema: agentUpdate.request(),
    input: {
      handle: { agentId: "a", version: "v7" },
      fields: { ...changes, uidLanguagesConfig: speakers, keywords: ["a"] },
    },
    async prepare({ sttAgents }, wait) {
      const handle = await sttAgents.join(agent);
      await wait();
      return (call) => sttAgents.update(handle, (call as { fields: never }).fields);
    },
  },
  {
    operation: "sttAgents.list",
    schema: listFilter(),
    input: { channel: "room-1", from_time: 1, to_time: 2, state: "2", limit: 20 },
    prepare: ({ sttAgents }) => Promise.resolve((filter) => firstPage(sttAgents.list(filter as never))),
  },
];
