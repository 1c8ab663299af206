import { describe, expect, test } from "vitest";
import { resource, storageConfig } from "../../testing/service.ts";
import { collect, joined, mixed, recorder, started, stored } from "../../testing/warned.ts";
import { untyped } from "../../testing/untyped.ts";

describe("what nobody knows to fail", () => {
  const config = "clientRequest.recordingConfig";
  const beyond = "is no uid that anybody in a channel can have: an integer up to 4294967295 in a string";

  test.each<[what: string, made: () => Promise<string[]>, warning: string]>([
    [
      "a uid above 2^32",
      () => mixed({ subscribeAudioUids: ["4294967296"] }),
      `${config}.subscribeAudioUids[0] ${beyond}`,
    ],
    [
      "the same in a layout",
      () => mixed({ transcodingConfig: { mixedVideoLayout: 2, maxResolutionUid: "4294967296" } }),
      `${config}.transcodingConfig.maxResolutionUid ${beyond}`,
    ],
    [
      "the same of a speaker",
      () => joined({ uidLanguagesConfig: [{ uid: "4294967296", languages: ["en-US"] }] }),
      `uidLanguagesConfig[0].uid ${beyond}`,
    ],
    [
      "a name as uid",
      () => mixed({ unSubscribeVideoUids: ["1", "alice"] }),
      `${config}.unSubscribeVideoUids[1] ${beyond}`,
    ],
    [
      "zeros before a uid",
      () => started("mix", { storageConfig }, { uid: "007" }),
      "uid begins with 0: better give the number as it is",
    ],
    [
      "the same in a list",
      () => mixed({ subscribeAudioUids: ["007"] }),
      `${config}.subscribeAudioUids[0] begins with 0: better give the number as it is`,
    ],
    [
      "a number of a list",
      () => mixed({ streamTypes: 3 }),
      `${config}.streamTypes is not documented: known are 0 to 2`,
    ],
    [
      "an endpoint for another vendor",
      () => stored({ extensionParams: { endpoint: "minio.example" } }),
      "clientRequest.storageConfig.extensionParams.endpoint is only for vendor 11: the files go to vendor 1 itself",
    ],
    [
      "milliseconds as expiry",
      () => stored({ stsToken: "t", stsExpiration: 1_900_000_000_000 }),
      "clientRequest.storageConfig.stsExpiration is beyond any time in seconds: not milliseconds",
    ],
    [
      "an individual start without recordingConfig",
      () => started("individual", { storageConfig }),
      `${config} is documented as required in mode individual`,
    ],
    [
      "an individual start without subscribeUidGroup",
      () => started("individual", { storageConfig, recordingConfig: { channelType: 1 } }),
      `${config}.subscribeUidGroup is documented as required in mode individual`,
    ],
    [
      "a canvas in individual mode",
      () => started("individual", { storageConfig, recordingConfig: { subscribeUidGroup: 0, transcodingConfig: {} } }),
      `${config}.transcodingConfig has no documented effect in mode individual`,
    ],
    [
      "recordingConfig beside a page",
      () =>
        started("web", {
          storageConfig,
          recordingConfig: { channelType: 1 },
          extensionServiceConfig: { extensionServices: [recorder] },
        }),
      `${config} has no documented effect in mode web`,
    ],
    [
      "a picture of another kind",
      () =>
        started("individual", {
          storageConfig,
          recordingConfig: { subscribeUidGroup: 0 },
          snapshotConfig: { fileType: ["png"] },
        }),
      "clientRequest.snapshotConfig.fileType[0] is not documented: known is jpg",
    ],
    [
      "one speaker in place of the list",
      () => joined({ uidLanguagesConfig: { uid: "1", languages: ["en-US"] } }),
      "uidLanguagesConfig is documented as a list",
    ],
    [
      "a folder of the guides",
      () => joined({ captionConfig: { storage: { ...storageConfig, fileNamePrefix: ["sub-folder"] } } }),
      "captionConfig.storage.fileNamePrefix[0] is documented as letters and digits (a-z A-Z 0-9)",
    ],
  ])("%s is sent with a warning", async (_, made, warning) => {
    expect(await made()).toEqual([warning]);
  });

  test("the region of acquire by another name", async () => {
    const { recording, warnings } = collect();
    await recording.acquire({ cname: "c", uid: "1", clientRequest: { region: "US" } });
    expect(warnings.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "clientRequest.region is not documented: known are CN, AP, EU, NA",
    ]);
  });

  test("one place for files of the beta in place of the list", async () => {
    const { agora, warnings } = collect();
    const request = {
      audio: { agoraRtcConfig: { channelName: "c", uid: "1" } },
      config: {
        recognizeConfig: {
          language: "en-US",
          output: { destinations: ["Storage"], cloudStorage: { format: "HLS", storageConfig } },
        },
        translateConfig: { languages: { source: "en-US", target: ["fr-FR"] } },
      },
    };
    await agora.sttTasks.start({ tokenName: "t", version: "beta", request } as never);
    expect(warnings.map(({ path }) => path)).toEqual([
      "request.config.recognizeConfig.output.cloudStorage",
      "request.config.translateConfig.languages",
    ]);
  });
});

describe("what is refused with what is meant", () => {
  const refusal = async (call: Promise<unknown>) =>
    call.then(
      () => [],
      (error: { issues: object[] }) => error.issues,
    );

  test.each<[given: unknown, vendor: unknown, message: string]>([
    ["ap-south-1", 1, "must be an integer from 0 on: 14 (AmazonS3Region.AP_SOUTH_1)"],
    ["EU_CENTRAL_1", 1, "must be an integer from 0 on: 7 (AmazonS3Region.EU_CENTRAL_1)"],
    ["oss-cn-hangzhou", 2, "must be an integer from 0 on: 0 (AlibabaCloudRegion.CN_Hangzhou)"],
    ["ap-singapore", 3, "must be an integer from 0 on: 10 (TencentCloudRegion.AP_Singapore)"],
    ["cn-north-4", 7, "must be an integer from 0 on: 1 (HuaweiCloudRegion.CN_North_4)"],
    ["hongkong", 8, "must be an integer from 0 on: 4 (BaiduCloudRegion.Hongkong)"],
    ["atlantis", 1, "must be an integer from 0 on, such as those of AmazonS3Region"],
    ["anywhere", 42, "must be an integer from 0 on"],
  ])("the region %j of vendor %j", async (region, vendor, message) => {
    const { recording, requests } = collect();
    const clientRequest = { storageConfig: { ...storageConfig, vendor, region } };
    expect(await refusal(recording.start({ ...resource, mode: "mix", clientRequest } as never))).toMatchObject([
      { path: "clientRequest.storageConfig.region", message },
    ]);
    expect(requests).toEqual([]);
  });

  test("a vendor by its name", async () => {
    const clientRequest = { storageConfig: { ...storageConfig, vendor: "AmazonS3" } };
    const call = collect().recording.start({ ...resource, mode: "mix", clientRequest } as never);
    expect(await refusal(call)).toMatchObject([
      { message: "must be an integer from 0 on: 1 (StorageVendor.AmazonS3)" },
    ]);
  });

  test.each<[name: string, value: number, message: string]>([
    ["maxVideoDuration", 3600, "must be an integer from 30 to 240 (minutes): 3600 seconds are 60 minutes"],
    ["maxVideoDuration", 20, "must be an integer from 30 to 240 (minutes)"],
    ["maxRecordingHour", 7200, "must be an integer from 1 to 720 (hours): 7200 seconds are 2 hours"],
    ["readyTimeout", 20_000, "must be an integer from 0 to 60 (seconds): 20000 milliseconds are 20 seconds"],
    ["readyTimeout", 20_500, "must be an integer from 0 to 60 (seconds)"],
  ])("%s: %d", async (name, value, message) => {
    const extensionServices = [{ ...recorder, serviceParam: { ...recorder.serviceParam, [name]: value } }];
    const clientRequest = { storageConfig, extensionServiceConfig: { extensionServices } };
    const call = collect().recording.start(untyped({ ...resource, mode: "web", clientRequest }));
    expect(await refusal(call)).toMatchObject([{ path: expect.stringContaining(name), message }]);
  });
});
