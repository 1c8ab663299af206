import { expect, test } from "vitest";
import { callFake, storageConfig } from "../../../testing/caller.ts";

async function start(clientRequest: object) {
  const { acquire, startWith } = callFake();
  const { body } = await acquire();
  return startWith(body.resourceId, "raw", { storageConfig, ...clientRequest });
}

test.each<[path: string, clientRequest: object]>([
  ["extensionServiceConfig", { extensionServiceConfig: { extensionServices: [] } }],
  ["recordingFileConfig.avFileType", { recordingFileConfig: { avFileType: ["mp4"] } }],
  ["recordingFileConfig.avFileType", { recordingFileConfig: { avFileType: ["hls", "mp3"] } }],
  ["recordingConfig.maxIdleTime", { recordingConfig: { maxIdleTime: 4 } }],
  ["recordingConfig.subscribeUidGroup", { recordingConfig: { subscribeUidGroup: 6 } }],
  ["snapshotConfig.fileType", { snapshotConfig: {} }],
  ["recordingConfig.streamTypes", { recordingConfig: { streamTypes: 0 }, snapshotConfig: { fileType: ["jpg"] } }],
])("mode raw refuses %s: %j", async (path, clientRequest) => {
  expect(await start(clientRequest)).toMatchObject({
    status: 400,
    body: { code: 2, reason: `Start: invalid ${path} value!` },
  });
});

test.each<[what: string, clientRequest: object]>([
  ["no recordingConfig, and so no subscribeUidGroup", {}],
  ["HLS", { recordingFileConfig: { avFileType: ["hls"] } }],
  ["HLS and MP4", { recordingFileConfig: { avFileType: ["hls", "mp4"] } }],
  ["MP3 alone", { recordingFileConfig: { avFileType: ["mp3"] } }],
  ["a streamMode, of which it is only said that it is gone", { recordingConfig: { streamMode: "standard" } }],
  ["a transcodingConfig, of which nothing is said", { recordingConfig: { transcodingConfig: { width: 1 } } }],
  [
    "the documented start",
    {
      recordingConfig: {
        channelType: 1,
        streamTypes: 2,
        videoStreamType: 0,
        maxIdleTime: 30,
        subscribeAudioUids: ["#allstream#"],
        subscribeVideoUids: ["1"],
        subscribeUidGroup: 0,
      },
      recordingFileConfig: { avFileType: ["hls", "mp4"] },
    },
  ],
])("mode raw takes %s", async (_what, clientRequest) => {
  expect((await start(clientRequest)).status).toBe(200);
});

test("mode raw is updated like a channel, and has no layout and no pause", async () => {
  const { record, fake } = callFake();
  const session = await record("raw");
  fake.advance(5000);
  const streamSubscribe = { videoUidList: { subscribeVideoUids: ["1"] } };
  expect((await session.update({ streamSubscribe })).status).toBe(200);
  expect((await session.update({ webRecordingConfig: { onhold: true } })).body.code).toBe(2);
  expect((await session.updateLayout({ mixedVideoLayout: 1 })).body.code).toBe(2);
});
