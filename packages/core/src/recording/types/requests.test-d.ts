import { describe, expectTypeOf, test } from "vitest";
import type { AcquireRequest } from "./acquire.ts";
import { AudioProfile } from "./audio-profile.ts";
import { ChannelType } from "./channel-type.ts";
import type { ClientRequest, IndividualClientRequest, MixClientRequest, WebClientRequest } from "./client-request.ts";
import { DecryptionMode } from "../../rtc/encryption.ts";
import type { RecordingHandle, RecordingLayoutTarget, RecordingTarget } from "./handle.ts";
import { MixedVideoLayout, RenderMode } from "./layout.ts";
import type { KnownRecordingMode, RecordingMode } from "./mode.ts";
import type { OtherClientRequest } from "./other-mode.ts";
import type { RawClientRequest } from "./raw.ts";
import type { RecordingResource } from "./resource.ts";
import type { IndividualRecordingConfig, MixRecordingConfig } from "./recording-config.ts";
import type { StartRequest } from "./start.ts";
import type { StopClientRequest } from "./stop.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";
import { AmazonS3Region } from "../../storage/storage-regions.ts";
import { StorageVendor } from "../../storage/storage-vendor.ts";
import { StreamTypes, SubscribeUidGroup, VideoStreamType } from "./subscription.ts";
import type { TranscodingConfig } from "./transcoding-config.ts";
import type { UpdateLayoutClientRequest } from "./update-layout.ts";
import type { UpdateClientRequest } from "./update.ts";

/** The client's methods, as far as their types matter here. */
declare const recording: {
  acquire(request: AcquireRequest): RecordingResource;
  start<Mode extends RecordingMode>(request: StartRequest<Mode>): RecordingHandle<Mode>;
  query(handle: RecordingTarget): void;
  update<Mode extends RecordingMode>(handle: RecordingHandle<Mode>, request: UpdateClientRequest<Mode>): void;
  updateLayout<Mode extends RecordingMode>(
    handle: RecordingLayoutTarget<Mode>,
    request: UpdateLayoutClientRequest,
  ): void;
};
declare const resource: RecordingResource;
declare const token: string;

const storageConfig: StorageConfig = {
  vendor: StorageVendor.AmazonS3,
  region: AmazonS3Region.EU_CENTRAL_1,
  bucket: "b",
  accessKey: "a",
  secretKey: "s",
};
const individual = { channelType: ChannelType.LiveBroadcast, subscribeUidGroup: SubscribeUidGroup.UpTo2 } as const;
const page = { url: "https://a.example", audioProfile: 0, videoWidth: 1, videoHeight: 1, maxRecordingHour: 1 } as const;
const recorder = { serviceName: "web_recorder_service", serviceParam: page } as const;
const push = (rtmpUrl: string) =>
  ({ serviceName: "rtmp_publish_service", serviceParam: { outputs: [{ rtmpUrl }] } }) as const;
const snapshotConfig = { captureInterval: 10, fileType: ["jpg"] } as const;

describe("start", () => {
  test("takes a lease, whatever else it holds", () => {
    const recordingConfig = { channelType: ChannelType.Communication, maxIdleTime: 300 };
    const handle = recording.start({
      ...resource,
      mode: "mix",
      clientRequest: { token, storageConfig, recordingConfig },
    });
    expectTypeOf(handle).toEqualTypeOf<RecordingHandle<"mix">>();
    const lease = { ...resource, newLeaseField: 1 };
    recording.start({ ...lease, mode: "mix", clientRequest: { storageConfig } });
    recording.start({ cname: "c", uid: "1", resourceId: "r", mode: "mix", clientRequest: { storageConfig } });
    // @ts-expect-error -- no resource ID
    recording.start({ cname: "c", uid: "1", mode: "mix", clientRequest: { storageConfig } });
    // @ts-expect-error -- a mode is a word
    recording.start({ ...resource, mode: 1, clientRequest: { storageConfig } });
  });

  test("takes a request of any mode", () => {
    const start = (request: StartRequest) => {
      if (request.mode === "web") expectTypeOf(request.clientRequest).toEqualTypeOf<WebClientRequest>();
      return recording.start(request);
    };
    expectTypeOf(start).returns.toEqualTypeOf<RecordingHandle>();
    expectTypeOf<ClientRequest>().toEqualTypeOf<
      RawClientRequest | IndividualClientRequest | MixClientRequest | WebClientRequest
    >();
  });

  test("keeps the modes apart", () => {
    const mixed = { storageConfig, recordingConfig: { channelType: 1, transcodingConfig: {} } } as const;
    const web = { storageConfig, extensionServiceConfig: { extensionServices: [recorder] } } as const;
    recording.start({ ...resource, mode: "mix", clientRequest: mixed });
    recording.start({ ...resource, mode: "web", clientRequest: web });
    expectTypeOf(mixed).not.toExtend<IndividualClientRequest | WebClientRequest>();
    expectTypeOf(web).not.toExtend<IndividualClientRequest | MixClientRequest>();
    // @ts-expect-error -- the request of another mode
    recording.start({ ...resource, mode: "web", clientRequest: mixed });
    // @ts-expect-error -- the request of another mode
    recording.start({ ...resource, mode: "individual", clientRequest: mixed });
    // @ts-expect-error -- the request of another mode
    recording.start({ ...resource, mode: "mix", clientRequest: web });
    // @ts-expect-error -- the request of another mode
    recording.start({ ...resource, mode: "raw", clientRequest: web });
  });
});

describe("a mode that this SDK does not know", () => {
  test("is started, controlled and stopped by its own word", () => {
    const handle = recording.start({
      ...resource,
      mode: "hologram",
      clientRequest: {
        storageConfig,
        recordingConfig: { channelType: 1, depth: 3 },
        recordingFileConfig: { avFileType: ["usdz"] },
        hologramConfig: {},
      },
    });
    expectTypeOf(handle).toEqualTypeOf<RecordingHandle<"hologram">>();
    recording.update(handle, { storageConfig, webRecordingConfig: { onhold: true } });
    recording.updateLayout(handle, { mixedVideoLayout: 1 });
    expectTypeOf<RecordingHandle<"hologram">>().toExtend<RecordingTarget<RecordingMode>>();
    expectTypeOf<ClientRequest<"hologram">>().toEqualTypeOf<OtherClientRequest>();
    // @ts-expect-error -- what all modes share has its type in each
    recording.start({ ...resource, mode: "hologram", clientRequest: { storageConfig: { vendor: 1 } } });
    // @ts-expect-error -- the same
    recording.start({ ...resource, mode: "hologram", clientRequest: { recordingConfig: { maxIdleTime: "30" } } });
  });

  test("takes nothing from the known ones: each is offered by an editor and told apart", () => {
    expectTypeOf<"raw">().toExtend<RecordingMode>();
    expectTypeOf<string>().toExtend<RecordingMode>();
    expectTypeOf<string>().not.toExtend<KnownRecordingMode>();
    expectTypeOf<Extract<RecordingMode, "raw" | "individual" | "mix" | "web">>().toEqualTypeOf<KnownRecordingMode>();
    const handle = {} as RecordingHandle;
    if (handle.mode === "raw") expectTypeOf(handle).toEqualTypeOf<RecordingHandle<"raw">>();
    else if (handle.mode === "web") expectTypeOf(handle).toEqualTypeOf<RecordingHandle<"web">>();
    else expectTypeOf(handle).toEqualTypeOf<RecordingHandle<"individual" | "mix">>();
  });
});

describe("raw", () => {
  test("takes what the documentation shows, and snapshots", () => {
    const documented = {
      token,
      storageConfig,
      recordingConfig: {
        channelType: ChannelType.LiveBroadcast,
        streamTypes: StreamTypes.AudioAndVideo,
        videoStreamType: VideoStreamType.High,
        maxIdleTime: 30,
        subscribeAudioUids: ["#allstream#"],
        subscribeVideoUids: ["1"],
        subscribeUidGroup: SubscribeUidGroup.UpTo2,
      },
      recordingFileConfig: { avFileType: ["hls", "mp4"] },
    } satisfies RawClientRequest;
    const requests: RawClientRequest[] = [
      documented,
      { storageConfig },
      { storageConfig, recordingConfig: { channelType: 1 }, recordingFileConfig: { avFileType: ["hls"] } },
      { storageConfig, recordingConfig: { streamTypes: 0 }, recordingFileConfig: { avFileType: ["mp3"] } },
      { storageConfig, recordingConfig: { streamTypes: 1 }, snapshotConfig },
    ];
    expectTypeOf(recording.start({ ...resource, mode: "raw", clientRequest: documented })).toEqualTypeOf<
      RecordingHandle<"raw">
    >();
    expectTypeOf(requests).toBeArray();
  });

  test("refuses what is not its own", () => {
    const refused: RawClientRequest[] = [
      // @ts-expect-error -- removed
      { storageConfig, recordingConfig: { channelType: 1, streamMode: "standard" } },
      // @ts-expect-error -- the request is rejected
      { storageConfig, extensionServiceConfig: { extensionServices: [] } },
      // @ts-expect-error -- R19
      { storageConfig, recordingConfig: { channelType: 1, transcodingConfig: {} } },
      // @ts-expect-error -- R13
      { storageConfig, recordingFileConfig: { avFileType: ["mp4"] } },
      // @ts-expect-error -- MP3 is for audio alone
      { storageConfig, recordingFileConfig: { avFileType: ["mp3", "mp4"] } },
      // @ts-expect-error -- R26: pictures of no video
      { storageConfig, recordingConfig: { streamTypes: 0 }, snapshotConfig },
    ];
    expectTypeOf(refused).toBeArray();
  });
});

describe("individual", () => {
  test("takes recordings and snapshots", () => {
    expectTypeOf({ token, storageConfig, recordingConfig: individual }).toExtend<IndividualClientRequest>();
    const request = {
      token,
      storageConfig,
      recordingConfig: {
        ...individual,
        streamTypes: StreamTypes.Video,
        videoStreamType: VideoStreamType.Low,
        streamMode: "standard",
        subscribeVideoUids: ["1"],
      },
      recordingFileConfig: { avFileType: ["hls"] },
      snapshotConfig,
    } satisfies IndividualClientRequest;
    expectTypeOf(request).toExtend<IndividualClientRequest>();
  });

  test("refuses what is not its own", () => {
    const base = { storageConfig, recordingConfig: individual } as const;
    const refused: IndividualClientRequest[] = [
      // @ts-expect-error -- R17: how many users?
      { storageConfig, recordingConfig: { channelType: 1 } },
      // @ts-expect-error -- R17
      { storageConfig },
      // @ts-expect-error -- R19
      { storageConfig, recordingConfig: { ...individual, transcodingConfig: {} } },
      // @ts-expect-error -- R19
      { storageConfig, recordingConfig: { ...individual, audioProfile: AudioProfile.Mono48Kbps } },
      // @ts-expect-error -- R13
      { ...base, recordingFileConfig: { avFileType: ["hls", "mp4"] } },
      // @ts-expect-error -- services belong to web
      { ...base, extensionServiceConfig: { extensionServices: [recorder] } },
      // @ts-expect-error -- R26: pictures of no video
      { storageConfig, recordingConfig: { ...individual, streamTypes: 0 }, snapshotConfig },
      // @ts-expect-error -- R26
      { ...base, snapshotConfig: { fileType: ["png"] } },
    ];
    expectTypeOf(refused).toBeArray();
  });
});

describe("mix", () => {
  test("takes every field", () => {
    const request: MixClientRequest = {
      token,
      storageConfig,
      recordingConfig: {
        channelType: 1,
        decryptionMode: DecryptionMode.AES_256_GCM2,
        secret: "s",
        salt: "t",
        maxIdleTime: 30,
        streamTypes: StreamTypes.AudioAndVideo,
        videoStreamType: VideoStreamType.High,
        subscribeAudioUids: ["#allstream#"],
        unSubscribeVideoUids: ["1"],
        subscribeUidGroup: SubscribeUidGroup.From33To49,
        audioProfile: AudioProfile.Stereo192Kbps,
        privateParams: "{}",
        transcodingConfig: {
          width: 640,
          height: 480,
          fps: 15,
          bitrate: 800,
          mixedVideoLayout: MixedVideoLayout.Custom,
          backgroundColor: "#000000",
          layoutConfig: [{ x_axis: 0, y_axis: 0, width: 1, height: 1, render_mode: RenderMode.Fit }],
          backgroundConfig: [{ uid: "1", image_url: "https://a.example/b.jpg" }],
        },
      },
      recordingFileConfig: { avFileType: ["hls", "mp4"] },
    };
    expectTypeOf(request).toExtend<MixClientRequest>();
    const legacy = {
      storageConfig,
      extensionServiceConfig: {
        extensionServices: [
          {
            serviceName: "aliyun_vod_service",
            serviceParam: { accessKey: "a", secretKey: "s", regionId: "r", apiData: { videoData: { title: "t" } } },
          },
        ],
      },
    } as const;
    expectTypeOf(legacy).toExtend<MixClientRequest>();
  });

  test("refuses what is not its own", () => {
    const refused: MixClientRequest[] = [
      // In a page the storage is the proxy's to add.
      { token },
      // @ts-expect-error -- R26
      { storageConfig, snapshotConfig },
      // @ts-expect-error -- R18
      { storageConfig, recordingConfig: { channelType: 1, streamMode: "standard" } },
      // @ts-expect-error -- services belong to web
      { storageConfig, extensionServiceConfig: { extensionServices: [recorder] } },
      // @ts-expect-error -- legacy fields of individual
      { storageConfig, appsCollection: { combinationPolicy: "default" } },
      // @ts-expect-error -- a misspelt field
      { storageConfig, recordingFileconfig: {} },
    ];
    expectTypeOf(refused).toBeArray();
  });
});

describe("web", () => {
  test("takes a page and a push", () => {
    const requests: WebClientRequest[] = [
      { storageConfig, extensionServiceConfig: { extensionServices: [recorder] } },
      { storageConfig, extensionServiceConfig: { extensionServices: [recorder, push("rtmp://a.example/b")] } },
      { storageConfig, extensionServiceConfig: { extensionServices: [push("rtmp://a.example/b"), recorder] } },
    ];
    expectTypeOf(requests).toBeArray();
  });

  test("refuses what is not its own", () => {
    const extensionServiceConfig = { extensionServices: [recorder] } as const;
    const base = { storageConfig, extensionServiceConfig };
    const twice = { outputs: [{ rtmpUrl: "rtmp://a.example/b" }, { rtmpUrl: "rtmp://a.example/c" }] } as const;
    const refused: WebClientRequest[] = [
      // @ts-expect-error -- R27
      { storageConfig },
      // @ts-expect-error -- only channels have tokens
      { ...base, token },
      // @ts-expect-error -- only channels are configured
      { ...base, recordingConfig: { channelType: 1 } },
      // @ts-expect-error -- R26
      { ...base, snapshotConfig },
      // @ts-expect-error -- R27: a push alone
      { storageConfig, extensionServiceConfig: { extensionServices: [push("rtmp://a.example/b")] } },
      // @ts-expect-error -- R27: two recorders
      { storageConfig, extensionServiceConfig: { extensionServices: [recorder, recorder] } },
      {
        storageConfig,
        // @ts-expect-error -- R29: two outputs
        extensionServiceConfig: { extensionServices: [recorder, { ...push(""), serviceParam: twice }] },
      },
    ];
    expectTypeOf(refused).toBeArray();
  });
});

describe("the configuration of a channel", () => {
  const channelType = ChannelType.LiveBroadcast;

  test("has one list for each medium that is recorded (R14, R16)", () => {
    const accepted: MixRecordingConfig[] = [
      { channelType, subscribeAudioUids: ["1"], subscribeVideoUids: ["2"] },
      { channelType, streamTypes: 0, unSubscribeAudioUids: ["1"] },
      { channelType, streamTypes: 1, subscribeVideoUids: ["1"] },
      { channelType, streamTypes: undefined, maxIdleTime: undefined },
      { maxIdleTime: 30 },
    ];
    const refused: MixRecordingConfig[] = [
      // @ts-expect-error -- R14
      { channelType, subscribeAudioUids: ["1"], unSubscribeAudioUids: ["2"] },
      // @ts-expect-error -- R14
      { channelType, subscribeVideoUids: ["1"], unSubscribeVideoUids: ["2"] },
      // @ts-expect-error -- R16
      { channelType, streamTypes: 0, subscribeVideoUids: ["1"] },
      // @ts-expect-error -- R16
      { channelType, streamTypes: 1, unSubscribeAudioUids: ["1"] },
      // @ts-expect-error -- the other spelling
      { channelType, unsubscribeAudioUids: ["1"] },
      // @ts-expect-error -- no such medium
      { channelType, streamTypes: 3 },
    ];
    expectTypeOf(accepted).toEqualTypeOf(refused);
  });

  test("has what its encryption needs (R24)", () => {
    const accepted: MixRecordingConfig[] = [
      { channelType, decryptionMode: 0 },
      { channelType, decryptionMode: DecryptionMode.AES_128_XTS, secret: "s" },
      { channelType, decryptionMode: DecryptionMode.AES_128_GCM2, secret: "s", salt: "t" },
      { channelType, decryptionMode: 9, secret: "s", salt: "t" },
    ];
    const refused: MixRecordingConfig[] = [
      // @ts-expect-error -- no secret
      { channelType, decryptionMode: 1 },
      // @ts-expect-error -- no salt
      { channelType, decryptionMode: 7, secret: "s" },
      // @ts-expect-error -- no secret
      { channelType, decryptionMode: DecryptionMode.AES_256_GCM2, salt: "t" },
    ];
    expectTypeOf(accepted).toEqualTypeOf(refused);
  });

  test("has regions in the custom layout only (R21)", () => {
    const layoutConfig = [{ x_axis: 0, y_axis: 0, width: 1, height: 1 }];
    const accepted: TranscodingConfig[] = [
      { mixedVideoLayout: 3, layoutConfig },
      { mixedVideoLayout: MixedVideoLayout.Vertical, maxResolutionUid: "1", layoutConfig: [] },
      {},
    ];
    const refused: TranscodingConfig[] = [
      // @ts-expect-error -- no regions
      { mixedVideoLayout: 3 },
      // @ts-expect-error -- regions
      { mixedVideoLayout: 1, layoutConfig },
      // @ts-expect-error -- regions
      { layoutConfig },
    ];
    expectTypeOf(accepted).toEqualTypeOf(refused);
    expectTypeOf<UpdateLayoutClientRequest>().toExtend<TranscodingConfig>();
  });

  test("is open where the service may grow", () => {
    const config: IndividualRecordingConfig = { channelType, subscribeUidGroup: 6, streamMode: "newest" };
    const storage: StorageConfig = { ...storageConfig, vendor: 12, region: 99 };
    const request: AcquireRequest = { cname: "c", uid: "1", clientRequest: { region: "SA", regionAffinity: 5 } };
    const files: MixClientRequest = { storageConfig, recordingFileConfig: { avFileType: ["hls", "dash"] } };
    expectTypeOf([config, storage, request, files]).toBeArray();
  });
});

describe("calls with a handle", () => {
  const mix = {} as RecordingHandle<"mix">;
  const web = {} as RecordingHandle<"web">;
  const any = {} as RecordingHandle;

  test("knows the mode", () => {
    recording.updateLayout(mix, { mixedVideoLayout: 1 });
    // @ts-expect-error -- R30
    recording.updateLayout(web, { mixedVideoLayout: 1 });
    // @ts-expect-error -- R30: could be of any mode
    recording.updateLayout(any, { mixedVideoLayout: 1 });
    expectTypeOf<Extract<RecordingHandle, { mode: "mix" }>>().toEqualTypeOf<RecordingHandle<"mix">>();
    expectTypeOf<RecordingHandle>().toExtend<RecordingTarget>();
    if (any.mode === "mix") recording.updateLayout(any, { mixedVideoLayout: 1 });
    recording.query({ cname: "c", uid: "1", mode: "web", resourceId: "r", sid: "s" });
  });

  test("updates what the mode has (R31)", () => {
    const streamSubscribe = { audioUidList: { subscribeAudioUids: ["1"] } };
    recording.update(mix, { streamSubscribe, storageConfig });
    recording.update(web, { webRecordingConfig: { onhold: true } });
    recording.update(web, { rtmpPublishConfig: { outputs: [{ rtmpUrl: "rtmp://a.example/b" }] } });
    recording.update(any, { storageConfig });
    expectTypeOf<UpdateClientRequest<"individual">>().toEqualTypeOf<UpdateClientRequest<"mix">>();
    expectTypeOf<UpdateClientRequest<"raw">>().toEqualTypeOf<UpdateClientRequest<"mix">>();
    // @ts-expect-error -- only web is paused
    recording.update(mix, { webRecordingConfig: { onhold: true } });
    // @ts-expect-error -- only channels have streams
    recording.update(web, { streamSubscribe });
    // @ts-expect-error -- R14
    recording.update(mix, { streamSubscribe: { audioUidList: { subscribeAudioUids: [], unSubscribeAudioUids: [] } } });
  });

  test("stops with one option", () => {
    expectTypeOf({ async_stop: true }).toExtend<StopClientRequest>();
    expectTypeOf({}).toExtend<StopClientRequest>();
    // @ts-expect-error -- camel case
    const refused: StopClientRequest = { asyncStop: true };
    expectTypeOf(refused).toExtend<StopClientRequest>();
  });
});

describe("constants", () => {
  test("are exact numbers", () => {
    expectTypeOf(StorageVendor.AmazonS3).toEqualTypeOf<1>();
    expectTypeOf<ChannelType>().toEqualTypeOf<0 | 1>();
    expectTypeOf<DecryptionMode>().toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8>();
    expectTypeOf<StorageVendor>().toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 11>();
  });
});
