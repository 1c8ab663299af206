import type { SttJoinRequest, SttV7CaptionConfig } from "@agora-edge/core";
import { createClient, readProject } from "../settings/project.ts";
import { readStorage } from "../settings/storage.ts";
import { openTranscription } from "../sessions/open.ts";
import type { RunAbout } from "../state/entries.ts";
import type { Outcome, Tool } from "../tool/tool.ts";
import { type RunOptions, startRun } from "./outcome-of-run.ts";
import { botToken, merge, readRequest } from "./record.ts";

export interface TranscribeOptions extends RunOptions {
  readonly uid: string;
  readonly language: readonly string[];
  readonly translate: readonly string[];
  readonly name: string | undefined;
  /** Captions go to the bucket too. */
  readonly store: boolean;
  readonly request: string | undefined;
}

export async function transcribeCommand(tool: Tool, channel: string, options: TranscribeOptions): Promise<Outcome> {
  const { uid, language: languages, translate, store } = options;
  const project = await readProject(tool);
  const { appId } = project;
  const name = options.name ?? channel;
  const about: RunAbout = { service: "transcription", appId, channel, uid, name };
  const pubBotToken = await botToken(tool, appId, channel, uid);
  const rtcConfig = { channelName: channel, pubBotUid: uid, ...(pubBotToken !== undefined && { pubBotToken }) };
  const translations = languages.map((source) => ({ source, target: translate }));
  const defaults: Partial<SttJoinRequest> = {
    ...(translate.length > 0 && { translateConfig: { languages: translations } }),
    ...(store && { captionConfig: await storedCaptions(tool) }),
  };
  const request: SttJoinRequest = {
    languages,
    ...merge(defaults, await readRequest(tool, options.request)),
    name,
    rtcConfig,
  };
  return startRun(tool, about, openTranscription(tool, createClient(tool, project), about, { request }), options);
}

async function storedCaptions(tool: Tool): Promise<SttV7CaptionConfig> {
  const { extensionParams, ...storage } = await readStorage(tool);
  return { storage, ...(extensionParams && { extensionParams }) };
}
