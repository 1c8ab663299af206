// The snippets of docs/files.md, so that the compiler reads them. docs.test.ts compares the two.
import type { AgoraClient, RecordingHandle, StorageConfig } from "@agora-edge/core";
import {
  buildFileName,
  createS3Bucket,
  listRecordingObjects,
  objectKey,
  parseFileName,
  snapshotOf,
} from "@agora-edge/core/files";
import type { AgoraNotification } from "@agora-edge/core/server";

interface Given {
  agora: AgoraClient;
  recording: RecordingHandle;
  storageConfig: StorageConfig;
  event: AgoraNotification;
  env: { READER_KEY: string; READER_SECRET: string };
  key: string;
  sid: string;
  cname: string;
}

export async function names({ agora, recording, storageConfig, event }: Given) {
  const { files } = await agora.recording.stop(recording);
  const keys = files.map(({ fileName }) => objectKey(storageConfig.fileNamePrefix, fileName));

  const named = "4f0c9f0a_my_room__uid_s_1001__uid_e_video_20260101120000000.ts";
  const { uid, trackType, time } = parseFileName(named, { cname: "my_room" }) ?? {};
  // "1001", "video", 1767268800000 (ms since the epoch)

  buildFileName({ mode: "mix", sid: recording.sid, cname: recording.cname, format: "m3u8" });

  if (event.name === "snapshot") {
    const picture = snapshotOf(event); // { key, sid, cname, uid, takenAt }
    return picture;
  }
  return { keys, uid, trackType, time };
}

export async function bucketOf({ storageConfig, env, key, sid, cname }: Given) {
  const bucket = createS3Bucket({ ...storageConfig, accessKey: env.READER_KEY, secretKey: env.READER_SECRET });

  const url = await bucket.presign(key, { expiresIn: 3600 });
  const response = await bucket.fetch(key);
  const objects = await listRecordingObjects(bucket, { sid, cname, fileNamePrefix: storageConfig.fileNamePrefix });
  return { url, response, objects };
}
