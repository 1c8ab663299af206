import { describe, expect, test } from "vitest";
import {
  validateAcquire,
  validateQuery,
  validateStart,
  validateStop,
  validateUpdate,
  validateUpdateLayout,
} from "../../testing/validate-requests.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const page = { url: "https://a.example", audioProfile: 0, videoWidth: 1280, videoHeight: 720, maxRecordingHour: 1 };
const recorder = { serviceName: "web_recorder_service", serviceParam: page };
const push = { serviceName: "rtmp_publish_service", serviceParam: { outputs: [{ rtmpUrl: "rtmp://cdn.example/k" }] } };
const snapshotConfig = { fileType: ["jpg"] };
const salt = `${"A".repeat(43)}=`;
const lease = { cname: "room-1", uid: "900001", resourceId: "r" };
const handle = { ...lease, sid: "s", mode: "mix" };

const individual = (config: object = {}, more: object = {}, top: object = {}) => ({
  ...lease,
  mode: "individual",
  clientRequest: { storageConfig, recordingConfig: { channelType: 1, subscribeUidGroup: 0, ...config }, ...more },
  ...top,
});
const mix = (config: object = {}, more: object = {}, top: object = {}) => ({
  ...lease,
  mode: "mix",
  clientRequest: { storageConfig, recordingConfig: { channelType: 1, ...config }, ...more },
  ...top,
});
const web = (param: object = {}, more: object = {}, top: object = {}) => ({
  ...lease,
  mode: "web",
  clientRequest: {
    storageConfig,
    extensionServiceConfig: { extensionServices: [{ ...recorder, serviceParam: { ...page, ...param } }] },
    ...more,
  },
  ...top,
});
const services = (...extensionServices: object[]) => web({}, { extensionServiceConfig: { extensionServices } });
/** Nothing is stored but what the rest asks for. */
const moderated = (more: object) => ({
  ...lease,
  mode: "mix",
  clientRequest: {
    recordingConfig: { subscribeUidGroup: 0 },
    extensionServiceConfig: { extensionServices: [{ serviceName: "aliyun_voice_async_scan", serviceParam: {} }] },
    ...more,
  },
});
const storage = (more: object) => mix({}, { storageConfig: { ...storageConfig, ...more } });
const canvas = (transcodingConfig: object) => mix({ transcodingConfig });
const region = (more: object) =>
  canvas({ mixedVideoLayout: 3, layoutConfig: [{ x_axis: 0, y_axis: 0, width: 1, height: 1, ...more }] });
const regions = (count: number) => uids(count).map((uid) => ({ uid, x_axis: 0, y_axis: 0, width: 1, height: 1 }));
const uids = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);

const started = (request: unknown) => validateStart(request).map(({ path }) => path);
const config = "clientRequest.recordingConfig";
const param = "clientRequest.extensionServiceConfig.extensionServices[0].serviceParam";

describe("start", () => {
  test.each<[rule: string, accepted: object, refused: object, path: string]>([
    ["R1 largest", mix({}, {}, { uid: "4294967295" }), mix({}, {}, { uid: "4294967296" }), "uid"],
    ["R1 smallest", mix({}, {}, { uid: "1" }), mix({}, {}, { uid: "0" }), "uid"],
    ["R1 string", mix(), mix({}, {}, { uid: 900_001 }), "uid"],
    ["R1 digits", mix(), mix({}, {}, { uid: "c0a8-11" }), "uid"],
    ["R1 not empty", mix(), mix({}, {}, { uid: "" }), "uid"],
    ["R2 length", mix({}, {}, { cname: "c".repeat(64) }), mix({}, {}, { cname: "c".repeat(65) }), "cname"],
    ["R2 characters", mix({}, {}, { cname: "aZ9 !#$%&()+-:;<=.>?@[]^_{}|~," }), mix({}, {}, { cname: "a/b" }), "cname"],
    ["R2 ASCII", individual(), individual({}, {}, { cname: "räum" }), "cname"],
    ["R2 line end", individual(), individual({}, {}, { cname: "room\n" }), "cname"],
    ["R3", web({}, {}, { cname: "ä/".repeat(341) }), web({}, {}, { cname: "ä".repeat(513) }), "cname"],
    ["R9 web", web({}, {}, { scene: 1 }), web({}, {}, { scene: 0 }), "scene"],
    ["R9 channel", mix({}, {}, { scene: 0 }), mix({}, {}, { scene: 1 }), "scene"],
    ["R11", mix(), mix({}, { storageConfig: undefined }), "clientRequest.storageConfig"],
    [
      "R11 beside moderation",
      moderated({}),
      moderated({ recordingFileConfig: { avFileType: ["hls"] } }),
      "clientRequest.storageConfig",
    ],
    [
      "R11 pictures",
      moderated({ storageConfig }),
      { ...moderated({ snapshotConfig }), mode: "individual" },
      "clientRequest.storageConfig",
    ],
    ["R11 page", web(), web({}, { storageConfig: undefined }), "clientRequest.storageConfig"],
    [
      "time of day",
      mix({ extensionParams: { enableNTPtimestamp: true } }),
      mix({ extensionParams: { enableNTPtimestamp: "true" } }),
      `${config}.extensionParams.enableNTPtimestamp`,
    ],
    [
      "spelling of the time of day",
      mix({ extensionParams: { somethingElse: 1 } }),
      mix({ extensionParams: { enableNtpTimestamp: true } }),
      `${config}.extensionParams.enableNtpTimestamp`,
    ],
    ["R11 key", mix(), storage({ secretKey: "" }), "clientRequest.storageConfig.secretKey"],
    ["R11 region", storage({ region: 0 }), storage({ region: "0" }), "clientRequest.storageConfig.region"],
    [
      "R13 alone",
      mix({}, { recordingFileConfig: { avFileType: ["hls", "mp4"] } }),
      mix({}, { recordingFileConfig: { avFileType: ["mp4"] } }),
      "clientRequest.recordingFileConfig.avFileType",
    ],
    [
      "R13 individual",
      individual({}, { recordingFileConfig: { avFileType: ["hls"] } }),
      individual({}, { recordingFileConfig: { avFileType: ["hls", "mp4"] } }),
      "clientRequest.recordingFileConfig.avFileType",
    ],
    [
      "R14 both",
      mix({ subscribeAudioUids: ["1"], unSubscribeVideoUids: ["2"] }),
      mix({ subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] }),
      `${config}.unSubscribeAudioUids`,
    ],
    [
      "R14 length",
      mix({ subscribeVideoUids: uids(32) }),
      mix({ subscribeVideoUids: uids(33) }),
      `${config}.subscribeVideoUids`,
    ],
    [
      "R16 audio only",
      mix({ streamTypes: 0, subscribeAudioUids: ["1"] }),
      mix({ streamTypes: 0, subscribeVideoUids: ["1"] }),
      `${config}.subscribeVideoUids`,
    ],
    [
      "R16 video only",
      mix({ streamTypes: 1, subscribeVideoUids: ["1"] }),
      mix({ streamTypes: 1, unSubscribeAudioUids: ["1"] }),
      `${config}.unSubscribeAudioUids`,
    ],
    [
      "R20 canvas",
      canvas({ width: 1920, height: 1080 }),
      canvas({ width: 1921, height: 1080 }),
      `${config}.transcodingConfig.width`,
    ],
    ["R20 default height", canvas({ width: 3240 }), canvas({ width: 3241 }), `${config}.transcodingConfig.width`],
    ["R20 bitrate", canvas({ bitrate: 6500 }), canvas({ bitrate: 6501 }), `${config}.transcodingConfig.bitrate`],
    ["R20 page", web({ videoWidth: 1080, videoHeight: 1920 }), web({ videoWidth: 2881 }), `${param}.videoWidth`],
    [
      "R21 custom",
      region({}),
      canvas({ mixedVideoLayout: 3, layoutConfig: [] }),
      `${config}.transcodingConfig.layoutConfig`,
    ],
    [
      "R21 others",
      canvas({ mixedVideoLayout: 2, layoutConfig: [] }),
      canvas({ layoutConfig: [{ x_axis: 0, y_axis: 0, width: 1, height: 1 }] }),
      `${config}.transcodingConfig.layoutConfig`,
    ],
    [
      "R23 right edge",
      region({ x_axis: 0.7, width: 0.300_000_000_1 }),
      region({ x_axis: 0.7, width: 0.31 }),
      `${config}.transcodingConfig.layoutConfig[0].width`,
    ],
    [
      "R23 lower edge",
      region({ y_axis: 0.9, height: 0.1 }),
      region({ y_axis: 1, height: 0.1 }),
      `${config}.transcodingConfig.layoutConfig[0].height`,
    ],
    [
      "R23 range",
      region({ x_axis: 0 }),
      region({ x_axis: -0.1 }),
      `${config}.transcodingConfig.layoutConfig[0].x_axis`,
    ],
    [
      "regions",
      canvas({ mixedVideoLayout: 3, layoutConfig: regions(17) }),
      canvas({ mixedVideoLayout: 3, layoutConfig: regions(18) }),
      `${config}.transcodingConfig.layoutConfig`,
    ],
    ["R24 secret", mix({ decryptionMode: 5, secret: "s" }), mix({ decryptionMode: 5 }), `${config}.secret`],
    [
      "R24 salt",
      mix({ decryptionMode: 8, secret: "s", salt }),
      mix({ decryptionMode: 8, secret: "s" }),
      `${config}.salt`,
    ],
    [
      "R24 length",
      mix({ decryptionMode: 7, secret: "s", salt }),
      mix({ decryptionMode: 7, secret: "s", salt: "AAAA" }),
      `${config}.salt`,
    ],
    ["R25 least", mix({ maxIdleTime: 5 }), mix({ maxIdleTime: 4 }), `${config}.maxIdleTime`],
    ["R25 most", mix({ maxIdleTime: 2_592_000 }), mix({ maxIdleTime: 2_592_001 }), `${config}.maxIdleTime`],
    ["R26 mode", individual({}, { snapshotConfig }), mix({}, { snapshotConfig }), "clientRequest.snapshotConfig"],
    ["R26 web", individual({}, { snapshotConfig }), web({}, { snapshotConfig }), "clientRequest.snapshotConfig"],
    [
      "R26 streamTypes",
      individual({ streamTypes: 1 }, { snapshotConfig }),
      individual({ streamTypes: 0 }, { snapshotConfig }),
      `${config}.streamTypes`,
    ],
    [
      "R26 video list",
      individual({ subscribeAudioUids: ["1"], unSubscribeVideoUids: ["2"] }, { snapshotConfig }),
      individual({ subscribeAudioUids: ["1"] }, { snapshotConfig }),
      `${config}.subscribeVideoUids`,
    ],
    ["R27", web(), web({}, { extensionServiceConfig: undefined }), "clientRequest.extensionServiceConfig"],
    [
      "R27 push alone",
      services(push, recorder),
      services(push),
      "clientRequest.extensionServiceConfig.extensionServices",
    ],
    [
      "R27 two pushes",
      services(recorder, push),
      services(recorder, push, push),
      "clientRequest.extensionServiceConfig.extensionServices",
    ],
    [
      "R27 two recorders",
      services(recorder),
      services(recorder, recorder),
      "clientRequest.extensionServiceConfig.extensionServices",
    ],
    ["R28", web({ readyTimeout: 60 }), web({ readyTimeout: 1.5 }), `${param}.readyTimeout`],
    [
      "R29 scheme",
      services(recorder, { ...push, serviceParam: { outputs: [{ rtmpUrl: "rtmps://cdn.example/k" }] } }),
      services(recorder, { ...push, serviceParam: { outputs: [{ rtmpUrl: "https://cdn.example/k" }] } }),
      "clientRequest.extensionServiceConfig.extensionServices[1].serviceParam.outputs[0].rtmpUrl",
    ],
    [
      "R29 one output",
      services(recorder, push),
      services(recorder, { ...push, serviceParam: { outputs: [] } }),
      "clientRequest.extensionServiceConfig.extensionServices[1].serviceParam.outputs",
    ],
    [
      "R32 characters",
      storage({ fileNamePrefix: ["a", "B9"] }),
      storage({ fileNamePrefix: ["a", "b_9"] }),
      "clientRequest.storageConfig.fileNamePrefix[1]",
    ],
    [
      "R32 length",
      storage({ fileNamePrefix: ["a".repeat(63), "b".repeat(63)] }),
      storage({ fileNamePrefix: ["a".repeat(63), "b".repeat(64)] }),
      "clientRequest.storageConfig.fileNamePrefix",
    ],
    [
      "R33",
      storage({ vendor: 3, stsToken: "t", stsExpiration: 1_800_000_000 }),
      storage({ vendor: 7, stsToken: "t" }),
      "clientRequest.storageConfig.stsToken",
    ],
    [
      "R34",
      storage({ vendor: 11, extensionParams: { endpoint: "s3.example" } }),
      storage({ vendor: 11 }),
      "clientRequest.storageConfig.extensionParams.endpoint",
    ],
    ["hours", web({ maxRecordingHour: 720 }), web({ maxRecordingHour: 0 }), `${param}.maxRecordingHour`],
    ["rotation", web({ maxVideoDuration: 30 }), web({ maxVideoDuration: 29 }), `${param}.maxVideoDuration`],
    ["mode is a word", mix({}, {}, { mode: "hologram-2" }), mix({}, {}, { mode: "../web" }), "mode"],
    ["mode in small letters", mix(), mix({}, {}, { mode: "Mix" }), "mode"],
    ["resourceId", mix(), mix({}, {}, { resourceId: ".." }), "resourceId"],
    ["well-formed", mix({}, {}, { resourceId: "a/b?c…" }), mix({}, {}, { resourceId: "a\uD800" }), "resourceId"],
    [
      "colour",
      canvas({ backgroundColor: "#00fF00" }),
      canvas({ backgroundColor: "red" }),
      `${config}.transcodingConfig.backgroundColor`,
    ],
  ])("%s", (_rule, accepted, refused, path) => {
    expect(started(accepted)).toEqual([]);
    expect(started(refused)).toEqual([path]);
  });

  test("has nothing to check for R12, R15 and R22", () => {
    expect(started(individual({}, { snapshotConfig, recordingFileConfig: { avFileType: ["hls"] } }))).toEqual([]);
    expect(started(individual({}, { snapshotConfig, recordingFileConfig: undefined }))).toEqual([]);
    expect(started(mix({ subscribeAudioUids: ["#allstream#"] }))).toEqual([]);
    expect(started(canvas({ mixedVideoLayout: 2 }))).toEqual([]);
  });

  test.each<[string, object]>([
    ["streamMode in mix (R18)", mix({ streamMode: "standard" })],
    ["original without streamTypes 0 (R18)", individual({ streamMode: "original" })],
    ["audioProfile in individual (R19)", individual({ audioProfile: 2 })],
    ["snapshots every second", individual({}, { snapshotConfig: { captureInterval: 1, fileType: ["jpg"] } })],
    ["long labels of pages", web({}, {}, { cname: "p".repeat(1024) })],
    ["a narrow page", web({ videoWidth: 120, videoHeight: 5000 })],
    ["any frame rate", canvas({ fps: 29.97 })],
    ["HTTP pictures", canvas({ backgroundConfig: [{ uid: "1", image_url: "http://a.example/b.jpg" }] })],
    ["sse and tag alone", storage({ extensionParams: { sse: "kms" } })],
    ["empty sse and tag", storage({ extensionParams: { sse: "", tag: "" } })],
    ["a token in web", web({}, { token: "t" })],
    ["extension services outside web", mix({}, { extensionServiceConfig: { extensionServices: [] } })],
    ["a vendor of the future", storage({ vendor: 42, region: 99, stsToken: "t" })],
    ["a service of the future", services(recorder, { serviceName: "x", serviceParam: { urll: 1 } })],
    ["a file type of the future", mix({}, { recordingFileConfig: { avFileType: ["hls", "dash"] } })],
    ["a decryption mode of the future", mix({ decryptionMode: 9, secret: "s" })],
    ["no recordingConfig in mix", mix({}, { recordingConfig: undefined })],
    ["empty lists of uids", mix({ streamTypes: 0, subscribeAudioUids: [], subscribeVideoUids: [] })],
    ["regions without a user", region({ uid: "" })],
    ["postponed transcoding", individual({}, { appsCollection: { combinationPolicy: "postpone_transcoding" } })],
    [
      "what a lease has besides",
      mix({}, {}, { acquiredAt: 1, expiresAt: 2, grant: "g", appId: "a", scene: undefined }),
    ],
    ["fields that nobody knows", mix({ somethingNew: 1 }, { somethingElse: {} }, { sid: "s", id: 7 })],
  ])("accepts %s", (_what, request) => {
    expect(validateStart(request)).toEqual([]);
  });

  test("tells every problem at once", () => {
    const request = individual(
      { maxIdleTime: 1, decryptionMode: 8, streamTypes: 0, subscribeVideoUids: ["1"] },
      { storageConfig: { ...storageConfig, vendor: 11, acessKey: "x", bucket: undefined }, snapshotConfig: {} },
      { uid: "0", cname: "" },
    );
    expect(started(request).sort()).toEqual([
      "clientRequest.recordingConfig.maxIdleTime",
      "clientRequest.recordingConfig.salt",
      "clientRequest.recordingConfig.secret",
      "clientRequest.recordingConfig.streamTypes",
      "clientRequest.recordingConfig.subscribeVideoUids",
      "clientRequest.snapshotConfig.fileType",
      "clientRequest.storageConfig.acessKey",
      "clientRequest.storageConfig.bucket",
      "clientRequest.storageConfig.extensionParams.endpoint",
      "cname",
      "uid",
    ]);
  });

  test("says what is allowed and what was there", () => {
    expect(validateStart(mix({ maxIdleTime: 3 }))).toEqual([
      {
        path: "clientRequest.recordingConfig.maxIdleTime",
        message: "must be an integer from 5 to 2592000 (seconds)",
        received: "number 3",
      },
    ]);
  });
});

describe("acquire", () => {
  const acquire = (clientRequest?: object, top: object = {}) =>
    validateAcquire({ cname: "room-1", uid: "900001", clientRequest, ...top }).map(({ path }) => path);

  test.each<[rule: string, clientRequest: object | undefined]>([
    ["no clientRequest", undefined],
    ["an empty one", {}],
    ["what other clients send", { scene: 0, resourceExpiredHour: 24, regionAffinity: 0, excludeResourceIds: ["r"] }],
    ["region next to regionAffinity", { region: "EU", regionAffinity: 3 }],
    ["a region of the future", { region: "SA" }],
    ["a start parameter that misses what its mode needs", { startParameter: { storageConfig, snapshotConfig } }],
  ])("accepts %s", (_what, clientRequest) => {
    expect(acquire(clientRequest)).toEqual([]);
  });

  test.each<[rule: string, clientRequest: object, path: string]>([
    ["R35 most", { resourceExpiredHour: 721 }, "clientRequest.resourceExpiredHour"],
    ["R35 least", { resourceExpiredHour: 0 }, "clientRequest.resourceExpiredHour"],
    ["scene", { scene: "1" }, "clientRequest.scene"],
    ["IDs", { excludeResourceIds: "r" }, "clientRequest.excludeResourceIds"],
    ["names in startParameter", { startParameter: { storageConfig, tokn: "t" } }, "clientRequest.startParameter.tokn"],
    ["storage in startParameter", { startParameter: {} }, "clientRequest.startParameter.storageConfig"],
  ])("refuses by %s", (_rule, clientRequest, path) => {
    expect(acquire(clientRequest)).toEqual([path]);
  });

  test("takes any label for a page, but not for a channel (R2, R3)", () => {
    expect(acquire({ scene: 1 }, { cname: "Seite 7/ä" })).toEqual([]);
    expect(acquire({ scene: 0 }, { cname: "Seite 7/ä" })).toEqual(["cname"]);
    expect(acquire({ scene: 1 }, { cname: "" })).toEqual(["cname"]);
  });
});

describe("calls with a handle", () => {
  const paths = (issues: { path: string }[]) => issues.map(({ path }) => path);
  const list = (streamSubscribe: object) => paths(validateUpdate(handle, { streamSubscribe }));
  const webHandle = { ...handle, mode: "web" };

  test("takes any object with the needed fields", () => {
    const row = { ...handle, id: 7, uuid: "u", resource_id: "r", created_at: 1, grant: 1 };
    expect(validateQuery(row)).toEqual([]);
    expect(validateStop(row)).toEqual([]);
  });

  test("tells what is missing", () => {
    expect(paths(validateQuery({ mode: "", Cname: "a" }))).toEqual([
      "handle.resourceId",
      "handle.sid",
      "handle.mode",
      "handle.Cname",
    ]);
    expect(paths(validateStop({ mode: "", Cname: "a" }))).toEqual([
      "handle.cname",
      "handle.uid",
      "handle.resourceId",
      "handle.sid",
      "handle.mode",
      "handle.Cname",
    ]);
    expect(paths(validateStop(undefined))).toEqual(["handle"]);
    expect(paths(validateUpdate(handle, undefined))).toEqual(["clientRequest"]);
    expect(paths(validateUpdateLayout(null, {}))).toEqual(["handle"]);
  });

  test.each(["", ".", "..", "\uDC00", 7])("refuses %j as sid", (sid) => {
    expect(paths(validateQuery({ ...handle, sid }))).toEqual(["handle.sid"]);
  });

  test("checks the name by the mode (R2, R3)", () => {
    const named = { ...handle, cname: "ä/" };
    expect(paths(validateQuery(named))).toEqual(["handle.cname"]);
    expect(validateQuery({ ...named, mode: "web" })).toEqual([]);
  });

  test("R30: updates the layout of mix only", () => {
    expect(validateUpdateLayout(handle, { mixedVideoLayout: 1 })).toEqual([]);
    expect(paths(validateUpdateLayout(webHandle, { mixedVideoLayout: 1 }))).toEqual(["handle.mode"]);
    expect(validateUpdateLayout(handle, { mixedVideoLayout: 1, backgroundColor: "#FF0000" })).toEqual([]);
    expect(paths(validateUpdateLayout({ ...handle, mode: "individual" }, {}))).toEqual(["handle.mode"]);
  });

  test("R21, R23: checks a new layout like the first one", () => {
    const layoutConfig = [{ x_axis: 0.5, y_axis: 0, width: 0.6, height: 1 }];
    expect(paths(validateUpdateLayout(handle, { mixedVideoLayout: 3, layoutConfig }))).toEqual([
      "clientRequest.layoutConfig[0].width",
    ]);
    expect(paths(validateUpdateLayout(handle, { mixedVideoLayout: 3 }))).toEqual(["clientRequest.layoutConfig"]);
  });

  test("R31: updates what the mode has", () => {
    const webRecordingConfig = { onhold: true };
    const rtmpPublishConfig = { outputs: [{ rtmpUrl: "rtmp://a.example/b" }] };
    const streamSubscribe = { audioUidList: { subscribeAudioUids: ["#allstream#"] } };
    expect(validateUpdate(webHandle, { webRecordingConfig, rtmpPublishConfig, storageConfig })).toEqual([]);
    expect(validateUpdate(handle, { streamSubscribe, storageConfig })).toEqual([]);
    expect(paths(validateUpdate(webHandle, { streamSubscribe }))).toEqual(["clientRequest.streamSubscribe"]);
    expect(paths(validateUpdate(handle, { webRecordingConfig, rtmpPublishConfig }))).toEqual([
      "clientRequest.webRecordingConfig",
      "clientRequest.rtmpPublishConfig",
    ]);
  });

  test("R14: takes one list of 1 to 32 for each medium", () => {
    const at = "clientRequest.streamSubscribe";
    expect(list({ videoUidList: { unSubscribeVideoUids: uids(32) } })).toEqual([]);
    expect(list({ videoUidList: { unSubscribeVideoUids: [] } })).toEqual([`${at}.videoUidList.unSubscribeVideoUids`]);
    expect(list({ audioUidList: { subscribeAudioUids: uids(33) } })).toEqual([`${at}.audioUidList.subscribeAudioUids`]);
    expect(list({ audioUidList: { subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] } })).toEqual([
      `${at}.audioUidList.unSubscribeAudioUids`,
    ]);
  });

  test("R29: pushes to one RTMP address", () => {
    const at = "clientRequest.rtmpPublishConfig.outputs";
    const outputs = (...urls: string[]) =>
      paths(validateUpdate(webHandle, { rtmpPublishConfig: { outputs: urls.map((rtmpUrl) => ({ rtmpUrl })) } }));
    expect(outputs("rtmps://a.example/b")).toEqual([]);
    expect(outputs("http://a.example/b")).toEqual([`${at}[0].rtmpUrl`]);
    expect(outputs("rtmp://a.example/b", "rtmp://a.example/c")).toEqual([at]);
  });

  test("checks the storage of an update", () => {
    expect(paths(validateUpdate(handle, { storageConfig: { vendor: 1 } }))).toEqual(
      ["region", "bucket", "accessKey", "secretKey"].map((name) => `clientRequest.storageConfig.${name}`),
    );
  });

  test("stops with or without a word about how", () => {
    expect(validateStop(handle, {})).toEqual([]);
    expect(validateStop(handle, { async_stop: true })).toEqual([]);
    expect(paths(validateStop(handle, { async_stop: "true" }))).toEqual(["clientRequest.async_stop"]);
    expect(paths(validateStop(handle, { asyncStop: true }))).toEqual(["clientRequest.asyncStop"]);
  });
});
