import { expect, test } from "vitest";
import { callFake, who } from "../testing/caller.ts";

/** Bodies as the two official REST clients serialise them, with all their habits. */
const storageConfig = {
  vendor: 2,
  region: 3,
  bucket: "bucket-name",
  accessKey: "accessKey",
  secretKey: "secretKey",
  fileNamePrefix: ["sdktest"],
};

const region = { x_axis: 0, y_axis: 0, width: 0.5, height: 1, alpha: 1, render_mode: 1 };

const requests: [name: string, mode: "individual" | "mix" | "web", clientRequest: object][] = [
  [
    "composite, HLS and MP4, everything subscribed",
    "mix",
    {
      token: "007token",
      recordingConfig: {
        channelType: 1,
        streamTypes: 2,
        maxIdleTime: 30,
        audioProfile: 2,
        videoStreamType: 0,
        subscribeAudioUids: ["#allstream#"],
        subscribeVideoUids: ["#allstream#"],
        subscribeUidGroup: 0,
        transcodingConfig: {
          width: 640,
          height: 260,
          fps: 15,
          bitrate: 500,
          mixedVideoLayout: 0,
          backgroundColor: "#000000",
        },
      },
      recordingFileConfig: { avFileType: ["hls", "mp4"] },
      storageConfig,
    },
  ],
  [
    "composite, own layout",
    "mix",
    {
      token: "007token",
      recordingConfig: {
        channelType: 1,
        streamTypes: 2,
        videoStreamType: 0,
        maxIdleTime: 120,
        unSubscribeAudioUids: ["456"],
        unSubscribeVideoUids: ["456"],
        decryptionMode: 0,
        transcodingConfig: {
          width: 1920,
          height: 1080,
          fps: 15,
          bitrate: 4160,
          mixedVideoLayout: 3,
          layoutConfig: [
            { ...region, uid: "1" },
            { ...region, uid: "", x_axis: 0.5 },
          ],
          backgroundConfig: [{ uid: "1", image_url: "https://images.example/1.jpg", render_mode: 0 }],
          backgroundImage: "",
          defaultUserBackgroundImage: "",
          maxResolutionUid: "",
        },
      },
      storageConfig,
    },
  ],
  [
    "individual, standard",
    "individual",
    {
      token: "007token",
      recordingConfig: {
        channelType: 1,
        streamTypes: 2,
        streamMode: "standard",
        audioProfile: 2,
        videoStreamType: 0,
        maxIdleTime: 30,
        subscribeUidGroup: 0,
        subscribeAudioUids: ["#allstream#"],
        subscribeVideoUids: ["#allstream#"],
      },
      recordingFileConfig: { avFileType: ["hls"] },
      storageConfig,
    },
  ],
  [
    "individual, audio as it is, with the objects of former releases",
    "individual",
    {
      recordingConfig: { channelType: 0, streamTypes: 0, streamMode: "original", subscribeUidGroup: 0 },
      appsCollection: { combinationPolicy: "postpone_transcoding" },
      transcodeOptions: {
        container: { format: "mp3" },
        transConfig: { transMode: "audioMix" },
        audio: { sampleRate: "48000", bitrate: "48000", channels: "2" },
      },
      storageConfig,
    },
  ],
  [
    "individual, snapshots alone",
    "individual",
    {
      token: "007token",
      recordingConfig: { channelType: 1, streamTypes: 2, subscribeUidGroup: 0, subscribeVideoUids: ["123", "456"] },
      snapshotConfig: { captureInterval: 5, fileType: ["jpg"] },
      storageConfig,
    },
  ],
  [
    "web page, with the token of the samples",
    "web",
    {
      token: "",
      recordingFileConfig: { avFileType: ["hls", "mp4"] },
      storageConfig,
      extensionServiceConfig: {
        errorHandlePolicy: "error_abort",
        extensionServices: [
          {
            serviceName: "web_recorder_service",
            errorHandlePolicy: "error_abort",
            serviceParam: {
              url: "https://live.example/room?id=1#start",
              VideoBitrate: 1500,
              videoFps: 15,
              audioProfile: 2,
              mobile: false,
              videoWidth: 1280,
              videoHeight: 720,
              maxRecordingHour: 1,
              maxVideoDuration: 120,
              onhold: false,
              readyTimeout: 0,
            },
          },
          {
            serviceName: "rtmp_publish_service",
            errorHandlePolicy: "error_ignore",
            serviceParam: { outputs: [{ rtmpUrl: "rtmp://push.example/live/streamkey" }] },
          },
        ],
      },
    },
  ],
];

const everybody = { subscribeAudioUids: ["#allstream#"], subscribeVideoUids: ["#allstream#"] };

/** As the Go client serialises a service: what was not set is the empty text. */
const goPage = {
  url: "https://live.example",
  audioProfile: 2,
  videoWidth: 1280,
  videoHeight: 720,
  maxRecordingHour: 1,
  onhold: false,
  readyTimeout: 0,
};

requests.push(
  [
    "individual, as in the examples of the Go client, which leaves out a subscribeUidGroup of 0",
    "individual",
    {
      token: "007token",
      recordingConfig: { channelType: 1, streamTypes: 2, maxIdleTime: 30, ...everybody },
      recordingFileConfig: { avFileType: ["hls"] },
      storageConfig,
    },
  ],
  ["individual, as in the example of the Python client", "individual", { token: "007token", storageConfig }],
  [
    "individual, snapshots alone, without a recordingConfig",
    "individual",
    { snapshotConfig: { captureInterval: 5, fileType: ["jpg"] }, storageConfig },
  ],
  ["composite, as in the example of the Python client", "mix", { token: "007token", storageConfig }],
  [
    "web page, as the Go client sends what was not set",
    "web",
    {
      extensionServiceConfig: {
        extensionServices: [{ serviceName: "web_recorder_service", errorHandlePolicy: "", serviceParam: goPage }],
      },
      storageConfig: { ...storageConfig, extensionParams: { sse: "", tag: "" } },
    },
  ],
);

test.each(requests)("%s is recorded", async (_, mode, clientRequest) => {
  const { fake, acquire, startWith, session } = callFake();
  fake.channel(who.cname).join("123");
  const scene = mode === "web" ? 1 : 0;
  const extra = { resourceExpiredHour: 24, excludeResourceIds: [], regionAffinity: 1, startParameter: clientRequest };
  const { body } = await acquire({ scene, ...extra });
  const started = await startWith(body.resourceId, mode, clientRequest);
  expect(started).toMatchObject({ status: 200, body: who });
  const running = session(String(body.resourceId), String(started.body.sid), mode, who);
  fake.advance(20_000);
  expect(await running.state()).toMatchObject({ status: 5 });
  expect((await running.stop({ async_stop: false })).status).toBe(200);
});

test("updates as clients send them", async () => {
  const { fake, record } = callFake();
  fake.channel(who.cname).join("123");
  const [composite, , , , , page] = requests;
  const mix = await record("mix", composite?.[2]);
  const audioUidList = { subscribeAudioUids: ["#allstream#"] };
  const videoUidList = { unSubscribeVideoUids: ["444", "555"] };
  expect((await mix.update({ streamSubscribe: { audioUidList, videoUidList } })).status).toBe(200);
  expect(fake.recordings[0]?.subscription?.video).toEqual({ kind: "except", uids: ["444", "555"] });
  const layout = { mixedVideoLayout: 1, backgroundColor: "#FF0000" };
  expect((await mix.updateLayout(layout)).status).toBe(200);
  const web = await record("web", page?.[2], { cname: "page", uid: "2" });
  expect((await web.update({ webRecordingConfig: { onhold: true } })).status).toBe(200);
  const outputs = [{ rtmpUrl: "rtmp://push.example/live/other" }];
  expect((await web.update({ rtmpPublishConfig: { outputs } })).status).toBe(200);
  expect((await web.update({ storageConfig })).status).toBe(200);
});
