import { describe, expect, test } from "vitest";
import { validateSttJoin } from "../../testing/validate-requests.ts";

const storage = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const salt = `${"A".repeat(43)}=`;
const codes = (count: number) => Array.from({ length: count }, (_, index) => `xx-${index}`);
const uids = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);
const translations = (count: number, targets = 1) => ({
  languages: codes(count).map((source) => ({ source, target: codes(targets).map((code) => `${code}-target`) })),
});
const speakers = (count: number, languages = 1) => uids(count).map((uid) => ({ uid, languages: codes(languages) }));

const v7 = (rtcConfig: object = {}, more: object = {}) => ({
  name: "room-1",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "2000", ...rtcConfig },
  ...more,
});
const files = (more: object = {}, next: object = {}) => ({
  captionConfig: { storage: { ...storage, ...more }, ...next },
});
const joined = (request: unknown) => validateSttJoin(request).map(({ path }) => path);

type Case = [rule: string, accepted: object, refused: object, path: string];

describe("join", () => {
  test.each<Case>([
    ["name", v7(), v7({}, { name: undefined }), "name"],
    ["length of the name", v7({}, { name: "ü".repeat(64) }), v7({}, { name: "n".repeat(65) }), "name"],
    ["empty name", v7({}, { name: "a b/c" }), v7({}, { name: "" }), "name"],
    ["languages", v7({}, { languages: codes(4) }), v7({}, { languages: codes(5) }), "languages"],
    ["no languages", v7(), v7({}, { languages: [] }), "languages"],
    ["keywords", v7({}, { keywords: codes(500) }), v7({}, { keywords: codes(501) }), "keywords"],
    ["idle least", v7({}, { maxIdleTime: 0 }), v7({}, { maxIdleTime: -1 }), "maxIdleTime"],
    ["idle most", v7({}, { maxIdleTime: 2_592_000 }), v7({}, { maxIdleTime: 2_592_001 }), "maxIdleTime"],
    ["bot", v7(), v7({ pubBotUid: undefined }), "rtcConfig.pubBotUid"],
    ["bot 0", v7(), v7({ pubBotUid: "0" }), "rtcConfig.pubBotUid"],
    [
      "speakers",
      v7({ subscribeAudioUids: uids(32) }),
      v7({ subscribeAudioUids: uids(33) }),
      "rtcConfig.subscribeAudioUids",
    ],
    [
      "one list",
      v7({ unSubscribeAudioUids: uids(5) }),
      v7({ unSubscribeAudioUids: ["1"], subscribeAudioUids: ["2"] }),
      "rtcConfig.unSubscribeAudioUids",
    ],
    ["salt", v7({ cryptionMode: 7, secret: "s", salt }), v7({ cryptionMode: 7, secret: "s" }), "rtcConfig.salt"],
    [
      "speakers with languages",
      v7({}, { uidLanguagesConfig: speakers(5, 4) }),
      v7({}, { uidLanguagesConfig: speakers(6) }),
      "uidLanguagesConfig",
    ],
    [
      "sources",
      v7({}, { translateConfig: translations(4) }),
      v7({}, { translateConfig: translations(5) }),
      "translateConfig.languages",
    ],
    [
      "targets",
      v7({}, { translateConfig: translations(1, 10) }),
      v7({}, { translateConfig: translations(1, 11) }),
      "translateConfig.languages[0].target",
    ],
    [
      "source is no target",
      v7({}, { languages: ["a", "b"], translateConfig: { languages: [{ source: "a", target: ["a"] }] } }),
      v7({}, { languages: ["a"], translateConfig: { languages: [{ source: "a", target: ["a"] }] } }),
      "translateConfig.languages[0].target",
    ],
    [
      "source is no target for one speaker",
      v7(
        {},
        { uidLanguagesConfig: speakers(1), translateConfig: { languages: [{ source: "en-US", target: ["en-US"] }] } },
      ),
      v7({}, { uidLanguagesConfig: [], translateConfig: { languages: [{ source: "en-US", target: ["en-US"] }] } }),
      "translateConfig.languages[0].target",
    ],
    [
      "other storage",
      v7({}, files({ vendor: 11 }, { extensionParams: { endpoint: "http://host:9002" } })),
      v7({}, files({ vendor: 11 })),
      "captionConfig.extensionParams.endpoint",
    ],
    [
      "scheme of other storage",
      v7({}, { ...files({ vendor: 11 }), extensionParams: { endpoint: "https://s3.example" } }),
      v7({}, { ...files({ vendor: 11 }), extensionParams: { endpoint: "s3.example" } }),
      "extensionParams.endpoint",
    ],
    [
      "slices",
      v7({}, { captionConfig: { sliceDuration: 5 } }),
      v7({}, { captionConfig: { sliceDuration: 28_801 } }),
      "captionConfig.sliceDuration",
    ],
  ])("%s", (_rule, accepted, refused, path) => {
    expect(joined(accepted)).toEqual([]);
    expect(joined(refused)).toEqual([path]);
  });
});
