/** Bodies with as many fields as go together. */

export const storageConfig = {
  vendor: 1,
  region: 0,
  bucket: "bucket",
  accessKey: "key-id",
  secretKey: "key-secret",
  stsToken: "sts",
  stsExpiration: 1_900_000_000,
  fileNamePrefix: ["a"],
  extensionParams: { sse: "kms", tag: "t", endpoint: "" },
};
export const uids = { cname: "room-1", uid: "900001" };
export const page = {
  url: "https://page.example/lesson",
  audioProfile: 0,
  videoWidth: 1280,
  videoHeight: 720,
  maxRecordingHour: 2,
  videoBitrate: 2000,
  videoFps: 15,
  mobile: false,
  maxVideoDuration: 60,
  onhold: false,
  readyTimeout: 0,
};
export const background = [{ uid: "1", image_url: "https://a.example/b.jpg", render_mode: 1 }];
export const plainLayout = {
  mixedVideoLayout: 2,
  maxResolutionUid: "1",
  backgroundColor: "#000000",
  backgroundImage: "https://a.example/c.jpg",
  defaultUserBackgroundImage: "https://a.example/d.jpg",
  layoutConfig: [],
  backgroundConfig: background,
};
export const ownLayout = {
  mixedVideoLayout: 3,
  layoutConfig: [{ uid: "1", x_axis: 0, y_axis: 0, width: 1, height: 1, alpha: 1, render_mode: 0 }],
};
export const common = {
  channelType: 1,
  decryptionMode: 0,
  secret: "s",
  salt: "t",
  maxIdleTime: 30,
  streamTypes: 2,
  videoStreamType: 0,
  subscribeUidGroup: 0,
  privateParams: "{}",
  extensionParams: { enableNTPtimestamp: true },
};
export const modes = {
  individual: {
    token: "token",
    storageConfig,
    recordingConfig: { ...common, streamMode: "standard", subscribeAudioUids: ["1"], unSubscribeVideoUids: ["2"] },
    recordingFileConfig: { avFileType: ["hls"] },
    snapshotConfig: { captureInterval: 10, fileType: ["jpg"] },
    appsCollection: { combinationPolicy: "default" },
    transcodeOptions: {
      container: { format: "mp3" },
      transConfig: { transMode: "audioMix" },
      audio: { sampleRate: "48000", bitrate: "48000", channels: "2" },
    },
  },
  mix: {
    token: "token",
    storageConfig,
    recordingConfig: {
      ...common,
      audioProfile: 1,
      unSubscribeAudioUids: ["1"],
      subscribeVideoUids: ["2"],
      transcodingConfig: { width: 360, height: 640, fps: 15, bitrate: 500, ...plainLayout },
    },
    recordingFileConfig: { avFileType: ["hls", "mp4"] },
  },
  web: {
    storageConfig,
    recordingFileConfig: { avFileType: ["hls", "mp4"] },
    extensionServiceConfig: {
      errorHandlePolicy: "error_abort",
      apiVersion: "v1",
      extensionServices: [
        { serviceName: "web_recorder_service", errorHandlePolicy: "error_abort", serviceParam: page },
        {
          serviceName: "rtmp_publish_service",
          errorHandlePolicy: "error_ignore",
          serviceParam: { outputs: [{ rtmpUrl: "rtmp://cdn.example/a" }] },
        },
      ],
    },
  },
};
/** Nothing is stored here. */
export const moderation = {
  storageConfig,
  recordingConfig: { channelType: 1, transcodingConfig: ownLayout },
  extensionServiceConfig: {
    extensionServices: [{ serviceName: "aliyun_voice_async_scan", errorHandlePolicy: "error_abort", serviceParam: {} }],
  },
};
export const captions = {
  vendor: 1,
  region: 0,
  bucket: "bucket",
  accessKey: "key-id",
  secretKey: "key-secret",
  accesskey: "key-id",
  secretkey: "key-secret",
  fileNamePrefix: ["a"],
};
export const extensionParams = {
  endpoint: "https://a.example",
  type: "s3",
  provider: "p",
  region: "r",
  tag: "t",
  tagByRule: [],
  sse: "kms",
  overwritekeys: {},
};
export const oneBot = {
  channelName: "room-1",
  pubBotUid: "88222",
  pubBotToken: "",
  cryptionMode: 0,
  secret: "s",
  salt: "t",
};
export const rtcConfig = { ...oneBot, enableJsonProtocol: false, subBotUid: "47091", subBotToken: "" };
export const translateConfig = { enable: true, languages: [{ source: "en-US", target: ["fr-FR"] }] };
export const speakers = [{ uid: "1", languages: ["en-US"] }];
export const flat = {
  languages: ["en-US"],
  maxIdleTime: 60,
  rtcConfig: { ...rtcConfig, subscribeAudioUids: ["1"] },
  translateConfig,
  captionConfig: { sliceDuration: 60, storage: captions },
};
export const beta = {
  audio: {
    subscribeSource: "AGORARTC",
    agoraRtcConfig: {
      channelName: "room-1",
      uid: "47091",
      token: "",
      channelType: "LIVE_TYPE",
      subscribeConfig: { subscribeMode: "CHANNEL_MODE" },
      subscribeAudioUids: ["#allStream#"],
      maxIdleTime: 120,
    },
  },
  config: {
    features: ["RECOGNIZE"],
    recognizeConfig: {
      language: "en-US",
      model: "Model",
      profanityFilter: false,
      connectionTimeout: 60,
      output: {
        destinations: ["AgoraRTCDataStream"],
        agoraRTCDataStream: { channelName: "room-1", uid: "88222", token: "" },
        cloudStorage: [{ format: "HLS", storageConfig: captions }],
      },
    },
    translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] },
  },
};
