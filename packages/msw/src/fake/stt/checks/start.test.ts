import { describe, expect, test } from "vitest";
import { callStt, captionStorage, flatRequest, joinRequest, nestedRequest } from "../../../testing/stt-caller.ts";
import type { FakeAgoraOptions } from "../../settings/options.ts";

async function start(body: unknown, options: FakeAgoraOptions = {}) {
  const { newToken, startWith } = callStt(options);
  return startWith(await newToken(), body);
}

const codes = "en-US de-DE fr-FR it-IT es-ES pt-PT nl-NL sv-SE da-DK fi-FI pl-PL".split(" ");
const uids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
const translating = (target: string[], source = "en-US") => ({ translateConfig: { languages: [{ source, target }] } });
const pairs = (count: number) => ({
  translateConfig: { languages: codes.slice(0, count).map((source) => ({ source, target: ["zh-CN"] })) },
});
const salt = btoa("x".repeat(32));
const storing = (storage: object, more: object = {}) => ({
  captionConfig: { storage: { ...captionStorage, ...storage }, ...more },
});

/** What may be sent, and the first wish beyond it. */
const limits: [string, FakeAgoraOptions, object, object][] = [
  ["v6: languages", {}, { languages: codes.slice(0, 4) }, { languages: codes.slice(0, 5) }],
  ["v5: languages", { sttLimits: "v5" }, { languages: codes.slice(0, 2) }, { languages: codes.slice(0, 3) }],
  ["languages as they are spelled", {}, { languages: ["zh-CN-sichuan"] }, { languages: ["en-us"] }],
  [
    "languages that no list has",
    {},
    { languages: ["auto", "yi", "cmn-Zhongyuan-CN"] },
    { languages: ["English (US)"] },
  ],
  ["targets that no list has", {}, translating(["yi"], "auto"), translating(["ar_AE"], "auto")],
  ["some language", {}, {}, { languages: [] }],
  ["each language once", {}, {}, { languages: ["en-US", "en-US"] }],
  ["v6: targets", {}, translating(codes.slice(1, 6)), translating(codes.slice(1, 7))],
  ["v6: sources", {}, pairs(4), pairs(5)],
  ["v5: sources", { sttLimits: "v5" }, pairs(2), pairs(3)],
  ["another target", {}, translating(["fr-FR"]), translating(["en-US"])],
  ["pairs", {}, {}, { translateConfig: {} }],
  ["idle time, least", {}, { maxIdleTime: 5 }, { maxIdleTime: 4 }],
  ["idle time, most", {}, { maxIdleTime: 2_592_000 }, { maxIdleTime: 2_592_001 }],
  ["slice", {}, storing({}, { sliceDuration: 5 }), storing({}, { sliceDuration: 4 })],
  ["a bucket", {}, storing({}), { captionConfig: {} }],
  ["vendor", {}, storing({ vendor: 12 }), storing({ vendor: "12" })],
  ["region", {}, storing({ region: 29 }), storing({ region: -1 })],
  ["keys in either spelling", {}, storing({ accessKey: undefined, accesskey: "a" }), storing({ accessKey: undefined })],
  ["folder", {}, storing({ fileNamePrefix: ["a", "sub-folder"] }), storing({ fileNamePrefix: ["a/b"] })],
  [
    "lists per speaker",
    {},
    { uidLanguagesConfig: uids(5).map((uid) => ({ uid, languages: codes.slice(0, 4) })) },
    { uidLanguagesConfig: uids(6).map((uid) => ({ uid, languages: ["en-US"] })) },
  ],
  [
    "v5: interval",
    { sttLimits: "v5" },
    { translateConfig: { ...translating(["fr-FR"]).translateConfig, forceTranslateInterval: 2 } },
    { translateConfig: { ...translating(["fr-FR"]).translateConfig, forceTranslateInterval: 6 } },
  ],
];

describe.each(limits)("%s", (_, options, good, bad) => {
  test("as documented", async () => {
    expect((await start(flatRequest(good), options)).status).toBe(200);
  });

  test("beyond", async () => {
    const reply = await start(flatRequest(bad), options);
    expect(reply).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^body schema check fail, ./) },
    });
  });
});

test.each([
  ["subscribeAudioUids of v6", {}, { subscribeAudioUids: uids(32) }, { subscribeAudioUids: uids(33) }],
  ["subscribeAudioUids of v5", { sttLimits: "v5" }, { subscribeAudioUids: uids(3) }, { subscribeAudioUids: uids(4) }],
  ["everybody", {}, { subscribeAudioUids: ["all"] }, { subscribeAudioUids: ["all", "1"] }],
  ["a speaker whom no channel can have", {}, { subscribeAudioUids: ["4294967296"] }, { subscribeAudioUids: ["x"] }],
  ["unSubscribeAudioUids", {}, { unSubscribeAudioUids: uids(5) }, { unSubscribeAudioUids: uids(6) }],
  [
    "one of the two",
    {},
    { subscribeAudioUids: [], unSubscribeAudioUids: ["2"] },
    { subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] },
  ],
  ["channel", {}, { channelName: "room 1" }, { channelName: "" }],
  ["bots", {}, { pubBotUid: "4294967295" }, { pubBotUid: "4294967296" }],
  ["two bots", {}, {}, { subBotUid: "88222" }],
  ["a secret", {}, { cryptionMode: 1, secret: "s" }, { cryptionMode: 1 }],
  ["a salt", {}, { cryptionMode: 7, secret: "s", salt }, { cryptionMode: 7, secret: "s", salt: "short" }],
  ["a mode", {}, { cryptionMode: 9, secret: "s" }, { cryptionMode: -1, secret: "s" }],
  ["JSON", {}, { enableJsonProtocol: true }, { enableJsonProtocol: "true" }],
  ["transfer", {}, { transferMode: ["RTM", "RTC"] }, { transferMode: ["SMS"] }],
] as const)("rtcConfig: %s", async (_, options: FakeAgoraOptions, good, bad) => {
  expect((await start(flatRequest({}, good), options)).status).toBe(200);
  const refused = await start(flatRequest({}, bad), options);
  expect(refused.body.message).toMatch(/^body schema check fail, rtcConfig\./);
});

test.each([
  ["{oops", "the body is not a JSON object"],
  [[], "the body is not a JSON object"],
  [{}, "languages is required"],
  [{ languages: ["en-US"] }, "rtcConfig is required"],
  [{ languages: ["en-US"], rtcConfig: { pubBotUid: "1", subBotUid: "2" } }, "rtcConfig.channelName is required"],
])("start refuses %j", async (body, why) => {
  expect((await start(body)).body).toEqual({ message: `body schema check fail, ${why}` });
});

describe("the beta", () => {
  const output = {
    destinations: ["AgoraRTCDataStream", "Storage"],
    agoraRTCDataStream: { channelName: "room-2", uid: "88222", token: "007" },
    cloudStorage: [{ format: "HLS", storageConfig: { ...captionStorage, vendor: 7 } }],
  };
  const translateConfig = { forceTranslateInterval: 5, languages: [{ source: "en-US", target: ["fr-FR"] }] };

  test("as documented", async () => {
    const body = nestedRequest({ output }, { features: ["RECOGNIZE", "TRANSLATE"], translateConfig });
    expect((await start(body)).status).toBe(200);
    expect((await start(nestedRequest({ output: { destinations: ["AgoraRTCDataStream"] } }))).status).toBe(200);
  });

  test("one item in place of a list", async () => {
    const { newToken, startWith, fake } = callStt();
    const [cloudStorage] = output.cloudStorage;
    const [languages] = translateConfig.languages;
    const body = nestedRequest(
      { output: { ...output, cloudStorage } },
      { features: ["RECOGNIZE", "TRANSLATE"], translateConfig: { languages } },
    );
    expect((await startWith(await newToken(), body)).status).toBe(200);
    expect(fake.requests.at(-1)?.status).toBe(200);
    const speakers = { uidLanguagesConfig: { uid: "1", languages: "de-DE" } };
    expect((await start(flatRequest(speakers))).status).toBe(200);
    const wrong = nestedRequest({ output: { ...output, cloudStorage: { format: "MP4" } } });
    expect((await start(wrong)).body.message).toContain("cloudStorage[0].format is invalid");
  });

  test.each([
    [nestedRequest({ language: "en-US,de-DE,fr-FR" }), "config.recognizeConfig.language is invalid"],
    [nestedRequest({ output: {} }), "config.recognizeConfig.output.destinations is required"],
    [
      nestedRequest({ output: { destinations: ["Storage"] } }),
      "config.recognizeConfig.output.cloudStorage is required",
    ],
    [nestedRequest({}, { features: ["TRANSLATE"] }), "config.features is invalid"],
    [nestedRequest({}, { features: ["RECOGNIZE", "TRANSLATE"] }), "config.translateConfig.languages is required"],
    [{ audio: {}, config: {} }, "audio.agoraRtcConfig is required"],
    [{ config: {} }, "audio is required"],
  ])("refuses what is not: %#", async (body, why) => {
    expect((await start(body)).body).toEqual({ message: `body schema check fail, ${why}` });
  });
});

test("fields of other generations and unknown ones are not looked at", async () => {
  expect((await start(flatRequest({ uidLanguagesConfig: "x" }), { sttLimits: "v5" })).status).toBe(200);
  expect((await start(flatRequest({ keywords: "x", somethingElse: 1 }))).status).toBe(200);
});

/** v7 tells what is missing from what is wrong, and missing comes first. */
test.each([
  [{ name: undefined, languages: [] }, {}, "MissingRequiredField", "name is required"],
  [{ rtcConfig: {} }, {}, "MissingRequiredField", "rtcConfig.channelName is required"],
  [{ name: "" }, {}, "InvalidFieldValue", "name is invalid"],
  [{ name: "x".repeat(65) }, {}, "InvalidFieldValue", "name is invalid"],
  [{ maxIdleTime: 259_201 }, {}, "InvalidFieldValue", "maxIdleTime is invalid"],
  [{ keywords: Array.from({ length: 501 }, () => "a") }, {}, "InvalidFieldValue", "keywords is invalid"],
  [translating(codes.slice(0, 11)), {}, "InvalidFieldValue", "translateConfig.languages[0].target is invalid"],
  [
    translating(["en-US"], "de-DE"),
    {},
    "InvalidFieldValue",
    "translateConfig.languages[0].target is the source language",
  ],
  [storing({ vendor: 11 }), {}, "MissingRequiredField", "captionConfig.extensionParams.endpoint is required"],
  [{}, { cryptionMode: 8 }, "MissingRequiredField", "rtcConfig.secret is required"],
])("join refuses %j %j", async (more, rtc, reason, detail) => {
  const { join } = callStt();
  const request = { ...joinRequest({}, rtc), ...more };
  expect(await join(request)).toMatchObject({ status: 400, body: { reason, detail } });
});

test.each([
  [{ maxIdleTime: 0 }, {}],
  [{ maxIdleTime: 2_592_000 }, { sttRelease: "7.2" }],
  [{ keywords: Array.from({ length: 500 }, () => "a") }, {}],
  [{ languages: ["en-US", "de-DE"], ...translating(["de-DE", "en-US"]) }, {}],
  [translating(codes.slice(1, 11)), {}],
  [{ translateConfig: {}, captionConfig: {} }, {}],
  [storing({ vendor: 11 }, { extensionParams: { endpoint: "http://host:9002" } }), {}],
  [{ ...storing({ vendor: 11 }), extensionParams: { endpoint: "http://host:9002" } }, {}],
  [{ rtcConfig: { ...joinRequest().rtcConfig, subBotUid: "88222" }, graph_id: "x" }, {}],
] as const)("join takes %j", async (more, options: FakeAgoraOptions) => {
  const { join } = callStt(options);
  expect((await join({ ...joinRequest(), ...more })).status).toBe(200);
});

test("a body that is no JSON, and no body", async () => {
  const { join } = callStt();
  expect((await join("{oops")).body.reason).toBe("InvalidRequestBody");
  expect((await join("[]")).body.reason).toBe("InvalidRequestBody");
  expect((await join("")).body.reason).toBe("MissingRequiredField");
});
