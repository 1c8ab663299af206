import { describe, expect, test } from "vitest";
import { validateAcquire, validateStart, validateStop, validateUpdate } from "../../testing/validate-requests.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const lease = { cname: "room-1", uid: "900001", resourceId: "r" };
const handle = { ...lease, sid: "s", mode: "mix" };
const mix = (recordingConfig: object, more: object = {}) => ({
  ...lease,
  mode: "mix",
  clientRequest: { storageConfig, recordingConfig: { channelType: 1, ...recordingConfig }, ...more },
});
const page = { url: "https://a.example", audioProfile: 0, videoWidth: 1, videoHeight: 1, maxRecordingHour: 1 };
const web = (param: object) => ({
  ...lease,
  mode: "web",
  clientRequest: {
    storageConfig,
    extensionServiceConfig: {
      extensionServices: [{ serviceName: "web_recorder_service", serviceParam: { ...page, ...param } }],
    },
  },
});

describe("misspelt names", () => {
  test.each<[object, path: string, right: string]>([
    [mix({ unsubscribeAudioUids: ["1"] }), "recordingConfig.unsubscribeAudioUids", "unSubscribeAudioUids"],
    [mix({ unsubscribeVideoUids: ["1"] }), "recordingConfig.unsubscribeVideoUids", "unSubscribeVideoUids"],
    [mix({ maxIdletime: 30 }), "recordingConfig.maxIdletime", "maxIdleTime"],
    [mix({ max_idle_time: 30 }), "recordingConfig.max_idle_time", "maxIdleTime"],
    [mix({ streamType: 0 }), "recordingConfig.streamType", "streamTypes"],
    [mix({ transcodingconfig: {} }), "recordingConfig.transcodingconfig", "transcodingConfig"],
    [mix({ transcodingConfig: { bitRate: 1 } }), "recordingConfig.transcodingConfig.bitRate", "bitrate"],
    [mix({ transcodingConfig: { heigth: 1 } }), "recordingConfig.transcodingConfig.heigth", "height"],
    [mix({}, { Token: "t" }), "Token", "token"],
    [mix({}, { recordingFileconfig: {} }), "recordingFileconfig", "recordingFileConfig"],
    [mix({}, { recordingFileConfig: { avFileTypes: ["hls"] } }), "recordingFileConfig.avFileTypes", "avFileType"],
    [mix({}, { storageConfig: { ...storageConfig, accesskey: "x" } }), "storageConfig.accesskey", "accessKey"],
    [
      mix({}, { storageConfig: { ...storageConfig, fileNamePrefixes: [] } }),
      "storageConfig.fileNamePrefixes",
      "fileNamePrefix",
    ],
    [
      web({ VideoBitrate: 2000 }),
      "extensionServiceConfig.extensionServices[0].serviceParam.VideoBitrate",
      "videoBitrate",
    ],
  ])("%#: %j", (request, path, right) => {
    expect(validateStart(request)).toMatchObject([
      { path: `clientRequest.${path}`, message: `must be spelt ${right}` },
    ]);
  });

  test("are found in a region of a layout", () => {
    const layoutConfig = [{ xAxis: 0, y_axis: 0, width: 1, height: 1, renderMode: 1 }];
    const at = "clientRequest.recordingConfig.transcodingConfig.layoutConfig[0]";
    const issues = validateStart(mix({ transcodingConfig: { mixedVideoLayout: 3, layoutConfig } }));
    expect(issues.map(({ path, message }) => `${path} ${message}`)).toEqual([
      `${at}.x_axis is required`,
      `${at}.xAxis must be spelt x_axis`,
      `${at}.renderMode must be spelt render_mode`,
    ]);
  });

  test("are found in requests, in updates and in stops", () => {
    expect(validateAcquire({ cname: "c", uid: "1", clientrequest: {} })).toMatchObject([{ path: "clientrequest" }]);
    expect(validateStart({ ...mix({}), resourceId: undefined, resourceID: "r" })).toMatchObject([
      { path: "resourceId" },
      { path: "resourceID", message: "must be spelt resourceId" },
    ]);
    expect(
      validateUpdate(handle, { streamSubscribe: { audioUidList: { unsubscribeAudioUids: ["1"] } } }),
    ).toMatchObject([{ path: "clientRequest.streamSubscribe.audioUidList.unsubscribeAudioUids" }]);
    expect(validateStop(handle, { async_Stop: true })).toMatchObject([{ path: "clientRequest.async_Stop" }]);
  });

  test("pass when they are allowed, and still count as lists", () => {
    const allowFields = ["unsubscribeAudioUids", "VideoBitrate"];
    const request = mix({ unsubscribeAudioUids: ["1"] });
    expect(validateStart(request, { allowFields })).toEqual([]);
    expect(validateStart(web({ VideoBitrate: 1 }), { allowFields })).toEqual([]);
    const both = mix({ unsubscribeAudioUids: ["1"], subscribeAudioUids: ["2"] });
    expect(validateStart(both, { allowFields })).toMatchObject([
      { path: "clientRequest.recordingConfig.unsubscribeAudioUids" },
    ]);
  });

  test("are not seen in names like nothing known", () => {
    const request = mix({ graph_id: "g", extra: 1 }, { storageConfig: { ...storageConfig, path: "p", ssl: true } });
    expect(validateStart(request)).toEqual([]);
  });
});
