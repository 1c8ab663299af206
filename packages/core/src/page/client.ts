import { invalid } from "../context/invalid.ts";
import { keepParts } from "../context/parts-of.ts";
import { spaceChecks } from "../limiter/space-checks.ts";
import { systemClock } from "../runtime/clock.ts";
import type { SttAgents } from "../stt/agents/agents.ts";
import type { SttTasks } from "../stt/tasks/tasks.ts";
import type { SendCall } from "./call.ts";
import type { PageClientOptions } from "./options.ts";
import { bindRecording, type PageRecording } from "./recording.ts";
import { createSend } from "./send.ts";
import { bindSttAgents } from "./stt-agents.ts";
import { bindSttTasks } from "./stt-tasks.ts";

function create<Services extends object>(
  options: PageClientOptions,
  bind: (send: SendCall) => Services,
): Services & { readonly appId: string } {
  const { appId, baseUrl } = options;
  for (const [path, value] of Object.entries({ appId, baseUrl })) {
    if (typeof value === "string" && value !== "") continue;
    throw invalid("invalid-config", path, "is missing");
  }
  const watch = {};
  const client = { appId, ...bind(createSend(options, watch)) };
  const { clock = systemClock, random = Math.random } = options;
  keepParts(client, { clock, limiter: spaceChecks(clock), random, watch });
  return client;
}

/** A client of recordings alone, for a page behind its own proxy: takes the place of `createPageClient`. */
export interface PageRecordingClient {
  readonly appId: string;
  readonly recording: PageRecording;
}

/** A client of Speech-to-Text v7 alone, for a page behind its own proxy. */
export interface PageSttAgentsClient {
  readonly appId: string;
  readonly sttAgents: SttAgents;
}

/** A client of all services for a page behind its own proxy. Sessions and hooks take it. */
export interface PageClient extends PageRecordingClient, PageSttAgentsClient {
  /**
   * Real-Time Speech-to-Text with builder tokens: v6, v5 and the beta.
   *
   * @deprecated The service of v5 and v6 ended on 2026-06-11, and new projects can only use v7: `sttAgents`.
   */
  readonly sttTasks: SttTasks;
}

/**
 * The client for pages. It holds no secret, and only what a page needs: the proxy (`createAgoraHandler`) checks requests,
 * repeats them and explains failures, in the language of the page. Nothing is sent here, so that it can be made while a
 * server renders.
 *
 * @throws AgoraError of kind `invalid-config` where `appId` or `baseUrl` is missing
 */
export function createPageClient(options: PageClientOptions): PageClient {
  return create(options, (send) => ({
    recording: bindRecording(options.appId, send),
    sttAgents: bindSttAgents(options, send),
    sttTasks: bindSttTasks(options, send),
  }));
}

/** `createPageClient` for recordings alone, which is smaller. */
export function createPageRecording(options: PageClientOptions): PageRecordingClient {
  return create(options, (send) => ({ recording: bindRecording(options.appId, send) }));
}

/** `createPageClient` for Speech-to-Text v7 alone, which is smaller. */
export function createPageSttAgents(options: PageClientOptions): PageSttAgentsClient {
  return create(options, (send) => ({ sttAgents: bindSttAgents(options, send) }));
}
