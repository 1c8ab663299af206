import type { RecordingHandle } from "@agora-edge/core";
import { parseFileName, parseObjectKey } from "@agora-edge/core/files";
import type { AgoraNotification } from "@agora-edge/core/server";
import { DurableObject } from "cloudflare:workers";
import type { PastRecording } from "../past-recordings.ts";
import type { Env } from "./env.ts";

/** Captions that a transcription of the channel has written into the bucket. */
export interface PastCaptions {
  readonly sid: string;
  readonly languages: readonly string[];
  /** When the last of them came. */
  readonly lastAt: number;
}

/** The oldest are forgotten; their files stay in the bucket. */
const kept = 50;

const isOver: readonly string[] = ["uploaded", "backuped", "session-exit", "recorder-leave", "web-stopped"];

/** What was recorded in one channel, for the list on its page. */
export class RecordingsObject extends DurableObject<Env> {
  /** Called before the page hears that it records. */
  async remember({ sid, mode }: RecordingHandle): Promise<void> {
    const key = `recording:${sid}`;
    if ((await this.ctx.storage.get(key)) !== undefined) return;
    const recording: PastRecording = { sid, mode, startedAt: Date.now(), endedAt: null };
    await this.ctx.storage.put(key, recording);
    for (const old of (await this.list()).slice(kept)) await this.ctx.storage.delete(`recording:${old.sid}`);
  }

  /** Agora's notifications say when a recording is over, and in which languages there are captions. */
  async note(event: AgoraNotification): Promise<void> {
    if (isOver.includes(event.name) && "sid" in event.payload) await this.end(String(event.payload.sid));
    if (event.name === "agent-file-infos" || event.name === "agent-uploaded") {
      const { agent_id: sid, file_name } = event.payload;
      if (sid !== undefined && file_name !== undefined) await this.addCaptions(sid, file_name);
    }
  }

  /** The newest first. */
  async list(): Promise<PastRecording[]> {
    const all = await this.ctx.storage.list<PastRecording>({ prefix: "recording:" });
    return [...all.values()].toSorted((a, b) => b.startedAt - a.startedAt);
  }

  /** With the captions of the transcription that ran meanwhile. */
  async find(sid: string): Promise<{ recording: PastRecording; captions: PastCaptions | undefined } | null> {
    const recording = await this.ctx.storage.get<PastRecording>(`recording:${sid}`);
    if (!recording) return null;
    const all = await this.ctx.storage.list<PastCaptions>({ prefix: "captions:" });
    const later = [...all.values()].filter(({ lastAt }) => lastAt >= recording.startedAt);
    return { recording, captions: later.toSorted((a, b) => a.lastAt - b.lastAt)[0] };
  }

  private async end(sid: string): Promise<void> {
    const key = `recording:${sid}`;
    const recording = await this.ctx.storage.get<PastRecording>(key);
    if (recording?.endedAt === null) await this.ctx.storage.put(key, { ...recording, endedAt: Date.now() });
  }

  private async addCaptions(sid: string, objectKey: string): Promise<void> {
    const key = `captions:${sid}`;
    const known = await this.ctx.storage.get<PastCaptions>(key);
    const language = parseFileName(parseObjectKey(objectKey).fileName, { sid })?.language;
    const languages = new Set([...(known?.languages ?? []), ...(language ? [language] : [])]);
    await this.ctx.storage.put(key, { sid, languages: [...languages], lastAt: Date.now() } satisfies PastCaptions);
  }
}
