import { describe, expect, test } from "vitest";
import type { SttBetaRequest } from "../types/beta-request.ts";
import type { SttV5Request, SttV6Request } from "../types/task-request.ts";
import { migrateToV7 } from "./migrate.ts";
import type { SttMigrationSource } from "./types.ts";
import { validateSttJoin } from "../../testing/validate-requests.ts";

const place = { accessKey: "AKIAsecret", secretKey: "SKsecret", bucket: "b", vendor: 1, region: 0 };
const salt = `${"A".repeat(43)}=`;

const v6: SttV6Request = {
  languages: ["en-US", "es-ES"],
  uidLanguagesConfig: [{ uid: "101", languages: ["fr-FR"] }],
  maxIdleTime: 120,
  rtcConfig: {
    channelName: "room-1",
    subBotUid: "1000",
    subBotToken: "007secretSub",
    pubBotUid: "2000",
    pubBotToken: "007secretPub",
    unSubscribeAudioUids: ["7"],
    cryptionMode: 8,
    secret: "channelsecret",
    salt,
    enableJsonProtocol: true,
  },
  captionConfig: { sliceDuration: 60, storage: place },
  translateConfig: { languages: [{ source: "en-US", target: ["fr-FR", "no-NO"] }] },
};
const v5: SttV5Request = {
  languages: ["en-US"],
  rtcConfig: {
    channelName: "room-1",
    subBotUid: "1000",
    pubBotUid: "2000",
    subscribeAudioUids: ["1", "2"],
    transferMode: ["RTC"],
  },
  translateConfig: { forceTranslateInterval: 3, languages: [{ source: "en-US", target: ["fr-FR"] }] },
};
const beta: SttBetaRequest = {
  audio: {
    subscribeSource: "AGORARTC",
    agoraRtcConfig: {
      channelName: "room-1",
      uid: "1000",
      token: "007secretSub",
      channelType: "LIVE_TYPE",
      subscribeConfig: { subscribeMode: "CHANNEL_MODE" },
      subscribeAudioUids: ["#allStream#"],
      maxIdleTime: 120,
    },
  },
  config: {
    features: ["RECOGNIZE", "TRANSLATE"],
    recognizeConfig: {
      language: "en-US, es-ES",
      model: "Model",
      profanityFilter: false,
      connectionTimeout: 60,
      output: {
        destinations: ["AgoraRTCDataStream", "Storage"],
        agoraRTCDataStream: { channelName: "room-2", uid: "2000", token: "007secretPub" },
        cloudStorage: [
          { format: "HLS", storageConfig: { ...place, fileNamePrefix: ["captions"] } },
          { format: "HLS", storageConfig: place },
        ],
      },
    },
    translateConfig: { forceTranslateInterval: 5, languages: [{ source: "en-US", target: ["fr-FR"] }] },
  },
};
const AUDIO = "audio.agoraRtcConfig";
const RECOGNIZE = "config.recognizeConfig";
const OUTPUT = `${RECOGNIZE}.output`;

const sources: Record<string, SttMigrationSource> = {
  v6: { version: "v6", request: v6, instanceId: "room-1" },
  v5: { version: "v5", request: v5, instanceId: "room-1" },
  beta: { version: "beta", request: beta, instanceId: "room-1" },
};

/** What became of one field: `moved to`, `dropped`, …, or nothing where it stayed. */
function fate(version: string, path: string): string[] {
  return migrateToV7(sources[version]!)
    .changes.filter((change) => change.path === path)
    .map(({ kind, to }) => (to === undefined ? kind : `${kind} ${to}`));
}

describe("fields of the beta", () => {
  test.each<[path: string, fate: string]>([
    ["instanceId", "moved name"],
    [`${RECOGNIZE}.language`, "moved languages"],
    [`${AUDIO}.maxIdleTime`, "moved maxIdleTime"],
    [`${AUDIO}.channelName`, "moved rtcConfig.channelName"],
    [`${AUDIO}.uid`, "dropped"],
    [`${AUDIO}.token`, "dropped"],
    [`${OUTPUT}.agoraRTCDataStream.uid`, "moved rtcConfig.pubBotUid"],
    [`${OUTPUT}.agoraRTCDataStream.token`, "moved rtcConfig.pubBotToken"],
    [`${OUTPUT}.agoraRTCDataStream.channelName`, "dropped"],
    [`${AUDIO}.subscribeAudioUids`, "dropped"],
    [`${OUTPUT}.cloudStorage[0].storageConfig`, "moved captionConfig.storage"],
    [`${OUTPUT}.cloudStorage[1]`, "dropped"],
    ["config.translateConfig.languages", "moved translateConfig.languages"],
    ["config.translateConfig.forceTranslateInterval", "dropped"],
    ["config.features", "dropped"],
    ["audio.subscribeSource", "dropped"],
    [`${AUDIO}.channelType`, "dropped"],
    [`${AUDIO}.subscribeConfig`, "dropped"],
    [`${RECOGNIZE}.model`, "dropped"],
    [`${RECOGNIZE}.profanityFilter`, "dropped"],
    [`${RECOGNIZE}.connectionTimeout`, "dropped"],
    [`${OUTPUT}.destinations`, "dropped"],
    [`${OUTPUT}.cloudStorage[0].format`, "dropped"],
  ])("%s: %s", (path, expected) => {
    expect(fate("beta", path)).toEqual([expected]);
  });

  test("are all told of, once", () => {
    const { request, changes } = migrateToV7(sources.beta!);
    expect(changes).toHaveLength(23);
    expect(request).toEqual({
      name: "room-1",
      languages: ["en-US", "es-ES"],
      maxIdleTime: 120,
      rtcConfig: { channelName: "room-1", pubBotUid: "2000", pubBotToken: "007secretPub" },
      translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] },
      captionConfig: { storage: { ...place, fileNamePrefix: ["captions"] } },
    });
  });

  test("make the listening bot the only one when there is no data stream", () => {
    const request: SttBetaRequest = {
      audio: { agoraRtcConfig: { channelName: "c", uid: "1000", token: "t", subscribeAudioUids: ["1"] } },
      config: { recognizeConfig: { language: "ENG" } },
    };
    const result = migrateToV7({ version: "beta", request }, { name: "n" });
    expect(result.request).toEqual({
      name: "n",
      languages: ["en-US"],
      rtcConfig: { channelName: "c", pubBotUid: "1000", pubBotToken: "t", subscribeAudioUids: ["1"] },
    });
    expect(result.changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      "added name",
      `moved ${RECOGNIZE}.language`,
      "changed languages[0]",
      `moved ${AUDIO}.channelName`,
      `moved ${AUDIO}.uid`,
      `moved ${AUDIO}.token`,
      `moved ${AUDIO}.subscribeAudioUids`,
    ]);
  });

  test("do not switch on what was off", () => {
    const { config } = beta;
    const output = { ...config.recognizeConfig.output, destinations: ["AgoraRTCDataStream"] };
    const request: SttBetaRequest = {
      ...beta,
      config: { ...config, features: ["RECOGNIZE"], recognizeConfig: { ...config.recognizeConfig, output } },
    };
    const result = migrateToV7({ version: "beta", request });
    expect(result.request).not.toHaveProperty("translateConfig");
    expect(result.request).not.toHaveProperty("captionConfig");
    const dropped = result.changes.filter(({ kind }) => kind === "dropped").map(({ path }) => path);
    expect(dropped).toEqual(expect.arrayContaining(["config.translateConfig", `${OUTPUT}.cloudStorage[1]`]));
  });
});

describe("fields of v5 and v6", () => {
  test.each<[version: string, path: string, fate: string]>([
    ["v6", "instanceId", "moved name"],
    ["v6", "rtcConfig.subBotUid", "dropped"],
    ["v6", "rtcConfig.subBotToken", "dropped"],
    ["v5", "rtcConfig.subBotUid", "dropped"],
    ["v5", "rtcConfig.transferMode", "dropped"],
    ["v5", "translateConfig.forceTranslateInterval", "dropped"],
    ["v6", "translateConfig.languages[0].target[1]", "changed"],
  ])("%s %s: %s", (version, path, expected) => {
    expect(fate(version, path)).toEqual([expected]);
  });

  test("stay where they are in v6", () => {
    const { request, changes } = migrateToV7(sources.v6!);
    const { subBotUid: _uid, subBotToken: _token, ...rtcConfig } = v6.rtcConfig;
    expect(request).toEqual({
      ...v6,
      name: "room-1",
      rtcConfig,
      translateConfig: { languages: [{ source: "en-US", target: ["fr-FR", "nb-NO"] }] },
    });
    expect(changes).toHaveLength(4);
  });

  test("stay where they are in v5", () => {
    const { request, changes } = migrateToV7(sources.v5!);
    expect(request).toEqual({
      name: "room-1",
      languages: ["en-US"],
      rtcConfig: { channelName: "room-1", pubBotUid: "2000", subscribeAudioUids: ["1", "2"] },
      translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] },
    });
    expect(changes).toHaveLength(4);
  });

  test("wait no longer than an agent lives", () => {
    const idle = (maxIdleTime: number) => migrateToV7({ version: "v6", request: { ...v6, maxIdleTime } });
    expect(idle(259_200).request.maxIdleTime).toBe(259_200);
    const capped = idle(2_592_000);
    expect(capped.request.maxIdleTime).toBe(259_200);
    expect(capped.changes).toContainEqual(expect.objectContaining({ path: "maxIdleTime", kind: "changed" }));
  });

  test("name everybody by naming nobody", () => {
    const rtcConfig = { ...v5.rtcConfig, subscribeAudioUids: ["#allStream#"] };
    const result = migrateToV7({ version: "v5", request: { ...v5, rtcConfig } });
    expect(result.request.rtcConfig).toEqual({ channelName: "room-1", pubBotUid: "2000" });
    expect(result.changes).toContainEqual(
      expect.objectContaining({ path: "rtcConfig.subscribeAudioUids", kind: "dropped" }),
    );
  });

  test("keep what nobody knows", () => {
    const request = { ...v5, name: "old", somethingNew: 1 };
    const result = migrateToV7({ version: "v5", request, instanceId: "new" });
    expect(result.request).toMatchObject({ name: "new", somethingNew: 1 });
  });
});

describe("the name", () => {
  test.each<[string, { name?: string }, string | undefined, name: string, changes: string[]]>([
    ["is the instance's", {}, "i", "i", ["moved instanceId"]],
    ["is the given one", { name: "n" }, undefined, "n", ["added name"]],
    ["is rather the given one", { name: "n" }, "i", "n", ["dropped instanceId", "added name"]],
    ["is else the channel's", {}, undefined, "room-1", ["added name"]],
  ])("%s", (_what, options, instanceId, name, changes) => {
    const result = migrateToV7({ version: "v5", request: v5, instanceId }, options);
    expect(result.request.name).toBe(name);
    expect(result.changes.slice(0, changes.length).map(({ kind, path }) => `${kind} ${path}`)).toEqual(changes);
  });
});

describe("every migration", () => {
  test.each(Object.entries(sources))("of %s can be joined, tells no secret and changes nothing", (_version, source) => {
    const before = structuredClone(source);
    const { request, changes } = migrateToV7(source);
    expect(validateSttJoin(request)).toEqual([]);
    expect(JSON.stringify(changes)).not.toMatch(/secret|AAAA/);
    expect(changes.every(({ note }) => /^[A-Zv].*\.$/.test(note))).toBe(true);
    expect(source).toEqual(before);
    expect(JSON.parse(JSON.stringify(request))).toEqual(request);
  });
});

test("what this SDK does not know of the beta is told, not lost in silence", () => {
  const { audio, config } = beta;
  const unknown = { other: { a: 1 } };
  const agoraRtcConfig = { ...audio.agoraRtcConfig, cryptionMode: 7, secret: "a-secret" };
  const request: SttBetaRequest = {
    audio: { ...audio, agoraRtcConfig },
    config: { ...config, ...unknown },
  };
  const { changes } = migrateToV7({ version: "beta", request });
  const dropped = changes.filter(({ kind }) => kind === "dropped").map(({ path }) => path);
  const lost = ["audio.agoraRtcConfig.cryptionMode", "audio.agoraRtcConfig.secret", "config.other.a"];
  expect(dropped).toEqual(expect.arrayContaining(lost));
  expect(JSON.stringify(changes)).not.toContain("a-secret");
  expect(
    migrateToV7({ version: "beta", request: beta })
      .changes.map(({ note }) => note)
      .join(),
  ).not.toContain("not known");
});

test("codes change everywhere, and everybody is said by leaving it out", () => {
  const { request } = migrateToV7({
    version: "v6",
    instanceId: "a",
    request: {
      languages: ["ENG", "en-US"],
      uidLanguagesConfig: [{ uid: "1", languages: ["no-NO"] }],
      rtcConfig: { channelName: "a", subBotUid: "1", pubBotUid: "2", subscribeAudioUids: ["all"] },
    },
  });
  expect(request).toMatchObject({ languages: ["en-US"], uidLanguagesConfig: [{ uid: "1", languages: ["nb-NO"] }] });
  expect(request.rtcConfig).not.toHaveProperty("subscribeAudioUids");
});
