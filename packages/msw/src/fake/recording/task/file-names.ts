import { isDash } from "./codecs.ts";
import type { Mode } from "./mode.ts";
import type { TrackType } from "./tracks.ts";

/** An index or MP4 file as query and stop list it. */
export interface RecordedFile {
  readonly fileName: string;
  readonly trackType: TrackType;
  readonly uid: string;
  readonly mixedAllUser: boolean;
  readonly isPlayable: boolean;
  /** Unix ms */
  readonly sliceStartTime: number;
}

export interface NameParts {
  readonly mode: Mode;
  readonly sid: string;
  readonly cname: string;
  readonly generation: number;
}

/** The index file of everything mixed, or of a page. */
export const m3u8Name = (parts: NameParts): string => `${stem(parts)}.m3u8`;

export const mp4Name = (parts: NameParts, index: number): string => `${stem(parts)}_${index}.mp4`;

/** The index file of one user; the merged one of `standard` says `av`. HLS cannot index WebM: there it is DASH. */
export const userIndexName = (
  parts: NameParts,
  uid: string,
  { type, webm }: { readonly type: TrackType; readonly webm?: boolean },
): string => {
  const isMerged = type === "audio_and_video";
  return `${stem(parts)}__uid_s_${uid}__uid_e_${trackWord(type)}.${isMerged && webm ? "mpd" : "m3u8"}`;
};

/** What stands behind the uid in a name of mode raw. Of MP3 no document gives the name: as that of MP4. */
export type RawEnding =
  | { readonly kind: "m3u8" | "mpd"; readonly codec: string }
  | { readonly kind: "mp4" | "mp3"; readonly index: number; readonly codec: string };

/** A playlist, MP4 or MP3 of one user in mode raw. */
export const rawName = (parts: NameParts, uid: string, ending: RawEnding): string => {
  const index = "index" in ending ? `${ending.index}_` : "";
  return `${stem(parts)}__uid_s_${uid}__uid_e_${index}${ending.codec}.${ending.kind}`;
};

/** A picture of one user's video. Mode raw leaves the word out. */
export const snapshotName = (parts: NameParts, uid: string, time: number): string =>
  `${stem(parts)}__uid_s_${uid}__uid_e_${parts.mode === "raw" ? "" : "video_"}${utcStamp(time)}.jpg`;

/** A segment of a track. Those of DASH are counted. */
export const sliceName = (
  parts: NameParts,
  track: { readonly uid: string; readonly type: TrackType; readonly webm?: boolean; readonly codec?: string },
  time: number,
  index: number,
): string => {
  const { uid, type, codec, webm } = track;
  const user = `${stem(parts)}__uid_s_${uid}__uid_e_`;
  if (parts.mode === "raw" && codec !== undefined) {
    return isDash(codec) ? `${user}0_${index}_${codec}.webm` : `${user}${utcStamp(time)}_${codec}.ts`;
  }
  if (parts.mode !== "individual") return `${stem(parts)}_${utcStamp(time)}.ts`;
  return `${user}${trackWord(type)}_${utcStamp(time)}.${webm && type !== "audio" ? "webm" : "ts"}`;
};

const trackWord = (type: TrackType) => (type === "audio_and_video" ? "av" : type);

/** `YYYYMMDDhhmmssSSS` in UTC. */
export const utcStamp = (time: number): string => new Date(time).toISOString().replace(/\D/g, "");

function stem({ mode, sid, cname, generation }: NameParts): string {
  const prefix = generation > 0 ? `bak${generation - 1}_` : "";
  return `${prefix}${sid}_${mode === "web" ? sanitised(cname) : cname}`;
}

const sanitised = (cname: string): string => cname.replace(/[!@#$%^&*()+_.=[\]{}~|,;:?<>]/g, "-");
