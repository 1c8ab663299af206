import { describe, expect, test } from "vitest";
import { deriveUpdateMask } from "./update-mask.ts";

describe("deriveUpdateMask", () => {
  test.each<[fields: object, mask: string]>([
    [
      {
        languages: ["zh-CN"],
        rtcConfig: { subscribeAudioUids: ["111"] },
        translateConfig: { enable: false },
      },
      "languages,rtcConfig.subscribeAudioUids,translateConfig.enable",
    ],
    [
      { translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }], enable: true }, languages: [] },
      "translateConfig.languages,translateConfig.enable,languages",
    ],
    [{ uidLanguagesConfig: [] }, "uidLanguagesConfig"],
    [{ keywords: ["a"], uidLanguagesConfig: [{ uid: "1", languages: [] }] }, "keywords,uidLanguagesConfig"],
    [{ languages: undefined, keywords: null, rtcConfig: {}, translateConfig: { enable: undefined } }, "keywords"],
    [{ newField: 0, rtcConfig: { pubBotToken: "t" }, a: { b: { c: "" } } }, "newField,rtcConfig.pubBotToken,a.b.c"],
    [{}, ""],
  ])("%j is %s", (fields, mask) => {
    expect(deriveUpdateMask(fields)).toBe(mask);
  });
});
