import { describe, expect, test } from "vitest";
import { validateSttStart } from "../../testing/validate-requests.ts";

const storage = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const beta = (rtc: object = {}, stream: object = {}, recognize: object = {}, more: object = {}) => ({
  tokenName: "t",
  version: "beta",
  request: {
    audio: { agoraRtcConfig: { channelName: "room-1", uid: "1000", ...rtc } },
    config: {
      recognizeConfig: {
        language: "en-US",
        output: { agoraRTCDataStream: { channelName: "room-1", uid: "2000", ...stream } },
        ...recognize,
      },
      ...more,
    },
  },
});
const flat = {
  tokenName: "t",
  request: { languages: ["en-US"], rtcConfig: { channelName: "c", subBotUid: "1", pubBotUid: "2" } },
};
const started = (request: unknown) => validateSttStart(request).map(({ path }) => path);
const long = Array.from({ length: 9 }, (_, index) => ({ source: `${index}`, target: Array(20).fill("x") }));

type Case = [rule: string, accepted: object, refused: object, path: string];

describe("start of the beta", () => {
  test.each<Case>([
    ["language of the beta", beta(), beta({}, {}, { language: "a,b,c" }), "request.config.recognizeConfig.language"],
    [
      "two languages of the beta",
      beta({}, {}, { language: "en-US,es-ES" }),
      beta({}, {}, { language: ["en-US"] }),
      "request.config.recognizeConfig.language",
    ],
    ["channel of the beta", beta(), beta({ channelName: undefined }), "request.audio.agoraRtcConfig.channelName"],
    ["listener of the beta", beta(), beta({ uid: "alice" }), "request.audio.agoraRtcConfig.uid"],
    [
      "bots of the beta",
      beta({}, { channelName: "room-2", uid: "1000" }),
      beta({}, { uid: "1000" }),
      "request.config.recognizeConfig.output.agoraRTCDataStream.uid",
    ],
    [
      "bots of the beta without a second channel",
      beta({}, { channelName: undefined }),
      beta({}, { channelName: undefined, uid: "1000" }),
      "request.config.recognizeConfig.output.agoraRTCDataStream.uid",
    ],
    [
      "storage of the beta",
      beta({}, {}, { output: { cloudStorage: [{ format: "HLS", storageConfig: storage }] } }),
      beta({}, {}, { output: { cloudStorage: [{ format: "HLS" }] } }),
      "request.config.recognizeConfig.output.cloudStorage[0].storageConfig",
    ],
    [
      "targets of the beta",
      beta({}, {}, {}, { translateConfig: { forceTranslateInterval: 5, languages: long } }),
      beta({}, {}, {}, { translateConfig: { languages: [{ source: "a", target: ["b", "a"] }] } }),
      "request.config.translateConfig.languages[0].target",
    ],
  ])("%s", (_rule, accepted, refused, path) => {
    expect(started(accepted)).toEqual([]);
    expect(started(refused)).toEqual([path]);
  });

  test("refuses the body of another generation", () => {
    expect(started({ ...flat, version: "beta" })).toEqual(["request.audio", "request.config"]);
    expect(started({ ...beta(), version: "v6" })).toEqual(["request.languages", "request.rtcConfig"]);
  });
});
