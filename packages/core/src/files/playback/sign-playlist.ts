import type { Bucket } from "../bucket/bucket.ts";
import { StorageError } from "../bucket/storage-error.ts";
import { longestExpiry } from "../s3/signer.ts";
import { cut, lengthOf, type MediaPlaylist, type PlaylistSegment } from "./media-playlist.ts";
import type { PlayableRecording } from "./options.ts";
import { checkPlayable, findGranted, type GrantedFile } from "./playable.ts";

interface Signing {
  readonly files: Bucket;
  readonly recording: PlayableRecording;
  readonly expiresIn: number;
  readonly maxSegments: number;
}

/** What a file is, whatever the storage calls it. */
export const contentTypes: Readonly<Record<string, string>> = {
  ts: "video/mp2t",
  webm: "video/webm",
  mp4: "video/mp4",
  mp3: "audio/mpeg",
  jpg: "image/jpeg",
  vtt: "text/vtt",
};

/** The playlist with an address for each segment that needs no keys, and works for longer than all of it takes. */
export async function signPlaylist(playlist: MediaPlaylist, name: string, signing: Signing): Promise<MediaPlaylist> {
  const { files, recording, maxSegments } = signing;
  if (playlist.segments.length > maxSegments) throw tooMany(name, playlist.segments.length, maxSegments);
  const expiresIn = Math.min(longestExpiry, Math.max(signing.expiresIn, Math.ceil(lengthOf(playlist)) + 3600));

  async function sign(segment: PlaylistSegment): Promise<PlaylistSegment> {
    const { key, file } = segmentOf(segment.uri, name, recording);
    checkPlayable(file);
    const contentType = contentTypes[file.format];
    const isDated = file.time === undefined || segment.tags.some((tag) => tag.startsWith("#EXT-X-PROGRAM-DATE-TIME"));
    const tags = isDated ? segment.tags : [...segment.tags, dateTag(file.time)];
    return { ...segment, tags, uri: await files.presign(key, { expiresIn, contentType }) };
  }

  return { ...playlist, segments: await Promise.all(playlist.segments.map(sign)) };
}

function dateTag(time: number): string {
  return `#EXT-X-PROGRAM-DATE-TIME:${new Date(time).toISOString()}`;
}

function segmentOf(uri: string, name: string, recording: PlayableRecording): GrantedFile {
  const granted = findGranted(recording, uri);
  if (granted) return granted;
  // The beginning of a name of its own is no name of another recording.
  const isBeginning = !/[/:]/.test(uri) && (!/\.\w+$/.test(uri) || uri.includes(`${recording.sid}_`));
  if (isBeginning) throw cut(name, `The name of a segment breaks off: ${uri}`);
  throw new StorageError({
    kind: "foreign-file",
    message: `The playlist ${name} names a file that is not of this recording: ${uri}. It is not served.`,
  });
}

function tooMany(name: string, count: number, maxSegments: number): StorageError {
  return new StorageError({
    kind: "too-many-objects",
    message: `The playlist ${name} has ${count} segments, more than the ${maxSegments} that maxSegments allows. Raise it, or play the MP4 files.`,
  });
}
