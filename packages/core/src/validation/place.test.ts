import { describe, expect, test } from "vitest";
import { resource, storageConfig } from "../testing/service.ts";
import { collect, joined, mixed, recorder, started, stored } from "../testing/warned.ts";

const belongs = (path: string, place: string) => `${path} is no field of this object: it belongs in ${place}`;

describe("a field in the wrong object", () => {
  test("is sent, and told with the place where it belongs", async () => {
    const { recording, warnings, bodies } = collect();
    const clientRequest = {
      storageConfig,
      recordingConfig: { channelType: 1, avFileType: ["hls", "mp4"] },
      transcodingConfig: { width: 1280, height: 720 },
    } as const;
    await recording.start({ ...resource, mode: "mix", clientRequest });
    expect(bodies[0]).toMatchObject({ clientRequest });
    expect(warnings).toEqual([
      {
        operation: "recording.start",
        path: "clientRequest.recordingConfig.avFileType",
        message: "is no field of this object: it belongs in clientRequest.recordingFileConfig.avFileType",
        received: "array of 2",
        belongsIn: "clientRequest.recordingFileConfig.avFileType",
      },
      {
        operation: "recording.start",
        path: "clientRequest.transcodingConfig",
        message: "is no field of this object: it belongs in clientRequest.recordingConfig.transcodingConfig",
        received: "object",
        belongsIn: "clientRequest.recordingConfig.transcodingConfig",
      },
    ]);
  });

  test.each<[what: string, made: () => Promise<string[]>, path: string, place: string]>([
    [
      "an endpoint beside the bucket",
      () => stored({ endpoint: "minio.example" }),
      "clientRequest.storageConfig.endpoint",
      "clientRequest.storageConfig.extensionParams.endpoint",
    ],
    [
      "a token beside clientRequest",
      () => started("mix", { storageConfig }, { token: "t" }),
      "token",
      "clientRequest.token",
    ],
    [
      "a size beside the canvas",
      () => mixed({ width: 1280 }),
      "clientRequest.recordingConfig.width",
      "clientRequest.recordingConfig.transcodingConfig.width",
    ],
    [
      "a time of the page beside its service",
      () =>
        started("web", {
          storageConfig,
          extensionServiceConfig: { maxVideoDuration: 60, extensionServices: [recorder] },
        }),
      "clientRequest.extensionServiceConfig.maxVideoDuration",
      "clientRequest.extensionServiceConfig.extensionServices[].serviceParam.maxVideoDuration",
    ],
    [
      "storageConfig in captionConfig",
      () => joined({ captionConfig: { storageConfig } }),
      "captionConfig.storageConfig",
      "captionConfig.storage",
    ],
    [
      "an endpoint beside the bucket of captions",
      () => joined({ captionConfig: { storage: { ...storageConfig, endpoint: "https://minio.example" } } }),
      "captionConfig.storage.endpoint",
      "captionConfig.extensionParams.endpoint",
    ],
    ["a bot beside rtcConfig", () => joined({ pubBotToken: "t" }), "pubBotToken", "rtcConfig.pubBotToken"],
  ])("%s", async (_, made, path, place) => {
    expect(await made()).toEqual([belongs(path, place)]);
  });

  test("of acquire too: scene beside clientRequest", async () => {
    const { recording, warnings } = collect();
    await recording.acquire({ cname: "c", uid: "1", scene: 1 } as never);
    expect(warnings).toMatchObject([
      { operation: "recording.acquire", path: "scene", belongsIn: "clientRequest.scene" },
    ]);
  });

  test.each<[string, () => Promise<string[]>]>([
    ["a name that no object has", () => mixed({ somethingNew: 1 }, { somethingElse: {} })],
    [
      "what a handle has besides",
      () => started("mix", { storageConfig }, { id: 7, sid: "s", grant: "g", appId: "app1" }),
    ],
    [
      "parameters of a service that is not known",
      () =>
        started("mix", {
          recordingConfig: { streamTypes: 0 },
          extensionServiceConfig: {
            extensionServices: [
              {
                serviceName: "aliyun_voice_async_scan",
                streamTypes: 0,
                serviceParam: { callbackAddr: "https://app.example/cb", accessKey: "k", region: "r", apiData: {} },
              },
            ],
          },
        }),
    ],
    ["fields of other generations", () => joined({ translateConfig: { forceTranslateInterval: 2 } })],
    ["nothing at all", () => mixed({ avFileType: null, transcodingConfig: undefined })],
  ])("is not seen in %s", async (_, made) => {
    expect(await made()).toEqual([]);
  });
});
