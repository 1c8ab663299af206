import { describe, expect, test } from "vitest";
import { validateSttStart } from "../../testing/validate-requests.ts";

const storage = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const salt = `${"A".repeat(43)}=`;
const codes = (count: number) => Array.from({ length: count }, (_, index) => `xx-${index}`);
const uids = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);
const translations = (count: number, targets = 1) => ({
  languages: codes(count).map((source) => ({ source, target: codes(targets).map((code) => `${code}-target`) })),
});
const speakers = (count: number, languages = 1) => uids(count).map((uid) => ({ uid, languages: codes(languages) }));

const flat = (rtcConfig: object = {}, more: object = {}) => ({
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", subBotUid: "1000", pubBotUid: "2000", ...rtcConfig },
  ...more,
});
const start = (version: string) => (rtcConfig?: object, more?: object) => ({
  tokenName: "token+/==",
  version,
  request: flat(rtcConfig, more),
});
const v5 = start("v5");
const v6 = start("v6");
const files = (more: object = {}, next: object = {}) => ({
  captionConfig: { storage: { ...storage, ...more }, ...next },
});
const started = (request: unknown) => validateSttStart(request).map(({ path }) => path);

type Case = [rule: string, accepted: object, refused: object, path: string];

describe("start", () => {
  test.each<Case>([
    ["token", v6(), { ...v6(), tokenName: "" }, "tokenName"],
    ["token is there", v6(), { ...v6(), tokenName: undefined }, "tokenName"],
    ["version", v5(), { ...v5(), version: "v7" }, "version"],
    ["request", v6(), { ...v6(), request: undefined }, "request"],
    ["languages", v6(), v6({}, { languages: undefined }), "request.languages"],
    ["no languages", v6(), v6({}, { languages: [] }), "request.languages"],
    ["languages of v5", v5({}, { languages: codes(2) }), v5({}, { languages: codes(3) }), "request.languages"],
    ["languages of v6", v6({}, { languages: codes(4) }), v6({}, { languages: codes(5) }), "request.languages"],
    ["a language", v6(), v6({}, { languages: ["en-US", ""] }), "request.languages[1]"],
    ["rtcConfig", v6(), v6({}, { rtcConfig: undefined }), "request.rtcConfig"],
    ["channel", v6(), v6({ channelName: "" }), "request.rtcConfig.channelName"],
    ["bot 0", v6({ pubBotUid: "1" }), v6({ pubBotUid: "0" }), "request.rtcConfig.pubBotUid"],
    ["listener 0", v5({ subBotUid: "1" }), v5({ subBotUid: "0" }), "request.rtcConfig.subBotUid"],
    ["largest bot", v6({ pubBotUid: "4294967295" }), v6({ pubBotUid: "4294967296" }), "request.rtcConfig.pubBotUid"],
    ["time as uid", v6(), v6({ pubBotUid: "1754556256324" }), "request.rtcConfig.pubBotUid"],
    ["number as uid", v6(), v6({ subBotUid: 1000 }), "request.rtcConfig.subBotUid"],
    ["UUID as uid", v6(), v6({ subBotUid: "0b9c5e3e-6d5b-4d0c-a2a6-0b3a0a1b2c3d" }), "request.rtcConfig.subBotUid"],
    ["two bots in v6", v6(), v6({ subBotUid: "2000" }), "request.rtcConfig.pubBotUid"],
    ["two bots in v5", v5(), v5({ pubBotUid: "1000" }), "request.rtcConfig.pubBotUid"],
    ["bot of v6 is there", v6(), v6({ subBotUid: undefined }), "request.rtcConfig.subBotUid"],
    [
      "speakers of v5",
      v5({ subscribeAudioUids: uids(3) }),
      v5({ subscribeAudioUids: uids(4) }),
      "request.rtcConfig.subscribeAudioUids",
    ],
    [
      "speakers of v6",
      v6({ subscribeAudioUids: uids(32) }),
      v6({ subscribeAudioUids: uids(33) }),
      "request.rtcConfig.subscribeAudioUids",
    ],
    [
      "a speaker",
      v6({ subscribeAudioUids: ["1", "all"] }),
      v6({ subscribeAudioUids: ["1", "alice"] }),
      "request.rtcConfig.subscribeAudioUids[1]",
    ],
    [
      "others",
      v6({ unSubscribeAudioUids: uids(5) }),
      v6({ unSubscribeAudioUids: uids(6) }),
      "request.rtcConfig.unSubscribeAudioUids",
    ],
    [
      "all but all",
      v6({ unSubscribeAudioUids: ["1"] }),
      v6({ unSubscribeAudioUids: ["all"] }),
      "request.rtcConfig.unSubscribeAudioUids[0]",
    ],
    [
      "one list",
      v6({ subscribeAudioUids: ["1"], unSubscribeAudioUids: [] }),
      v6({ subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] }),
      "request.rtcConfig.unSubscribeAudioUids",
    ],
    [
      "others in v5",
      v6({ unSubscribeAudioUids: ["1"] }),
      v5({ unSubscribeAudioUids: ["1"] }),
      "request.rtcConfig.unSubscribeAudioUids",
    ],
    [
      "languages of a speaker",
      v6({}, { uidLanguagesConfig: speakers(5, 4) }),
      v6({}, { uidLanguagesConfig: speakers(1, 5) }),
      "request.uidLanguagesConfig[0].languages",
    ],
    [
      "speakers with languages",
      v6({}, { uidLanguagesConfig: [] }),
      v6({}, { uidLanguagesConfig: speakers(6) }),
      "request.uidLanguagesConfig",
    ],
    [
      "uid of a speaker",
      v6({}, { uidLanguagesConfig: [{ uid: "1", languages: ["en-US"] }] }),
      v6({}, { uidLanguagesConfig: [{ languages: ["en-US"] }] }),
      "request.uidLanguagesConfig[0].uid",
    ],
    [
      "speakers with languages in v5",
      v6({}, { uidLanguagesConfig: speakers(1) }),
      v5({}, { uidLanguagesConfig: speakers(1) }),
      "request.uidLanguagesConfig",
    ],
    ["idle least", v6({}, { maxIdleTime: 5 }), v6({}, { maxIdleTime: 4 }), "request.maxIdleTime"],
    ["idle most", v5({}, { maxIdleTime: 2_592_000 }), v5({}, { maxIdleTime: 2_592_001 }), "request.maxIdleTime"],
    ["idle whole", v6({}, { maxIdleTime: 30 }), v6({}, { maxIdleTime: 30.5 }), "request.maxIdleTime"],
    ["no secret", v6({ cryptionMode: 5, secret: "s" }), v6({ cryptionMode: 5 }), "request.rtcConfig.secret"],
    [
      "no salt",
      v6({ cryptionMode: 8, secret: "s", salt }),
      v6({ cryptionMode: 8, secret: "s" }),
      "request.rtcConfig.salt",
    ],
    [
      "short salt",
      v5({ cryptionMode: 7, secret: "s", salt }),
      v5({ cryptionMode: 7, secret: "s", salt: "AAAA" }),
      "request.rtcConfig.salt",
    ],
    [
      "mode of encryption",
      v6({ cryptionMode: 0 }),
      v6({ cryptionMode: -1, secret: "s" }),
      "request.rtcConfig.cryptionMode",
    ],
    ["JSON", v6({ enableJsonProtocol: true }), v6({ enableJsonProtocol: 1 }), "request.rtcConfig.enableJsonProtocol"],
    ["transfer", v5({ transferMode: ["RTM"] }), v5({ transferMode: "RTM" }), "request.rtcConfig.transferMode"],
    [
      "interval",
      v5({}, { translateConfig: { ...translations(1), forceTranslateInterval: 2 } }),
      v5({}, { translateConfig: { ...translations(1), forceTranslateInterval: 6 } }),
      "request.translateConfig.forceTranslateInterval",
    ],
    [
      "sources of v5",
      v5({}, { translateConfig: translations(2) }),
      v5({}, { translateConfig: translations(3) }),
      "request.translateConfig.languages",
    ],
    [
      "sources of v6",
      v6({}, { translateConfig: translations(4) }),
      v6({}, { translateConfig: translations(5) }),
      "request.translateConfig.languages",
    ],
    [
      "targets of v6",
      v6({}, { translateConfig: translations(1, 5) }),
      v6({}, { translateConfig: translations(1, 6) }),
      "request.translateConfig.languages[0].target",
    ],
    [
      "translations",
      v6({}, { translateConfig: translations(1) }),
      v6({}, { translateConfig: {} }),
      "request.translateConfig.languages",
    ],
    [
      "source is no target in v6",
      v6({}, { languages: codes(2), translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] } }),
      v6({}, { languages: codes(2), translateConfig: { languages: [{ source: "en-US", target: ["en-US"] }] } }),
      "request.translateConfig.languages[0].target",
    ],
    [
      "slices",
      v6({}, files({}, { sliceDuration: 28_800 })),
      v6({}, files({}, { sliceDuration: 4 })),
      "request.captionConfig.sliceDuration",
    ],
    ["storage", v6({}, files()), v6({}, { captionConfig: {} }), "request.captionConfig.storage"],
    ["bucket", v6({}, files()), v6({}, files({ bucket: "" })), "request.captionConfig.storage.bucket"],
    ["vendor", v6({}, files()), v6({}, files({ vendor: "1" })), "request.captionConfig.storage.vendor"],
    ["region", v6({}, files()), v6({}, files({ region: undefined })), "request.captionConfig.storage.region"],
    ["key", v6({}, files()), v6({}, files({ secretKey: undefined })), "request.captionConfig.storage.secretKey"],
    ["empty key", v6({}, files()), v6({}, files({ accessKey: "" })), "request.captionConfig.storage.accessKey"],
    [
      "a folder",
      v6({}, files({ fileNamePrefix: ["a", "B9"] })),
      v6({}, files({ fileNamePrefix: ["a", "b/9"] })),
      "request.captionConfig.storage.fileNamePrefix[1]",
    ],
    [
      "length of folders",
      v6({}, files({ fileNamePrefix: ["a".repeat(63), "b".repeat(63)] })),
      v6({}, files({ fileNamePrefix: ["a".repeat(63), "b".repeat(64)] })),
      "request.captionConfig.storage.fileNamePrefix",
    ],
  ])("%s", (_rule, accepted, refused, path) => {
    expect(started(accepted)).toEqual([]);
    expect(started(refused)).toEqual([path]);
  });

  test("tells every problem at once", () => {
    const request = v6(
      { pubBotUid: "0", cryptionMode: 8, subscribeAudioUids: ["x"], unSubscribeAudioUids: ["1"] },
      { languages: [], maxIdleTime: 1, ...files({ vendor: -1, accessKey: undefined }), translateConfig: {} },
    );
    expect(started({ ...request, tokenName: 7 }).sort()).toEqual([
      "request.captionConfig.storage.accessKey",
      "request.captionConfig.storage.vendor",
      "request.languages",
      "request.maxIdleTime",
      "request.rtcConfig.pubBotUid",
      "request.rtcConfig.salt",
      "request.rtcConfig.secret",
      "request.rtcConfig.subscribeAudioUids[0]",
      "request.rtcConfig.unSubscribeAudioUids",
      "request.translateConfig.languages",
      "tokenName",
    ]);
  });

  test("says what is allowed and what was there", () => {
    expect(validateSttStart(v5({}, { languages: codes(3) }))).toEqual([
      { path: "request.languages", message: "must be an array of 1 to 2", received: "array of 3" },
    ]);
  });
});
