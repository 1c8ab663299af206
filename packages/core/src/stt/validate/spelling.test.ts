import { describe, expect, test } from "vitest";
import {
  validateSttAcquire,
  validateSttAgentUpdate,
  validateSttJoin,
  validateSttStart,
  validateSttTaskUpdate,
} from "../../testing/validate-requests.ts";

const storage = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const v7 = (rtcConfig: object, more: object = {}) => ({
  name: "n",
  languages: ["en-US"],
  rtcConfig: { channelName: "c", pubBotUid: "2000", ...rtcConfig },
  ...more,
});
const start = (version: string, rtcConfig: object) => ({
  tokenName: "t",
  version,
  request: { languages: ["en-US"], rtcConfig: { channelName: "c", subBotUid: "1", pubBotUid: "2", ...rtcConfig } },
});

describe("misspelt names", () => {
  test.each<[object, path: string, right: string]>([
    [v7({ unsubscribeAudioUids: ["1"] }), "rtcConfig.unsubscribeAudioUids", "unSubscribeAudioUids"],
    [v7({ subscribeAudioUIDs: ["1"] }), "rtcConfig.subscribeAudioUIDs", "subscribeAudioUids"],
    [v7({ cryptoMode: 0 }), "rtcConfig.cryptoMode", "cryptionMode"],
    [v7({ pubBotTokn: "t" }), "rtcConfig.pubBotTokn", "pubBotToken"],
    [v7({ enableJSONProtocol: true }), "rtcConfig.enableJSONProtocol", "enableJsonProtocol"],
    [v7({}, { max_idle_time: 30 }), "max_idle_time", "maxIdleTime"],
    [v7({}, { keyword: ["a"] }), "keyword", "keywords"],
    [v7({}, { translateConfg: {} }), "translateConfg", "translateConfig"],
    [v7({}, { uidLanguageConfig: [] }), "uidLanguageConfig", "uidLanguagesConfig"],
    [
      v7({}, { translateConfig: { languages: [{ source: "a", target: ["b"], targets: [] }] } }),
      "translateConfig.languages[0].targets",
      "target",
    ],
    [
      v7({}, { captionConfig: { storage: { ...storage, accessToken: "x", access_key: "x" } } }),
      "captionConfig.storage.access_key",
      "accessKey",
    ],
    [
      v7({}, { captionConfig: { extensionParams: { overwriteKeys: [] } } }),
      "captionConfig.extensionParams.overwriteKeys",
      "overwritekeys",
    ],
  ])("%#: %j", (request, path, right) => {
    expect(validateSttJoin(request)).toMatchObject([{ path, message: `must be spelt ${right}` }]);
  });

  test("of the exclusion list never becomes its opposite", () => {
    for (const version of ["v5", "v6"]) {
      expect(validateSttStart(start(version, { unsubscribeAudioUids: ["1"] }))).toMatchObject([
        { path: "request.rtcConfig.unsubscribeAudioUids", message: "must be spelt unSubscribeAudioUids" },
      ]);
    }
    const fields = { rtcConfig: { unsubscribeAudioUids: ["1"] } };
    expect(validateSttAgentUpdate({ agentId: "A" }, fields)).toMatchObject([
      { path: "fields.rtcConfig.unsubscribeAudioUids", message: "must be spelt unSubscribeAudioUids" },
    ]);
  });

  test("are found in every call", () => {
    expect(validateSttAcquire({ instanceID: "a" })).toMatchObject([{ path: "instanceId" }, { path: "instanceID" }]);
    expect(validateSttStart({ ...start("v6", {}), tokenName: undefined, tokenname: "t" })).toMatchObject([
      { path: "tokenName" },
      { path: "tokenname" },
    ]);
    const fields = { translateConfig: { enabled: true }, language: ["a"] };
    expect(validateSttTaskUpdate({ tokenName: "t", taskId: "T" }, fields)).toMatchObject([
      { path: "fields.translateConfig.enabled", message: "must be spelt enable" },
      { path: "fields.language", message: "must be spelt languages" },
    ]);
    const beta = {
      audio: { agoraRtcConfig: { channelName: "c", uid: "1" } },
      config: { recognizeConfig: { language: "en-US", output: { agoraRtcDataStream: { uid: "2" } } } },
    };
    expect(validateSttStart({ tokenName: "t", version: "beta", request: beta })).toMatchObject([
      { path: "request.config.recognizeConfig.output.agoraRtcDataStream", message: "must be spelt agoraRTCDataStream" },
    ]);
  });

  test("pass when they are allowed, and still count as lists", () => {
    const allowFields = ["unsubscribeAudioUids"];
    expect(validateSttJoin(v7({ unsubscribeAudioUids: ["1"] }), { allowFields })).toEqual([]);
    const both = v7({ unsubscribeAudioUids: ["1"], subscribeAudioUids: ["2"] });
    expect(validateSttJoin(both, { allowFields })).toMatchObject([{ path: "rtcConfig.unsubscribeAudioUids" }]);
  });
});
