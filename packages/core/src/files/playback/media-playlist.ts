import { StorageError } from "../bucket/storage-error.ts";

export interface PlaylistSegment {
  /** The tags in front of it, without `#EXTINF`. */
  readonly tags: readonly string[];
  /** Seconds. */
  readonly duration: number;
  readonly uri: string;
}

export interface MediaPlaylist {
  readonly segments: readonly PlaylistSegment[];
  /** Whether nothing comes any more. */
  readonly isOver: boolean;
}

/** Tags of the whole list: they are written anew. */
const ofTheList =
  /^#(?:EXTM3U|EXT-X-(?:VERSION|TARGETDURATION|MEDIA-SEQUENCE|PLAYLIST-TYPE|ALLOW-CACHE|INDEPENDENT-SEGMENTS))\b/;

/**
 * Reads a playlist of the service, with or without a comma behind its lengths.
 *
 * @throws StorageError of kind `cut-playlist` when it is not all there, or no playlist
 */
export function readMediaPlaylist(text: string, name: string): MediaPlaylist {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.trim());
  if (lines[0] !== "#EXTM3U") throw cut(name, "It does not begin with #EXTM3U.");
  const segments: PlaylistSegment[] = [];
  let tags: string[] = [];
  let duration: number | undefined;
  let isOver = false;
  for (const line of lines) {
    if (line === "" || ofTheList.test(line)) continue;
    if (line.startsWith("#EXTINF:")) {
      duration = Number(/^#EXTINF:(\d+(?:\.\d+)?)(?:,|$)/.exec(line)?.[1]);
      if (!Number.isFinite(duration)) throw cut(name, `A segment has no length: ${line}`);
    } else if (line.startsWith("#EXT-X-ENDLIST")) isOver = true;
    else if (line.startsWith("#EXT")) tags.push(line);
    else if (!line.startsWith("#")) {
      if (duration === undefined) throw cut(name, `A segment has no length: ${line}`);
      segments.push({ tags, duration, uri: line });
      tags = [];
      duration = undefined;
    }
  }
  if (duration !== undefined) throw cut(name, "Its last segment has no name.");
  return { segments, isOver };
}

export function cut(name: string, what: string): StorageError {
  const message = `The playlist ${name} is not whole. ${what} Its upload may not be over, or has failed: look at it in the bucket.`;
  return new StorageError({ kind: "cut-playlist", message });
}

/** Seconds that all of it takes. */
export function lengthOf({ segments }: MediaPlaylist): number {
  return segments.reduce((sum, { duration }) => sum + duration, 0);
}

/** Writes a playlist as players want it. */
export function writeMediaPlaylist({ segments, isOver }: MediaPlaylist): string {
  const longest = Math.max(1, ...segments.map(({ duration }) => Math.round(duration)));
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    `#EXT-X-TARGETDURATION:${longest}`,
    "#EXT-X-MEDIA-SEQUENCE:0",
    `#EXT-X-PLAYLIST-TYPE:${isOver ? "VOD" : "EVENT"}`,
    ...segments.flatMap(({ tags, duration, uri }) => [...tags, `#EXTINF:${duration.toFixed(6)},`, uri]),
    ...(isOver ? ["#EXT-X-ENDLIST"] : []),
    "",
  ].join("\n");
}
