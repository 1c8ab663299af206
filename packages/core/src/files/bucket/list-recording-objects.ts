import type { Absent } from "../../validation/absent.ts";
import type { ParsedFileName } from "../names/file-name.ts";
import { objectKey, parseObjectKey } from "../names/object-key.ts";
import { parseFileName } from "../names/parse.ts";
import type { Bucket, StoredObject } from "./bucket.ts";
import { StorageError } from "./storage-error.ts";

/** An object of a recording, with what its name says. */
export interface RecordingObject extends StoredObject {
  /** What the name says. */
  readonly file: ParsedFileName;
}

/** Options of `listRecordingObjects`. */
export interface ListRecordingObjectsOptions {
  /** ID of the recording; or of a transcription (agent or task), for its captions. */
  sid: string;
  /** As in `storageConfig`. */
  fileNamePrefix?: readonly string[] | Absent;
  /** The channel. With it, every part of each name is known. */
  cname?: string | undefined;
  /** Languages of captions, which come first in the names of their playlists. */
  languages?: readonly string[] | undefined;
  /** Objects at most. Default 100,000: three weeks in slices of 15 seconds. */
  maxObjects?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** What the service does at most, as older documents say: after it, takeovers are looked for as long as there are files. */
const takeovers = 3;

/**
 * What is in the bucket of a recording: for when the service's own list is empty, and for what is in no list of the service,
 * such as segments and snapshots. Files after a takeover are among them. Needs keys that may list the bucket.
 *
 * @throws StorageError of kind `too-many-objects` when there are more than `maxObjects`, else as the storage refuses
 */
export async function listRecordingObjects(
  bucket: Bucket,
  options: ListRecordingObjectsOptions,
): Promise<RecordingObject[]> {
  const { sid, cname, fileNamePrefix, languages = [], maxObjects = 100_000, signal } = options;
  const found: RecordingObject[] = [];

  async function take(beginning: string): Promise<boolean> {
    const before = found.length;
    for await (const object of bucket.list(objectKey(fileNamePrefix, `${beginning}${sid}_`), signal)) {
      const file = parseFileName(parseObjectKey(object.key).fileName, { sid, cname });
      if (!file) continue;
      if (found.length >= maxObjects) throw tooMany(maxObjects);
      found.push({ ...object, file });
    }
    return found.length > before;
  }

  await take("");
  for (const language of languages) await take(`${language}_`);
  for (let lost = 0; ; lost++) {
    const some = await take(`bak${lost}_`);
    if (!some && lost >= takeovers - 1) return found;
  }
}

function tooMany(maxObjects: number): StorageError {
  return new StorageError({
    kind: "too-many-objects",
    message: `The recording has more than ${maxObjects} objects. Give maxObjects if you want them all, or go through bucket.list in pages.`,
  });
}
