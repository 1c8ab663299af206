import { describe, expectTypeOf, test } from "vitest";
import { DecryptionMode } from "../../rtc/encryption.ts";
import { StorageVendor } from "../../storage/storage-vendor.ts";
import type { SttState } from "../states.ts";
import type { SttAcquireRequest } from "./acquire.ts";
import type { SttAgentHandle, SttAgentTarget, SttTaskHandle, SttTaskTarget } from "./handle.ts";
import type { SttJoinRequest } from "./join.ts";
import type { SttTaskLease } from "./lease.ts";
import { SttListState, type SttListFilter, type SttListItem } from "./list.ts";
import type { SttAgentResult, SttTaskResult } from "./results.ts";
import type { SttStartRequest } from "./start.ts";
import type { SttStorage } from "./storage.ts";
import type { SttBetaRequest } from "./beta-request.ts";
import type { SttTaskRequest, SttV5Request, SttV6Request } from "./task-request.ts";
import type { SttUpdateFields } from "./update.ts";
import type { SttTaskVersion, SttVersion } from "./version.ts";

/** The clients' methods, as far as their types matter here. */
declare const sttTasks: {
  acquire(request: SttAcquireRequest): SttTaskLease;
  start<Version extends SttTaskVersion>(request: SttStartRequest<Version>): SttTaskHandle<Version>;
  query(handle: SttTaskTarget): SttTaskResult;
  update<Version extends SttTaskVersion>(handle: SttTaskTarget<Version>, fields: SttUpdateFields<Version>): void;
};
declare const sttAgents: {
  join(request: SttJoinRequest): SttAgentHandle;
  get(handle: SttAgentTarget): SttAgentResult;
  update(handle: SttAgentTarget, fields: SttUpdateFields<"v7">): void;
  list(filter?: SttListFilter): SttListItem[];
};
declare const lease: SttTaskLease;
declare const languages: string[];

const bots = { channelName: "c", subBotUid: "1", pubBotUid: "2" } as const;
const bot = { channelName: "c", pubBotUid: "2" } as const;
const place = { vendor: StorageVendor.AmazonS3, region: 7, bucket: "b" } as const;

describe("start", () => {
  test("takes a lease, whatever else it holds", () => {
    const handle = sttTasks.start({ ...lease, version: "v6", request: { languages, rtcConfig: bots } });
    expectTypeOf(handle).toEqualTypeOf<SttTaskHandle<"v6">>();
    expectTypeOf(handle.version).toEqualTypeOf<"v6">();
    sttTasks.start({ tokenName: "t", version: "v5", request: { languages: ["en-US"], rtcConfig: bots } });
    // @ts-expect-error -- no token
    sttTasks.start({ version: "v6", request: { languages, rtcConfig: bots } });
    // @ts-expect-error -- v7 has no tasks
    sttTasks.start({ ...lease, version: "v7", request: { languages, rtcConfig: bots } });
    // @ts-expect-error -- the body of another generation
    sttTasks.start({ ...lease, version: "beta", request: { languages, rtcConfig: bots } });
  });

  test("tells the generations apart", () => {
    const start = (request: SttStartRequest) => {
      if (request.version === "beta") expectTypeOf(request.request).toEqualTypeOf<SttBetaRequest>();
      return sttTasks.start(request);
    };
    expectTypeOf(start).returns.toEqualTypeOf<SttTaskHandle>();
    expectTypeOf<SttTaskRequest>().toEqualTypeOf<SttV6Request | SttV5Request | SttBetaRequest>();
  });

  test("refuses what v5 does not have", () => {
    const refused: SttV5Request[] = [
      // @ts-expect-error -- since v6
      { languages, rtcConfig: bots, uidLanguagesConfig: [] },
      // @ts-expect-error -- since v6
      { languages, rtcConfig: { ...bots, unSubscribeAudioUids: ["1"] } },
      // @ts-expect-error -- two bots
      { languages, rtcConfig: bot },
    ];
    const accepted: SttV5Request = {
      languages,
      rtcConfig: { ...bots, transferMode: ["RTM"], subscribeAudioUids: ["1"] },
      translateConfig: { forceTranslateInterval: 3, languages: [{ source: "en-US", target: languages }] },
    };
    expectTypeOf([accepted, ...refused]).toBeArray();
  });

  test("refuses what v6 does not have", () => {
    const refused: SttV6Request[] = [
      // @ts-expect-error -- only v5
      { languages, rtcConfig: { ...bots, transferMode: ["RTM"] } },
      // @ts-expect-error -- only v5
      { languages, rtcConfig: bots, translateConfig: { forceTranslateInterval: 3, languages: [] } },
      // @ts-expect-error -- one of them
      { languages, rtcConfig: { ...bots, subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] } },
      // @ts-expect-error -- a key
      { languages, rtcConfig: { ...bots, cryptionMode: 1 } },
      // @ts-expect-error -- since v7
      { languages, rtcConfig: bots, keywords: [] },
      // In a page the storage is the proxy's to add.
      { languages, rtcConfig: bots, captionConfig: {} },
    ];
    expectTypeOf(refused).toBeArray();
  });
});

describe("join", () => {
  test("takes every field", () => {
    const request: SttJoinRequest = {
      name: "n",
      languages: ["en-US", "xx-YY"],
      uidLanguagesConfig: [{ uid: "1", languages }],
      keywords: ["Agora"],
      maxIdleTime: 0,
      rtcConfig: {
        ...bot,
        pubBotToken: "t",
        unSubscribeAudioUids: ["1"],
        cryptionMode: DecryptionMode.AES_256_GCM2,
        secret: "s",
        salt: "t",
        enableJsonProtocol: true,
      },
      translateConfig: { forceTranslateInterval: 2, languages: [{ source: "auto", target: ["zh-CN"] }] },
      captionConfig: {
        sliceDuration: 60,
        storage: { ...place, vendor: StorageVendor.S3Compatible, accessKey: "a", secretKey: "s" },
        extensionParams: { endpoint: "https://a.example", type: "s3", provider: "Minio", overwritekeys: [{}] },
      },
      extensionParams: { region: "r" },
    };
    expectTypeOf(sttAgents.join(request)).toEqualTypeOf<SttAgentHandle>();
  });

  test("refuses what v7 does not have", () => {
    const refused: SttJoinRequest[] = [
      // @ts-expect-error -- a name
      { languages, rtcConfig: bot },
      // @ts-expect-error -- only v5
      { name: "n", languages, rtcConfig: { ...bot, transferMode: ["RTM"] } },
      // @ts-expect-error -- a salt
      { name: "n", languages, rtcConfig: { ...bot, cryptionMode: 7, secret: "s" } },
      // @ts-expect-error -- one of them
      { name: "n", languages, rtcConfig: { ...bot, subscribeAudioUids: [], unSubscribeAudioUids: [] } },
      // @ts-expect-error -- a misspelling
      { name: "n", languages, rtcConfig: { ...bot, unsubscribeAudioUids: [] } },
      // @ts-expect-error -- a builder token belongs to tasks
      { name: "n", tokenName: "t", languages, rtcConfig: bot },
    ];
    expectTypeOf(refused).toBeArray();
  });

  test("takes the keys of the storage in one spelling", () => {
    expectTypeOf({ ...place, accessKey: "a", secretKey: "s" }).toExtend<SttStorage>();
    expectTypeOf({ ...place, accesskey: "a", secretkey: "s" }).toExtend<SttStorage>();
    expectTypeOf({ ...place, accessKey: "a", secretkey: "s" }).not.toExtend<SttStorage>();
    expectTypeOf(place).not.toExtend<SttStorage>();
  });
});

describe("calls with a handle", () => {
  const v5 = {} as SttTaskHandle<"v5">;
  const v6 = {} as SttTaskHandle<"v6">;
  const beta = {} as SttTaskHandle<"beta">;
  const any = {} as SttTaskHandle;
  const agent = {} as SttAgentHandle;

  test("query and get", () => {
    expectTypeOf(sttTasks.query(any).state).toEqualTypeOf<SttState>();
    expectTypeOf(sttTasks.query({ tokenName: "t", taskId: "T" }).status).toBeString();
    expectTypeOf(sttAgents.get({ agentId: "A" }).state).toEqualTypeOf<SttState>();
    for (const item of sttAgents.list({ state: SttListState.Failed, limit: 100 })) sttAgents.get(item);
    // @ts-expect-error -- a task is no agent
    sttAgents.get(v6);
    // @ts-expect-error -- an agent is no task
    sttTasks.query(agent);
    // @ts-expect-error -- text
    sttAgents.list({ state: 2 });
    expectTypeOf<SttVersion>().toEqualTypeOf<"v7" | "v6" | "v5" | "beta">();
  });

  test("update what the generation has", () => {
    sttTasks.update(v5, { languages, rtcConfig: { subscribeAudioUids: ["all"] } });
    sttTasks.update(v6, { uidLanguagesConfig: [], translateConfig: { enable: true, languages: [] } });
    sttTasks.update(beta, { config: { recognizeConfig: { language: "en-US" } } });
    sttAgents.update(agent, { keywords: [], uidLanguagesConfig: [{ uid: "1", languages }] });
    // @ts-expect-error -- since v6
    sttTasks.update(v5, { uidLanguagesConfig: [{ uid: "1", languages }] });
    // @ts-expect-error -- since v7
    sttTasks.update(v6, { keywords: [] });
    // @ts-expect-error -- not while it runs
    sttAgents.update(agent, { maxIdleTime: 30 });
    expectTypeOf<SttUpdateFields<"v7">>().toExtend<SttUpdateFields>();
  });
});
