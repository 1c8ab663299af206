/** What a file of the service ends in. */
export type FileFormat = "m3u8" | "mpd" | "ts" | "webm" | "mp4" | "mp3" | "jpg" | "vtt";

/** What is in a file. */
export type FileTrack = "audio" | "video" | "audio_and_video";

/** A playlist that the service copied from its backup cloud; it leaves the playlist under the plain name alone. */
export interface BackupCopy {
  /** Ticks of the service's clock when the copy was written. */
  readonly tick: number;
  /** From 0. The highest is the newest. */
  readonly index: number;
}

/** What the name of a file says. A field that is not there is either not part of such names, or is listed in `unknown`. */
export interface ParsedFileName {
  readonly fileName: string;
  /** What the name ends with: `m3u8`, `ts`, `mp4` … */
  readonly format: FileFormat;
  /** ID of the recording; of files with captions, ID of the transcription (agent or task). */
  readonly sid: string;
  /** The channel as the name has it: of web page recordings, most punctuation is a hyphen there. */
  readonly cname?: string;
  /** The user whose stream it is. Files without a uid in their names are of all users. */
  readonly uid?: string;
  readonly trackType?: FileTrack;
  /** The codec in the names of mode raw. */
  readonly codec?: string;
  /** When the slice begins or the snapshot was taken, in ms since the epoch. */
  readonly time?: number;
  /** From 0: which of the MP4 or MP3 files, or which segment of a DASH stream. */
  readonly index?: number;
  /** Which DASH stream. */
  readonly stream?: number;
  /** Language code of a playlist with captions. */
  readonly language?: string;
  /** Which takeover the file comes after, from 0: after the first lost server, names begin with `bak0_`. */
  readonly failover?: number;
  /** Of copies from Agora's backup: which one. */
  readonly backup?: BackupCopy;
  /** What the name leaves open. It is never guessed: `parseFileName(name, { cname })` settles most of it. */
  readonly unknown: readonly ("cname" | "trackType" | "backup")[];
}

/** Individual mode says `av` for both. */
export function wordOf(trackType: FileTrack): string {
  return trackType === "audio_and_video" ? "av" : trackType;
}

export function trackOf(word: string | undefined): FileTrack | undefined {
  if (word === "av") return "audio_and_video";
  return word === "audio" || word === "video" ? word : undefined;
}

/** The channel in the names of web page recordings. */
export function sanitize(cname: string): string {
  return cname.replace(/[!@#$%^&*()+_.=[\]{}~|,;:?<>]/g, "-");
}
