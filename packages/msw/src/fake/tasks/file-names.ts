import type { Mode } from "./mode.ts";
import type { TrackType } from "./tracks.ts";

interface NameParts {
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
  return `${stem(parts)}__uid_s_${uid}__uid_e_${isMerged ? "av" : type}.${isMerged && webm ? "mpd" : "m3u8"}`;
};

export const snapshotName = (parts: NameParts, uid: string, time: number): string =>
  `${stem(parts)}__uid_s_${uid}__uid_e_video_${utcStamp(time)}.jpg`;

/** `YYYYMMDDhhmmssSSS` in UTC. */
export const utcStamp = (time: number): string => new Date(time).toISOString().replace(/\D/g, "");

function stem({ mode, sid, cname, generation }: NameParts): string {
  const prefix = generation > 0 ? `bak${generation - 1}_` : "";
  return `${prefix}${sid}_${mode === "web" ? sanitised(cname) : cname}`;
}

const sanitised = (cname: string): string => cname.replace(/[!@#$%^&*()+_.=[\]{}~|,;:?<>]/g, "-");
