import { describe, expect, test } from "vitest";
import { callFake, individualRequest, pageUrl, pushTo, storageConfig, webRequest } from "../../../testing/caller.ts";

type Mode = "individual" | "mix" | "web";

async function start(mode: Mode, request: object, acquireRequest: object = {}) {
  const { acquire, startWith } = callFake();
  const { body } = await acquire({ ...(mode === "web" ? { scene: 1 } : {}), ...acquireRequest });
  return startWith(body.resourceId, mode, request);
}

const invalid = (path: string) => ({ status: 400, body: { code: 2, reason: `Start: invalid ${path} value!` } });
const withStorage = (storage: object) => ({ storageConfig: { ...storageConfig, ...storage } });
const mix = (recordingConfig: object, more: object = {}) => ({ storageConfig, recordingConfig, ...more });
const transcoding = (transcodingConfig: object) => mix({ transcodingConfig });
const region = (more: object = {}) => ({ x_axis: 0, y_axis: 0, width: 0.5, height: 0.5, ...more });
const custom = (...layoutConfig: unknown[]) => transcoding({ mixedVideoLayout: 3, layoutConfig });

describe("storage", () => {
  test.each([
    ["storageConfig", {}],
    ["storageConfig.vendor", withStorage({ vendor: "1" })],
    ["storageConfig.vendor", withStorage({ vendor: -1 })],
    ["storageConfig.region", withStorage({ region: "0" })],
    ["storageConfig.region", withStorage({ region: 0.5 })],
    ["storageConfig.bucket", withStorage({ bucket: "" })],
    ["storageConfig.accessKey", withStorage({ accessKey: 1 })],
    ["storageConfig.secretKey", { storageConfig: { ...storageConfig, secretKey: undefined } }],
    ["storageConfig.fileNamePrefix", withStorage({ fileNamePrefix: "a" })],
    ["storageConfig.fileNamePrefix", withStorage({ fileNamePrefix: ["a_b"] })],
    ["storageConfig.fileNamePrefix", withStorage({ fileNamePrefix: ["a".repeat(64), "b".repeat(63)] })],
    ["storageConfig.stsToken", withStorage({ vendor: 6, stsToken: "t" })],
    ["storageConfig.stsExpiration", withStorage({ stsToken: "t", stsExpiration: -1 })],
    ["storageConfig.extensionParams.endpoint", withStorage({ vendor: 11 })],
    ["storageConfig.extensionParams.sse", withStorage({ extensionParams: { sse: 256 } })],
    ["storageConfig.extensionParams.tag", withStorage({ extensionParams: { tag: 1 } })],
  ])("%s is refused: %j", async (path, request) => {
    expect(await start("mix", request)).toMatchObject(invalid(path));
  });

  test.each([
    [{ fileNamePrefix: ["a".repeat(64), "b".repeat(62)] }],
    [{ vendor: 2, region: 27, stsToken: "t", stsExpiration: 2_000_000_000 }],
    [{ vendor: 3, region: 19 }],
    [{ vendor: 5, region: 0 }],
    [{ vendor: 7, region: 15 }],
    [{ vendor: 8, region: 7 }],
    [{ vendor: 11, extensionParams: { endpoint: "s3.example" } }],
    [{ extensionParams: { sse: "kms", tag: "team" } }],
    [{ extensionParams: { sse: "", tag: "" } }],
    [{ vendor: 12, region: 40, stsToken: "of a vendor that no list has" }],
    [{ region: 29 }],
  ])("%j is accepted", async (storage) => {
    expect((await start("mix", withStorage(storage))).status).toBe(200);
  });

  test.each([
    ["CN", 15, 4],
    ["AP", 8, 0],
    ["EU", 7, 15],
    ["NA", 13, 10],
  ])("lies in the region of acquire: %s has AWS %i and not %i", async (geography, inside, outside) => {
    const near = await start("mix", withStorage({ region: inside }), { region: geography });
    expect(near.status).toBe(200);
    const far = await start("mix", withStorage({ region: outside }), { region: geography });
    expect(far).toMatchObject(invalid("storageConfig.region"));
  });
});

describe("recording", () => {
  const snapshots = { snapshotConfig: { fileType: ["jpg"] } };
  const cases: [string, Mode, object][] = [
    ["token", "mix", { storageConfig, token: 1 }],
    ["recordingConfig", "individual", { storageConfig, recordingConfig: "all" }],
    ["recordingConfig", "mix", mix([])],
    ["recordingConfig.subscribeUidGroup", "individual", individualRequest({ subscribeUidGroup: 6 })],
    ["recordingConfig.channelType", "mix", mix({ channelType: 2 })],
    ["recordingConfig.decryptionMode", "mix", mix({ decryptionMode: -1 })],
    ["recordingConfig.secret", "mix", mix({ secret: 1 })],
    ["recordingConfig.maxIdleTime", "mix", mix({ maxIdleTime: 4 })],
    ["recordingConfig.maxIdleTime", "mix", mix({ maxIdleTime: 2_592_001 })],
    ["recordingConfig.streamTypes", "mix", mix({ streamTypes: 3 })],
    [
      "recordingConfig.extensionParams.enableNTPtimestamp",
      "mix",
      mix({ extensionParams: { enableNTPtimestamp: "true" } }),
    ],
    ["recordingConfig.videoStreamType", "mix", mix({ videoStreamType: 2 })],
    ["recordingConfig.streamMode", "individual", individualRequest({ streamMode: "raw" })],
    ["recordingConfig.audioProfile", "mix", mix({ audioProfile: 3 })],
    ["recordingConfig.transcodingConfig", "individual", individualRequest({ transcodingConfig: {} })],
    ["recordingFileConfig", "mix", { storageConfig, recordingFileConfig: [] }],
    ["recordingFileConfig.avFileType", "mix", { storageConfig, recordingFileConfig: { avFileType: ["mp4"] } }],
    ["recordingFileConfig.avFileType", "mix", { storageConfig, recordingFileConfig: { avFileType: ["hls", "mp3"] } }],
    [
      "recordingFileConfig.avFileType",
      "individual",
      individualRequest({}, { recordingFileConfig: { avFileType: ["hls", "mp4"] } }),
    ],
    ["snapshotConfig.fileType", "individual", individualRequest({}, { snapshotConfig: {} })],
    ["snapshotConfig.fileType", "individual", individualRequest({}, { snapshotConfig: { fileType: ["png"] } })],
    [
      "snapshotConfig.captureInterval",
      "individual",
      individualRequest({}, { snapshotConfig: { fileType: ["jpg"], captureInterval: 3601 } }),
    ],
    ["recordingConfig.streamTypes", "individual", individualRequest({ streamTypes: 0 }, snapshots)],
  ];
  test.each(cases)("%s is refused in %s: %j", async (path, mode, request) => {
    expect(await start(mode, request)).toMatchObject(invalid(path));
  });

  test.each([
    ["subscribeAudioUids", { subscribeAudioUids: "1" }],
    ["subscribeAudioUids", { subscribeAudioUids: ["1", "#allstream#"] }],
    ["subscribeAudioUids", { subscribeAudioUids: Array.from({ length: 33 }, (_, index) => `${index + 1}`) }],
    ["unSubscribeAudioUids", { subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] }],
    ["unsubscribeVideoUids", { subscribeVideoUids: ["1"], unsubscribeVideoUids: ["2"] }],
    ["unSubscribeVideoUids", { unSubscribeVideoUids: ["#allstream#"] }],
    ["subscribeVideoUids", { streamTypes: 0, subscribeVideoUids: ["1"] }],
    ["unSubscribeAudioUids", { streamTypes: 1, unSubscribeAudioUids: ["1"] }],
  ])("list %s is refused: %j", async (name, config) => {
    expect(await start("mix", mix(config))).toMatchObject(invalid(`recordingConfig.${name}`));
  });

  test.each([
    ["a mode of encryption", mix({ decryptionMode: 9, secret: "s" })],
    ["a kind of file", { storageConfig, recordingFileConfig: { avFileType: ["hls", "flv"] } }],
  ])("%s that no list has is taken, as by the client", async (_, request) => {
    expect((await start("mix", request)).status).toBe(200);
  });

  test("no storage is asked for where a service keeps nothing", async () => {
    const service = { serviceName: "aliyun_voice_async_scan", streamTypes: 0, serviceParam: { callbackAddr: "c" } };
    const moderation = {
      recordingConfig: { streamTypes: 0 },
      extensionServiceConfig: { extensionServices: [service] },
    };
    expect((await start("mix", moderation)).status).toBe(200);
    const files = { ...moderation, recordingFileConfig: { avFileType: ["hls"] } };
    expect(await start("mix", files)).toMatchObject(invalid("storageConfig"));
    expect(await start("mix", { recordingConfig: {} })).toMatchObject(invalid("storageConfig"));
  });

  test("what clients send without need is ignored", async () => {
    const extra = { subscribeUidGroup: 0, privateParams: '{"correctEXTINF":true}', futureField: 1 };
    expect((await start("mix", mix(extra))).status).toBe(200);
    const legacy = {
      appsCollection: { combinationPolicy: "default" },
      transcodeOptions: { container: { format: "mp4" } },
    };
    expect((await start("individual", individualRequest({ audioProfile: 2 }, legacy))).status).toBe(200);
    expect((await start("web", webRequest({}, { token: "x", recordingConfig: { channelType: 9 } }))).status).toBe(200);
  });
});

describe("composite picture", () => {
  const at = (name: string) => `recordingConfig.transcodingConfig.${name}`;
  test.each([
    [at("width"), transcoding({ width: 0 })],
    [at("width"), transcoding({ width: 1921, height: 1080 })],
    [at("height"), transcoding({ height: "640" })],
    [at("fps"), transcoding({ fps: "15" })],
    [at("bitrate"), transcoding({ bitrate: 6501 })],
    [at("mixedVideoLayout"), transcoding({ mixedVideoLayout: 4 })],
    [at("maxResolutionUid"), transcoding({ maxResolutionUid: "x" })],
    [at("backgroundColor"), transcoding({ backgroundColor: "red" })],
    [at("backgroundImage"), transcoding({ backgroundImage: "not a url" })],
    [at("layoutConfig"), transcoding({ mixedVideoLayout: 3 })],
    [at("layoutConfig"), custom()],
    [at("layoutConfig"), custom(...Array.from({ length: 18 }, () => region()))],
    [at("layoutConfig[0]"), custom("x")],
    [at("layoutConfig[0].x_axis"), custom(region({ x_axis: -0.1 }))],
    [at("layoutConfig[1].width"), custom(region(), region({ x_axis: 0.6 }))],
    [at("layoutConfig[0].height"), custom(region({ y_axis: 0.500002 }))],
    [at("layoutConfig[0].uid"), custom(region({ uid: "bob" }))],
    [at("layoutConfig[0].alpha"), custom(region({ alpha: 2 }))],
    [at("layoutConfig[0].render_mode"), custom(region({ render_mode: 2 }))],
    [at("backgroundConfig"), transcoding({ backgroundConfig: {} })],
    [at("backgroundConfig[0].uid"), transcoding({ backgroundConfig: [{ image_url: "https://a.example/1.jpg" }] })],
    [at("backgroundConfig[0].image_url"), transcoding({ backgroundConfig: [{ uid: "1", image_url: "x" }] })],
  ])("%s is refused: %j", async (path, request) => {
    expect(await start("mix", request)).toMatchObject(invalid(path));
  });

  test("the edges are inside", async () => {
    const edge = custom(region({ x_axis: 0.7, width: 0.3, y_axis: 0.1, height: 0.9, uid: "0" }));
    expect((await start("mix", edge)).status).toBe(200);
    const nobodys = "4294967296";
    expect((await start("mix", custom(region({ uid: nobodys })))).status).toBe(200);
    expect((await start("mix", transcoding({ maxResolutionUid: nobodys }))).status).toBe(200);
    expect((await start("mix", transcoding({ width: 1920, height: 1080, fps: 25, bitrate: 6500 }))).status).toBe(200);
  });
});

describe("web page", () => {
  const service = "extensionServiceConfig.extensionServices";
  const param = `${service}[0].serviceParam`;
  test.each([
    ["extensionServiceConfig", { storageConfig }],
    [service, { storageConfig, extensionServiceConfig: {} }],
    [service, { storageConfig, extensionServiceConfig: { extensionServices: [pushTo("rtmp://cdn.example/a")] } }],
    [service, webRequest({}, {}, { serviceName: "aliyun_vod_service", serviceParam: {} })],
    [service, webRequest({}, {}, pushTo("rtmp://cdn.example/a"), pushTo("rtmp://cdn.example/b"))],
    [`${service}[0].errorHandlePolicy`, webPolicy("error_ignore")],
    [`${param}.url`, webRequest({ url: "" })],
    [`${param}.url`, webRequest({ url: "ftp://page.example" })],
    [`${param}.audioProfile`, webRequest({ audioProfile: undefined })],
    [`${param}.videoWidth`, webRequest({ videoWidth: 239 })],
    [`${param}.videoHeight`, webRequest({ videoHeight: 1921 })],
    [`${param}.videoWidth`, webRequest({ videoWidth: 1920, videoHeight: 1081 })],
    [`${param}.maxRecordingHour`, webRequest({ maxRecordingHour: 721 })],
    [`${param}.videoBitrate`, webRequest({ videoBitrate: 49 })],
    [`${param}.videoFps`, webRequest({ videoFps: 61 })],
    [`${param}.maxVideoDuration`, webRequest({ maxVideoDuration: 29 })],
    [`${param}.onhold`, webRequest({ onhold: "true" })],
    [`${param}.mobile`, webRequest({ mobile: 1 })],
    [`${param}.readyTimeout`, webRequest({ readyTimeout: 1.5 })],
    [`${param}.readyTimeout`, webRequest({ readyTimeout: -1 })],
    [`${param}.readyTimeout`, webRequest({ readyTimeout: 61 })],
    [`${service}[1].serviceParam.outputs[0].rtmpUrl`, webRequest({}, {}, pushTo("http://cdn.example/a"))],
    [
      `${service}[1].serviceParam.outputs`,
      webRequest({}, {}, { serviceName: "rtmp_publish_service", serviceParam: { outputs: [] } }),
    ],
  ])("%s is refused: %j", async (path, request) => {
    expect(await start("web", request)).toMatchObject(invalid(path));
  });

  function webPolicy(errorHandlePolicy: string) {
    const request = webRequest();
    const [first] = request.extensionServiceConfig.extensionServices;
    return { ...request, extensionServiceConfig: { extensionServices: [{ ...first, errorHandlePolicy }] } };
  }

  test("everything that is allowed, at once", async () => {
    const request = webRequest(
      { videoWidth: 1920, videoHeight: 1080, videoBitrate: 8000, videoFps: 5, maxVideoDuration: 240, mobile: true },
      { recordingFileConfig: { avFileType: ["hls", "mp4"] } },
      { ...pushTo("rtmps://cdn.example/live/key"), errorHandlePolicy: "error_ignore" },
    );
    const config = { ...request.extensionServiceConfig, errorHandlePolicy: "error_abort", apiVersion: "v1" };
    expect((await start("web", { ...request, extensionServiceConfig: config })).status).toBe(200);
    expect(pageUrl).toMatch(/^https/);
  });
});
