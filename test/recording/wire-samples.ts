import { existsSync, readdirSync, readFileSync } from "node:fs";

/** One request as a client of the service sends it. */
export interface WireSample {
  name: string;
  method: string;
  /** With the ids as that client writes them; ours are percent-encoded. */
  path: string;
  body: { cname: string; uid: string; clientRequest: Record<string, unknown> } | null;
}

const ids = { cname: "room-1", uid: "900001" };
const base = "/v1/apps/app1/cloud_recording";
const storageConfig = {
  vendor: 2,
  region: 1,
  bucket: "b",
  accessKey: "ak",
  secretKey: "sk",
  fileNamePrefix: ["a", "b2"],
};

const post = (name: string, path: string, clientRequest: Record<string, unknown>): WireSample => ({
  name,
  method: "POST",
  path: `${base}${path}`,
  body: { ...ids, clientRequest },
});
const start = (name: string, mode: string, clientRequest: Record<string, unknown>) =>
  post(`${mode} start, ${name}`, `/resourceid/RES/mode/${mode}/start`, { storageConfig, ...clientRequest });
const running = (mode: string, action: string, clientRequest: Record<string, unknown>) =>
  post(`${mode} ${action}`, `/resourceid/RES/sid/SID/mode/${mode}/${action}`, clientRequest);

/** Written after the documentation of the service: one of each operation and mode, with their special fields. */
export const ownSamples: readonly WireSample[] = [
  post("acquire, nothing set", "/acquire", {}),
  post("acquire, real time", "/acquire", {
    scene: 0,
    resourceExpiredHour: 720,
    region: "EU",
    excludeResourceIds: ["x"],
  }),
  post("acquire, web page", "/acquire", { scene: 1, resourceExpiredHour: 1 }),
  start("audio only", "individual", {
    token: "006t",
    recordingConfig: { channelType: 0, streamTypes: 0, subscribeUidGroup: 2, streamMode: "original", maxIdleTime: 300 },
  }),
  start("snapshots beside recording", "individual", {
    recordingConfig: {
      channelType: 1,
      subscribeUidGroup: 0,
      subscribeVideoUids: ["1", "2"],
      subscribeAudioUids: ["1"],
    },
    recordingFileConfig: { avFileType: ["hls"] },
    snapshotConfig: { captureInterval: 5, fileType: ["jpg"] },
  }),
  start("custom layout, encrypted", "mix", {
    recordingConfig: {
      channelType: 1,
      decryptionMode: 7,
      secret: "secret",
      salt: "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
      unSubscribeVideoUids: ["5"],
      transcodingConfig: {
        width: 1280,
        height: 720,
        fps: 30,
        bitrate: 3420,
        mixedVideoLayout: 3,
        layoutConfig: [{ uid: "1", x_axis: 0, y_axis: 0, width: 0.5, height: 1, alpha: 1, render_mode: 1 }],
        backgroundConfig: [{ uid: "1", image_url: "https://example.com/a.jpg" }],
      },
    },
    recordingFileConfig: { avFileType: ["hls", "mp4"] },
  }),
  start("with a push", "web", {
    extensionServiceConfig: {
      errorHandlePolicy: "error_abort",
      extensionServices: [
        {
          serviceName: "web_recorder_service",
          errorHandlePolicy: "error_abort",
          serviceParam: {
            url: "https://example.com/",
            audioProfile: 0,
            videoWidth: 1280,
            videoHeight: 720,
            maxRecordingHour: 3,
            readyTimeout: 0,
          },
        },
        {
          serviceName: "rtmp_publish_service",
          errorHandlePolicy: "error_ignore",
          serviceParam: { outputs: [{ rtmpUrl: "rtmp://cdn.example/live/key" }] },
        },
      ],
    },
  }),
  { name: "query", method: "GET", path: `${base}/resourceid/RES/sid/SID/mode/mix/query`, body: null },
  running("mix", "update", {
    streamSubscribe: {
      audioUidList: { unSubscribeAudioUids: ["9"] },
      videoUidList: { subscribeVideoUids: ["#allstream#"] },
    },
  }),
  running("web", "update", { webRecordingConfig: { onhold: true } }),
  running("individual", "update", {
    storageConfig: { ...storageConfig, stsToken: "sts", stsExpiration: 1_760_000_000 },
  }),
  running("mix", "updateLayout", { mixedVideoLayout: 2, maxResolutionUid: "7", backgroundColor: "#00FF00" }),
  running("mix", "stop", {}),
  running("web", "stop", { async_stop: true }),
];

/** Recordings of other clients, where the machine has them beside the project; no part of the project. */
export function foreignSamples(folder = new URL("../../../shared/wire/", import.meta.url)): WireSample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.startsWith("stt-"))
    .map((name): WireSample => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}
