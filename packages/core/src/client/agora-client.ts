import { bindChannels, type Channels } from "../channels/channels.ts";
import { bindRecording, type Recording } from "../recording/recording.ts";
import { bindSttAgents, type SttAgents } from "../stt/agents/agents.ts";
import { bindSttTasks, type SttTasks } from "../stt/tasks/tasks.ts";
import type { AgoraClientOptions } from "../context/options.ts";
import { createClient } from "../context/create-client.ts";

/** A client of all services. `createRecording` and the factories of the other services make smaller ones. */
export interface AgoraClient {
  readonly appId: string;
  /** Cloud Recording. */
  readonly recording: Recording;
  /** Who is in a channel, and who may be. */
  readonly channels: Channels;
  /** Real-Time Speech-to-Text v7, the one for new projects. */
  readonly sttAgents: SttAgents;
  /**
   * Real-Time Speech-to-Text with builder tokens: v6, v5 and the beta.
   *
   * @deprecated The service of v5 and v6 ended on 2026-06-11, and new projects can only use v7: `sttAgents`.
   */
  readonly sttTasks: SttTasks;
}

/**
 * A client for one Agora project. Nothing is sent, awaited or drawn at random here, so that it can be made at the module
 * scope of a Worker.
 *
 * In a page, `createPageClient` of `@agora-edge/core/page` takes its place: it needs the proxy that keeps the secrets anyway.
 *
 * @throws AgoraValidationError of kind `invalid-config` when the options cannot work
 */
export function createAgoraClient(options: AgoraClientOptions): AgoraClient {
  return createClient(options, (context) => ({
    recording: bindRecording(context),
    channels: bindChannels(context),
    sttAgents: bindSttAgents(context),
    sttTasks: bindSttTasks(context),
  }));
}
