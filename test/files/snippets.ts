// The snippets of docs/files.md, so that the compiler reads them. docs.test.ts compares the two.
import type { AgoraClient, RecordingHandle, StorageConfig } from "@agora-edge/core";
import { createCaptionStore, recordWithCaptions, toSrt, toWebVTT } from "@agora-edge/core/captions";
import {
  buildFileName,
  checkStorage,
  createPlaybackHandler,
  type Bucket,
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
  bucket: Bucket;
  callOf: (request: Request) => Promise<{ recording: RecordingHandle } | undefined>;
  spanish: string;
  token: string;
  names: ReadonlyMap<string, string>;
  cname: string;
}

export async function fileNames({ agora, recording, storageConfig, event }: Given) {
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

export async function subtitles({ agora, recording, names }: Given) {
  const { files } = await agora.recording.stop(recording);
  const captions = createCaptionStore({ pubBotUid: "47091", maxLines: Infinity });
  const startedAt = Math.min(...files.map(({ sliceStartTime = Infinity }) => sliceStartTime));
  const spanish = toWebVTT(captions.getSnapshot().lines, { startedAt, language: "es-ES" });
  const speakerName = (uid: string) => names.get(uid);
  const transcript = toSrt(captions.getSnapshot().lines, { startedAt, speakerName });
  return { spanish, transcript };
}

export async function trial({ storageConfig }: Given) {
  const check = await checkStorage(storageConfig);
  if (!check.ok) throw check.error; // "The bucket "calls" is in eu-west-1, not in us-east-1. Set storageConfig.region to 4 …"
}

export function playback({ bucket, callOf, storageConfig, spanish }: Given) {
  const { fileNamePrefix } = storageConfig;
  const play = createPlaybackHandler({
    files: bucket,
    async authorize(request) {
      const call = await callOf(request); // your session, your database
      if (!call) return null; // 404
      const { sid, cname } = call.recording;
      const subtitles = [{ language: "es-ES", text: spanish }];
      return { sid, cname, fileNamePrefix, subtitles };
    },
  });
  // GET /calls/42/master.m3u8 → play(request)
  return play;
}

export async function inStep({ agora, token, storageConfig }: Given) {
  const captioned = await recordWithCaptions(agora, {
    cname: "room-1",
    uid: "900001",
    mode: "mix",
    clientRequest: { token, storageConfig, recordingConfig: { channelType: 0 } },
    transcription: { name: "room-1-captions", languages: ["en-US"], rtcConfig: { pubBotUid: "47091" } },
  });
  const result = await captioned.stop();
  return result;
}

export async function bucketOf({ storageConfig, env, key, sid, cname }: Given) {
  const bucket = createS3Bucket({ ...storageConfig, accessKey: env.READER_KEY, secretKey: env.READER_SECRET });

  const url = await bucket.presign(key, { expiresIn: 3600 });
  const response = await bucket.fetch(key);
  const objects = await listRecordingObjects(bucket, { sid, cname, fileNamePrefix: storageConfig.fileNamePrefix });
  return { url, response, objects };
}
