import { sanitize, wordOf, type BackupCopy, type FileTrack } from "./file-name.ts";
import { formatUtcStamp } from "./utc-stamp.ts";

interface NameBase {
  sid: string;
  cname: string;
  /** 0 for the files after the first lost server, 1 after the second. */
  failover?: number | undefined;
}

interface PlaylistName {
  /** Only of copies from the service's backup cloud. */
  backup?: BackupCopy | undefined;
}

/** Files of mode `mix` and `web`: everybody in one. */
export type MixedFileNameParts = NameBase & { mode: "mix" | "web" } & (
    | ({ format: "m3u8" } & PlaylistName)
    | { format: "ts"; time: number }
    | { format: "mp4"; index: number }
  );

/** Files of mode `individual` (legacy). */
export type IndividualFileNameParts = NameBase & { mode: "individual"; uid: string } & (
    | ({ format: "m3u8" | "mpd"; trackType: FileTrack } & PlaylistName)
    | { format: "ts" | "webm"; trackType: FileTrack; time: number }
    | { format: "jpg"; time: number }
  );

/** Files of mode `raw`. No document gives the name of its MP3: it is built as that of its MP4. */
export type RawFileNameParts = NameBase & { mode: "raw"; uid: string } & (
    | ({ format: "m3u8" | "mpd"; codec: string } & PlaylistName)
    | { format: "ts"; codec: string; time: number }
    | { format: "mp4" | "mp3"; codec: string; index: number }
    | { format: "webm"; codec: string; stream: number; index: number }
    | { format: "jpg"; time: number }
  );

/** The parts that the name of a recorded file is made of. */
export type FileNameParts = MixedFileNameParts | IndividualFileNameParts | RawFileNameParts;

/**
 * The name that the service gives a file. The playlist of a mixed recording is known as soon as the recording has started:
 * `buildFileName({ mode: "mix", sid, cname, format: "m3u8" })`.
 */
export function buildFileName(parts: FileNameParts): string {
  const failover = parts.failover === undefined ? "" : `bak${parts.failover}_`;
  const cname = parts.mode === "web" ? sanitize(parts.cname) : parts.cname;
  return `${failover}${parts.sid}_${cname}${endingOf(parts)}.${parts.format}`;
}

/** The name of the playlist with the captions of a transcription: in one language, or in all. */
export function buildCaptionFileName(parts: {
  /** ID of the agent (v7) or of the task. */
  sid: string;
  cname: string;
  language?: string | undefined;
}): string {
  return `${parts.language === undefined ? "" : `${parts.language}_`}${parts.sid}_${parts.cname}.m3u8`;
}

function endingOf(parts: FileNameParts): string {
  if (parts.mode === "individual") return `__uid_s_${parts.uid}__uid_e_${individualEnding(parts)}`;
  if (parts.mode === "raw") return `__uid_s_${parts.uid}__uid_e_${rawEnding(parts)}`;
  if (parts.format === "m3u8") return backupEnding(parts);
  return `_${parts.format === "ts" ? formatUtcStamp(parts.time) : parts.index}`;
}

function individualEnding(parts: IndividualFileNameParts): string {
  if (parts.format === "jpg") return `video_${formatUtcStamp(parts.time)}`;
  const word = wordOf(parts.trackType);
  return "time" in parts ? `${word}_${formatUtcStamp(parts.time)}` : `${word}${backupEnding(parts)}`;
}

function rawEnding(parts: RawFileNameParts): string {
  switch (parts.format) {
    case "jpg":
      return formatUtcStamp(parts.time);
    case "ts":
      return `${formatUtcStamp(parts.time)}_${parts.codec}`;
    case "webm":
      return `${parts.stream}_${parts.index}_${parts.codec}`;
    case "mp4":
    case "mp3":
      return `${parts.index}_${parts.codec}`;
    case "m3u8":
    case "mpd":
      return `${parts.codec}${backupEnding(parts)}`;
  }
}

function backupEnding({ backup }: PlaylistName): string {
  return backup ? `_${backup.tick}_${backup.index}` : "";
}
