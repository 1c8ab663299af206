import {
  basicAuth,
  createAgoraClient,
  isAgoraError,
  type AgoraClient,
  type AgoraClientOptions,
  type RecordingHandle,
  type SttTaskHandle,
} from "@agora-edge/core";
import type { FakeAgora } from "../fake.ts";
import { storageConfig, who } from "./caller.ts";
import { flatRequest } from "./stt-caller.ts";

/** A client of the fake's own time, which repeats nothing by itself. */
export const clientOf = (fake: FakeAgora, options: Partial<AgoraClientOptions> = {}): AgoraClient =>
  createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(fake.customerId, fake.customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
    rateLimit: false,
    retry: false,
    ...options,
  });

/** The kind of the error that a call ends with, or `none`. */
export const kindOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "none",
    (error: unknown) => (isAgoraError(error) ? error.kind : String(error)),
  );

export const acquire = ({ recording }: AgoraClient, identity = who) =>
  recording.acquire({ ...identity, clientRequest: {} });

export async function startMix(
  client: AgoraClient,
  clientRequest: object = {},
  identity = who,
): Promise<RecordingHandle<"mix">> {
  const resource = await acquire(client, identity);
  return client.recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig, ...clientRequest } });
}

export const joinAgent = ({ sttAgents }: AgoraClient, name = "agent-1", pubBotUid = "88222") =>
  sttAgents.join({ name, languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid } });

export async function startTask({ sttTasks }: AgoraClient, instanceId = "room-1"): Promise<SttTaskHandle> {
  const lease = await sttTasks.acquire({ instanceId });
  return sttTasks.start({
    ...lease,
    version: "v6",
    request: { languages: ["en-US"], rtcConfig: flatRequest().rtcConfig },
  });
}
