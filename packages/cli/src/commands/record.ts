import type { ClientRequest } from "@agora-edge/core";
import { buildRtcToken } from "@agora-edge/core/server";
import { setting, wrongSettings } from "../settings/environment.ts";
import { createClient, readProject } from "../settings/project.ts";
import { readStorage } from "../settings/storage.ts";
import { openRecording } from "../sessions/open.ts";
import type { RunAbout } from "../state/entries.ts";
import type { Outcome, Tool } from "../tool/tool.ts";
import { type RunOptions, startRun } from "./outcome-of-run.ts";

export interface RecordOptions extends RunOptions {
  readonly uid: string;
  readonly mode: "mix" | "individual";
  readonly mp4: boolean;
  readonly live: boolean;
  /** A file with more of `clientRequest`, as JSON. */
  readonly request: string | undefined;
}

/** A day: longer than any recording may be without somebody in the channel. */
const tokenLife = 86_400;

/** The token with which a recorder or a bot enters, where the project has a certificate. */
export async function botToken(
  tool: Tool,
  appId: string,
  channelName: string,
  uid: string,
): Promise<string | undefined> {
  const appCertificate = setting(tool, "AGORA_APP_CERTIFICATE");
  if (appCertificate === undefined) return undefined;
  const issuedAt = Math.floor(tool.clock.now() / 1000);
  const token = await buildRtcToken({
    appId,
    appCertificate,
    channelName,
    uid: Number(uid),
    role: "publisher",
    expiresIn: tokenLife,
    issuedAt,
  });
  tool.secrets.add(token);
  return token;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** JSON from a file. What is wrong with its fields, the client says. */
export async function readRequest(tool: Tool, path: string | undefined): Promise<object> {
  if (path === undefined) return {};
  const text = await tool.readFile(path).catch(() => {
    throw wrongSettings(`The file ${path} of --request cannot be read.`);
  });
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw wrongSettings(`The file ${path} of --request holds no JSON object.`);
}

/** What options make of a request, with the fields of `--request` over it at each depth. */
export function merge(base: object, more: object): object {
  const merged = Object.entries(more).map(([name, value]: [string, unknown]) => {
    const before: unknown = Reflect.get(base, name);
    return [name, isObject(before) && isObject(value) ? merge(before, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}

export async function recordCommand(tool: Tool, channel: string, options: RecordOptions): Promise<Outcome> {
  const { uid, mode, mp4, live, request } = options;
  const project = await readProject(tool);
  const { appId } = project;
  const about: RunAbout = { service: "recording", appId, channel, uid, mode };
  const token = await botToken(tool, appId, channel, uid);
  const defaults: ClientRequest<"mix" | "individual"> = {
    // The time of day, as captions have it: without it the two cannot be played in step.
    recordingConfig: { channelType: live ? 1 : 0, extensionParams: { enableNTPtimestamp: true } },
    ...(mp4 && mode === "mix" && { recordingFileConfig: { avFileType: ["hls", "mp4"] } }),
  };
  const clientRequest: ClientRequest<"mix" | "individual"> = {
    ...merge(defaults, await readRequest(tool, request)),
    storageConfig: await readStorage(tool),
    ...(token !== undefined && { token }),
  };
  return startRun(tool, about, openRecording(tool, createClient(tool, project), about, { clientRequest }), options);
}
