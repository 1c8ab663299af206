import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { timeOf } from "../print/text.ts";
import { readPrefix } from "../settings/storage.ts";
import { setting } from "../settings/environment.ts";
import { type PastRecording, readRecordings } from "../state/entries.ts";
import type { Tool } from "../tool/tool.ts";

export interface RecordingChoice {
  readonly sid: string | undefined;
  /** Folders in the bucket, where they are not those of STORAGE_PREFIX. */
  readonly prefix: string | undefined;
}

export interface ChosenRecording extends Pick<PastRecording, "sid" | "fileNamePrefix"> {
  readonly channel: string | undefined;
  /** Older ones that the same words name: `--sid` chooses among them. */
  readonly others: readonly OtherRecording[];
}

export type OtherRecording = Pick<PastRecording, "sid" | "channel" | "startedAt">;

/** A line for people; empty where there is nothing to choose. */
export function textOfOthers(others: readonly OtherRecording[]): string {
  if (others.length === 0) return "";
  const shown = others.slice(0, 5).map(({ sid, channel, startedAt }) => `\n  ${timeOf(startedAt)}  ${channel}  ${sid}`);
  const which = others.length === 1 ? "1 older recording" : `${others.length} older recordings`;
  return `This is the newest. ${which}, by --sid:${shown.join("")}${others.length > shown.length ? "\n  …" : ""}`;
}

/** By its sid wherever it was started, else the last one of the channel that was started on this machine. */
export async function findRecording(
  tool: Tool,
  channel: string | undefined,
  { sid, prefix }: RecordingChoice,
): Promise<ChosenRecording> {
  const appId = setting(tool, "AGORA_APP_ID");
  const [known, ...older] = (await readRecordings(tool.state)).filter(
    (one) =>
      (appId === undefined || one.appId === appId) &&
      (channel === undefined || one.channel === channel) &&
      (sid === undefined || one.sid === sid),
  );
  const given = prefix ?? (known ? undefined : setting(tool, "STORAGE_PREFIX"));
  const fileNamePrefix = given === undefined ? (known?.fileNamePrefix ?? []) : readPrefix(given);
  if (sid !== undefined) return { sid, channel: channel ?? known?.channel, fileNamePrefix, others: [] };
  if (known) {
    const others = older.map((one) => ({ sid: one.sid, channel: one.channel, startedAt: one.startedAt }));
    return { sid: known.sid, channel: known.channel, fileNamePrefix, others };
  }
  const where = channel === undefined ? "" : ` of ${channel}`;
  throw new Failure(
    exitCodes.nothing,
    "no-recording",
    `No recording${where} was started on this machine. Name it with --sid, and with its channel.`,
  );
}
