import {
  type AgoraClient,
  type ClientRequest,
  createRecordingSession,
  createSttTask,
  type RecordingSession,
  type SttJoinRequest,
  type SttTask,
} from "@agora-edge/core";
import { readPrefix } from "../settings/storage.ts";
import { setting } from "../settings/environment.ts";
import { type RunAbout, sessionStorage, writeRecording } from "../state/entries.ts";
import type { Tool } from "../tool/tool.ts";

/** A session of either service, as far as both are the same. */
export type AnySession = RecordingSession<"mix" | "individual"> | SttTask<"v7">;

export interface SessionMonitor {
  /** Between two looks at the service, in ms. */
  readonly interval?: number;
}

export function openRecording(
  tool: Tool,
  agora: AgoraClient,
  about: RunAbout,
  options: SessionMonitor & { readonly clientRequest?: ClientRequest<"mix" | "individual"> } = {},
): RecordingSession<"mix" | "individual"> {
  const { interval, clientRequest = {} } = options;
  return createRecordingSession(agora, {
    cname: about.channel,
    uid: about.uid,
    mode: about.mode ?? "mix",
    clientRequest,
    storage: sessionStorage(tool.state, about),
    ...(interval !== undefined && { monitor: { interval } }),
  });
}

export function openTranscription(
  tool: Tool,
  agora: AgoraClient,
  about: RunAbout,
  options: SessionMonitor & { readonly request?: SttJoinRequest } = {},
): SttTask<"v7"> {
  const { interval, request } = options;
  return createSttTask(agora, {
    version: "v7",
    name: about.name ?? about.channel,
    request: request ?? (() => Promise.reject(new Error("This command starts nothing."))),
    storage: sessionStorage(tool.state, about),
    ...(interval !== undefined && { monitor: { interval } }),
  });
}

export const openSession = (
  tool: Tool,
  agora: AgoraClient,
  about: RunAbout,
  monitor: SessionMonitor = {},
): AnySession =>
  about.service === "recording"
    ? openRecording(tool, agora, about, monitor)
    : openTranscription(tool, agora, about, monitor);

/** Keeps what `files` and `play` need, once something is known. */
export async function remember(tool: Tool, about: RunAbout, session: AnySession): Promise<void> {
  const { handle, startedAt, files } = session.getSnapshot();
  if (about.service !== "recording" || !handle || !("sid" in handle)) return;
  await writeRecording(tool.state, {
    appId: about.appId,
    channel: about.channel,
    sid: handle.sid,
    startedAt: startedAt ?? tool.clock.now(),
    fileNamePrefix: readPrefix(setting(tool, "STORAGE_PREFIX")),
    files: files.map(({ fileName }) => fileName),
  });
}
