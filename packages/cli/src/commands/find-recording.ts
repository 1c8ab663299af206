import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { readPrefix } from "../settings/storage.ts";
import { setting } from "../settings/environment.ts";
import { type PastRecording, readRecordings } from "../state/entries.ts";
import type { Tool } from "../tool/tool.ts";

export interface RecordingChoice {
  readonly sid: string | undefined;
  /** Folders in the bucket, where they are not those of STORAGE_PREFIX. */
  readonly prefix: string | undefined;
}

export type ChosenRecording = Pick<PastRecording, "sid" | "fileNamePrefix"> & { readonly channel: string | undefined };

/** By its sid wherever it was started, else the last one of the channel that was started on this machine. */
export async function findRecording(
  tool: Tool,
  channel: string | undefined,
  { sid, prefix }: RecordingChoice,
): Promise<ChosenRecording> {
  const appId = setting(tool, "AGORA_APP_ID");
  const known = (await readRecordings(tool.state)).find(
    (one) =>
      (appId === undefined || one.appId === appId) &&
      (channel === undefined || one.channel === channel) &&
      (sid === undefined || one.sid === sid),
  );
  const given = prefix ?? (known ? undefined : setting(tool, "STORAGE_PREFIX"));
  const fileNamePrefix = given === undefined ? (known?.fileNamePrefix ?? []) : readPrefix(given);
  if (sid !== undefined) return { sid, channel: channel ?? known?.channel, fileNamePrefix };
  if (known) return { ...known, fileNamePrefix };
  const where = channel === undefined ? "" : ` of ${channel}`;
  throw new Failure(
    exitCodes.nothing,
    "no-recording",
    `No recording${where} was started on this machine. Name it with --sid, and with its channel.`,
  );
}
