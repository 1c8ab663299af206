import { describe, expect, test } from "vitest";
import {
  validateSttAcquire,
  validateSttJoin,
  validateSttStart,
  validateSttTaskUpdate,
} from "../../testing/validate-requests.ts";

const v7 = (rtcConfig: object = {}, more: object = {}) => ({
  name: "n",
  languages: ["en-US"],
  rtcConfig: { channelName: "c", pubBotUid: "2000", ...rtcConfig },
  ...more,
});
const v6 = (rtcConfig: object = {}, more: object = {}, version = "v6") => ({
  tokenName: "t",
  version,
  request: {
    languages: ["en-US"],
    rtcConfig: { channelName: "c", subBotUid: "1000", pubBotUid: "2000", ...rtcConfig },
    ...more,
  },
});
const place = { vendor: 1, region: 0, bucket: "b" };

describe("what documents dispute or do not tell", () => {
  test.each<[string, object]>([
    ["a language of the future", v7({}, { languages: ["xx-YY"] })],
    ["a language twice", v7({}, { languages: ["en-US", "en-US"] })],
    ["any source", v7({}, { translateConfig: { languages: [{ source: "auto", target: ["fr-FR"] }] } })],
    ["a source that is not recognised", v7({}, { translateConfig: { languages: [{ source: "de-DE", target: [] }] } })],
    ["graph_id", v7({}, { graph_id: "g" })],
    ["parameters of the top level", v7({}, { extensionParams: { asr: {}, enable_dump: true, dump_level: 1 } })],
    ["an interval", v7({}, { translateConfig: { forceTranslateInterval: 2, languages: [] } })],
    ["the same bot twice", v7({ subBotUid: "2000", subBotToken: "t" })],
    ["another bot", v7({ subBotUid: "1000" })],
    ["bot 0", v7({ subBotUid: "0" })],
    ["any second bot", v7({ subBotUid: 7, subBotToken: 8 })],
    ["all", v7({ subscribeAudioUids: ["all"] })],
    ["all of the beta", v7({ subscribeAudioUids: ["#allStream#"] })],
    ["an empty list of speakers", v7({ subscribeAudioUids: [], unSubscribeAudioUids: ["1"] })],
    ["keys in camel case", v7({}, { captionConfig: { storage: { ...place, accessKey: "a", secretKey: "s" } } })],
    ["keys in lower case", v7({}, { captionConfig: { storage: { ...place, accesskey: "a", secretkey: "s" } } })],
    [
      "an object and a list of other names",
      v7(
        {},
        { captionConfig: { extensionParams: { overwritekeys: {}, tag: "t" } }, extensionParams: { overwritekeys: [] } },
      ),
    ],
    [
      "a vendor of the future",
      v7({}, { captionConfig: { storage: { vendor: 42, region: 9, bucket: "b", accessKey: "a", secretKey: "s" } } }),
    ],
    ["a secret without a mode", v7({ secret: "s", salt: "any" })],
    ["a mode of the future", v7({ cryptionMode: 9, secret: "s" })],
    ["transferMode", v7({ transferMode: ["RTM"] })],
    ["old and new idle times", v7({}, { maxIdleTime: 0 })],
    ["no translations", v7({}, { translateConfig: {} })],
    ["fields that nobody knows", v7({ somethingNew: 1 }, { somethingElse: {} })],
  ])("takes %s in v7", (_what, request) => {
    expect(validateSttJoin(request)).toEqual([]);
  });

  test.each<[string, object]>([
    ["more than three speakers", v6({ subscribeAudioUids: ["1", "2", "3", "4"] })],
    ["all", v6({ subscribeAudioUids: ["all"] })],
    ["all in v5", v6({ subscribeAudioUids: ["all"] }, {}, "v5")],
    ["keys in lower case", v6({}, { captionConfig: { storage: { ...place, accesskey: "a", secretkey: "s" } } })],
    ["Alibaba", v6({}, { captionConfig: { storage: { ...place, vendor: 2, accessKey: "a", secretKey: "s" } } })],
    ["an interval", v6({}, { translateConfig: { forceTranslateInterval: 9, languages: [] } })],
    ["keywords", v6({}, { keywords: ["a"] })],
    ["no tokens", v6({ pubBotToken: "", subBotToken: undefined })],
    [
      "fields of a lease",
      { ...v6(), createTs: 1, acquiredAt: 1, expiresAt: 2, grant: "g", instanceId: "i", appId: "a" },
    ],
  ])("takes %s before v7", (_what, request) => {
    expect(validateSttStart(request)).toEqual([]);
  });

  test("takes an update that only switches translation off", () => {
    const handle = { tokenName: "t", taskId: "T1", version: "v6" };
    expect(validateSttTaskUpdate(handle, { translateConfig: { enable: false } })).toEqual([]);
  });
});

/** What public clients send. */
describe("bodies of other clients", () => {
  test("start and update a task", () => {
    expect(validateSttAcquire({ instanceId: "room-1" })).toEqual([]);
    const request = {
      languages: ["en-US"],
      maxIdleTime: 60,
      rtcConfig: {
        channelName: "room-1",
        subBotUid: "1000",
        pubBotUid: "2000",
        subBotToken: "007eJxEXAMPLE",
        pubBotToken: "007eJxEXAMPLE",
      },
    };
    for (const version of ["v6", "v5"]) {
      expect(validateSttStart({ tokenName: "ZXhhbXBsZS+builder/token==", version, request })).toEqual([]);
    }
    const fields = {
      languages: ["zh-CN"],
      rtcConfig: { subscribeAudioUids: ["111"] },
      translateConfig: { enable: false },
    };
    const handle = { tokenName: "ZXhhbXBsZS+builder/token==", taskId: "T1" };
    for (const version of ["v6", "v5", "beta"] as const) {
      expect(validateSttTaskUpdate({ ...handle, version }, fields)).toEqual([]);
    }
  });

  test("join an agent", () => {
    const request = {
      languages: ["en-US"],
      keywords: ["Agora", "RTC"],
      name: "stt-group-01a1fd8f-f083-765d-bba2-4026d9a8d359",
      maxIdleTime: 600,
      rtcConfig: { channelName: "room1", subBotUid: "1000", pubBotUid: "2000" },
      translateConfig: { forceTranslateInterval: 2, languages: [{ source: "en-US", target: ["zh-CN"] }] },
    };
    expect(validateSttJoin(request)).toEqual([]);
  });

  test("start a task of the beta", () => {
    const request = {
      audio: {
        subscribeSource: "AGORARTC",
        agoraRtcConfig: {
          channelName: "captions-demo",
          uid: "47091",
          token: "007",
          channelType: "LIVE_TYPE",
          subscribeConfig: { subscribeMode: "CHANNEL_MODE" },
          subscribeAudioUids: ["#allStream#"],
          maxIdleTime: 120,
        },
      },
      config: {
        features: ["RECOGNIZE", "TRANSLATE"],
        recognizeConfig: {
          language: "en-US,es-ES",
          model: "Model",
          profanityFilter: false,
          connectionTimeout: 60,
          output: {
            destinations: ["AgoraRTCDataStream", "Storage"],
            agoraRTCDataStream: { channelName: "captions-demo", uid: "88222", token: "007" },
            cloudStorage: [
              {
                format: "HLS",
                storageConfig: { ...place, accessKey: "k", secretKey: "s", fileNamePrefix: ["captions"] },
              },
            ],
          },
        },
        translateConfig: { forceTranslateInterval: 5, languages: [{ source: "en-US", target: ["fr-FR"] }] },
      },
    };
    expect(validateSttStart({ tokenName: "t", version: "beta", request })).toEqual([]);
  });
});
