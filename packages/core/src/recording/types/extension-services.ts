import type { AudioProfile } from "./audio-profile.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * What web mode records, and where it is pushed to.
 *
 * Agora docs: start, extensionServiceConfig
 */
export interface ExtensionServiceConfig {
  /** What an error of a service does to the others. Default `error_abort`: it ends them. */
  errorHandlePolicy?: ErrorHandlePolicy | Absent;
  /** Default `v1`. */
  apiVersion?: string | Absent;
  /** The recorder of the page, and a push to a CDN next to it where wanted. */
  extensionServices:
    | readonly [WebRecorderService]
    | readonly [WebRecorderService, RtmpPublishService]
    | readonly [RtmpPublishService, WebRecorderService];
}

/** Other words pass, for policies that are newer than this SDK. */
export type ErrorHandlePolicy = "error_abort" | "error_ignore" | (string & {});

/** The service that records a page. */
export interface WebRecorderService {
  serviceName: "web_recorder_service";
  /** Default and only documented value: `error_abort`. */
  errorHandlePolicy?: ErrorHandlePolicy | Absent;
  /** Which page is recorded, and how. */
  serviceParam: WebRecorderParam;
}

/** Agora docs: start, extensionServiceConfig, web_recorder_service */
export interface WebRecorderParam {
  /** The page. It must need no login and no scrolling and must not redirect. */
  url: string;
  /** {@link AudioProfile}. */
  audioProfile: AudioProfile;
  /** Width of the page in pixels, 240 to 1920. `videoWidth * videoHeight` is at most 1920 * 1080. */
  videoWidth: number;
  /** Height of the page in pixels, 240 to 1920. */
  videoHeight: number;
  /** Ends the recording after so many hours: 1 to 720, not more than acquire's `resourceExpiredHour`. */
  maxRecordingHour: number;
  /** Kbps, 50 to 8000. Default 2000 from 1280 x 720 on, else 1500. */
  videoBitrate?: number | Absent;
  /** Frames a second, 5 to 60. Default 15. */
  videoFps?: number | Absent;
  /** Render the page as on a phone. Default false. */
  mobile?: boolean | Absent;
  /** Length of one MP4 file in minutes, 30 to 240. Default 120. */
  maxVideoDuration?: number | Absent;
  /** Start paused; `update` with `webRecordingConfig.onhold` resumes. Default false. */
  onhold?: boolean | Absent;
  /**
   * Seconds to wait until the page calls `navigator.notifyReady()`, 0 to 60; then it is loaded again, and after the
   * same time the recording ends. Default 0: no check.
   */
  readyTimeout?: number | Absent;
}

/** The service that pushes a recorded page to an RTMP address. */
export interface RtmpPublishService {
  serviceName: "rtmp_publish_service";
  /** Default and only documented value: `error_ignore`, a failed push leaves the recording alone. */
  errorHandlePolicy?: ErrorHandlePolicy | Absent;
  /** Exactly one output. */
  serviceParam: { outputs: readonly [RtmpOutput] };
}

/** Agora docs: start, extensionServiceConfig, rtmp_publish_service */
export interface RtmpOutput {
  /** Address of the CDN, `rtmp://` or `rtmps://`. */
  rtmpUrl: string;
}

/** Services that work on the channel of a mixed recording. Agora docs: start, extensionServiceConfig */
export interface ChannelServiceConfig {
  /** Default and only documented value: `error_abort`. */
  errorHandlePolicy?: ErrorHandlePolicy | Absent;
  /** Of the services, as their documents say: `v1`. */
  apiVersion?: string | Absent;
  /** Which services work on the channel. */
  extensionServices: readonly (AudioModerationService | AliyunVodService)[];
}

/** Moderation of what is said, by Alibaba Cloud. It keeps no files. */
export interface AudioModerationService {
  serviceName: "aliyun_voice_async_scan";
  /** Default and only documented value: `error_abort`. */
  errorHandlePolicy?: ErrorHandlePolicy | Absent;
  /** 0: audio. */
  streamTypes?: number | Absent;
  /** The account of the moderation, and where results go. */
  serviceParam: {
    /** Told what was found. */
    callbackAddr: string;
    apiData: { accessKey: string; secretKey: string; callbackSeed?: string | Absent };
  };
}

/** @deprecated Use {@link ChannelServiceConfig}. */
export interface AliyunVodServiceConfig extends ChannelServiceConfig {
  /** The one service. */
  extensionServices: readonly [AliyunVodService];
}

/**
 * Upload to Alibaba Cloud VoD.
 *
 * @deprecated No longer in the documentation.
 */
export interface AliyunVodService {
  serviceName: "aliyun_vod_service";
  errorHandlePolicy?: ErrorHandlePolicy | Absent;
  serviceParam: {
    accessKey: string;
    secretKey: string;
    regionId: string;
    apiData: { videoData: { title: string; description?: string | Absent; coverUrl?: string | Absent } };
  };
}
