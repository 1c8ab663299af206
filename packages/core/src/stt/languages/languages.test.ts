import { describe, expect, expectTypeOf, test } from "vitest";
import type { SttLanguage, SttLanguageCode } from "./language.ts";
import { languageName, languagesOf, sttLanguages } from "./languages.ts";

/* The lists of the documents. */
const current = [
  "af-ZA am-ET ar-AE ar-BH ar-DZ ar-EG ar-IL ar-IQ ar-JO ar-KW ar-LB ar-LY ar-MA ar-OM ar-PS ar-QA",
  "ar-SA ar-SY ar-TN ar-YE as-IN az-AZ be-BY bg-BG bn-IN bs-BA ca-ES cs-CZ cy-GB da-DK de-AT de-CH",
  "de-DE el-GR en-AU en-CA en-GB en-GH en-HK en-IE en-IN en-KE en-NG en-NZ en-PH en-SG en-TZ en-US",
  "en-ZA es-AR es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-ES es-GQ es-GT es-HN es-MX es-NI es-PA",
  "es-PE es-PR es-PY es-SV es-US es-UY es-VE et-EE eu-ES fa-IR fi-FI fil-PH fr-BE fr-CA fr-CH fr-FR",
  "ga-IE gl-ES gu-IN he-IL hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-CH it-IT ja-JP jv-ID ka-GE kk-KZ",
  "km-KH kn-IN ko-KR lo-LA lt-LT lv-LV mk-MK ml-IN mn-MN mr-IN ms-MY mt-MT my-MM nb-NO ne-NP nl-BE",
  "nl-NL or-IN pa-IN pl-PL ps-AF pt-BR pt-PT ro-RO ru-RU si-LK sk-SK sl-SI so-SO sq-AL sr-RS sv-SE",
  "sw-KE sw-TZ ta-IN te-IN th-TH tl-PH tr-TR uk-UA ur-IN uz-UZ vi-VN wuu-CN yue-CN zh-CN zh-CN-shandong",
  "zh-CN-sichuan zh-HK zh-TW zu-ZA",
].flatMap((line) => line.split(" "));
const transcription2025 = [
  "ar-AE ar-EG ar-JO ar-SA bn-IN de-DE en-IN en-US es-ES fa-IR fil-PH fr-FR gu-IN he-IL hi-IN id-ID",
  "it-IT ja-JP kn-IN ko-KR ms-MY nl-NL pt-PT ru-RU ta-IN te-IN th-TH tr-TR vi-VN zh-CN zh-HK zh-TW",
].flatMap((line) => line.split(" "));
const targets2025 = [
  "ar-AE ar-EG ar-JO ar-SA cs-CZ da-DK de-DE el-GR en-AU en-CA en-GB en-US es-ES es-MX fa-IR fi-FI",
  "fr-CA fr-FR he-IL hi-IN hu-HU id-ID it-IT ja-JP km-KH ko-KR lo-LA ms-MY my-MM nl-NL no-NO pl-PL",
  "pt-BR pt-PT ro-RO ru-RU sk-SK sv-SE th-TH tl-PH tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW",
].flatMap((line) => line.split(" "));
const beta = ["de-DE en-IN en-US es-ES fr-FR hi-IN id-ID it-IT ja-JP ko-KR pt-PT zh-CN zh-HK zh-TW"].flatMap((line) =>
  line.split(" "),
);

describe("sttLanguages", () => {
  test("has the 147 of 7.2.2, in their order", () => {
    expect(sttLanguages().map(({ code }) => code)).toEqual(current);
    expect(current).toHaveLength(147);
  });

  test("tells name, region and generations", () => {
    const find = (code: SttLanguage) => sttLanguages().find((language) => language.code === code);
    expect(find("en-US")).toEqual({
      code: "en-US",
      name: "English",
      region: "United States",
      generations: ["v7", "v6", "v5", "beta"],
    });
    expect(find("ar-BH")).toEqual({ code: "ar-BH", name: "Arabic", region: "Bahrain", generations: ["v7"] });
    expect(find("cs-CZ")?.generations).toEqual(["v7", "v6", "v5"]);
    expect(find("no-NO")).toBeUndefined();
  });

  test("gives everybody a list of their own", () => {
    expect(sttLanguages()).not.toBe(sttLanguages());
  });
});

describe("languageName", () => {
  test.each([
    ["en-US", "English (United States)"],
    ["zh-CN-sichuan", "Chinese (Southwestern Mandarin, Simplified)"],
    ["tr-TR", "Turkish (Türkiye)"],
    ["no-NO", "Norwegian (Norway)"],
    ["nan-CN", "Chinese (Min Nan)"],
    ["ENG", "English"],
    ["en-us", undefined],
    ["constructor", undefined],
  ])("of %s is %s", (code, name) => {
    expect(languageName(code)).toBe(name);
  });
});

describe("languagesOf", () => {
  test.each(["transcription", "translation-source", "translation-target"] as const)("v7 is one list: %s", (use) => {
    expect(languagesOf("v7", use)).toEqual(current);
    expect(languagesOf("v7", use, "china")).toEqual([...current, "cmn-CN", "hsn-CN", "nan-CN"]);
  });

  test.each(["v6", "v5"] as const)("%s has 32 and 46", (version) => {
    expect(transcription2025).toHaveLength(32);
    expect(languagesOf(version)).toEqual(transcription2025);
    expect(languagesOf(version, "translation-source", "china")).toEqual(transcription2025);
    expect([...languagesOf(version, "translation-target")].sort()).toEqual(targets2025.sort());
    expect(targets2025).toHaveLength(46);
  });

  test("the beta has 14", () => {
    expect(beta).toHaveLength(14);
    expect(languagesOf("beta")).toEqual(beta);
    expect(languagesOf("beta", "translation-source")).toEqual(beta);
    expect(languagesOf("beta", "translation-target")).toEqual(languagesOf("v5", "translation-target"));
  });
});

describe("SttLanguage", () => {
  test("is open", () => {
    expectTypeOf<SttLanguageCode>().toExtend<SttLanguage>();
    expectTypeOf<string>().toExtend<SttLanguage>();
    expectTypeOf<"en-us">().not.toExtend<SttLanguageCode>();
  });
});
