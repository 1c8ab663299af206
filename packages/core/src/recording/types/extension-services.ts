import type { AudioProfile } from "./audio-profile.ts";

/**
 * What web mode records, and where it is pushed to.
 *
 * Agora docs: start, extensionServiceConfig
 */
export interface ExtensionServiceConfig {
  /** What an error of a service does to the others. Default `error_abort`: it ends them. */
  errorHandlePolicy?: ErrorHandlePolicy | undefined;
  /** Default `v1`. */
  apiVersion?: string | undefined;
  /** The recorder of the page, and a push to a CDN next to it where wanted. */
  extensionServices:
    | readonly [WebRecorderService]
    | readonly [WebRecorderService, RtmpPublishService]
    | readonly [RtmpPublishService, WebRecorderService];
}

/** Other words pass, for policies that are newer than this SDK. */
export type ErrorHandlePolicy = "error_abort" | "error_ignore" | (string & {});

export interface WebRecorderService {
  serviceName: "web_recorder_service";
  /** Default and only documented value: `error_abort`. */
  errorHandlePolicy?: ErrorHandlePolicy | undefined;
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
  videoBitrate?: number | undefined;
  /** Frames a second, 5 to 60. Default 15. */
  videoFps?: number | undefined;
  /** Render the page as on a phone. Default false. */
  mobile?: boolean | undefined;
  /** Length of one MP4 file in minutes, 30 to 240. Default 120. */
  maxVideoDuration?: number | undefined;
  /** Start paused; `update` with `webRecordingConfig.onhold` resumes. Default false. */
  onhold?: boolean | undefined;
  /**
   * Seconds to wait until the page calls `navigator.notifyReady()`, 0 to 60; then it is loaded again, and after the
   * same time the recording ends. Default 0: no check.
   */
  readyTimeout?: number | undefined;
}

export interface RtmpPublishService {
  serviceName: "rtmp_publish_service";
  /** Default and only documented value: `error_ignore`, a failed push leaves the recording alone. */
  errorHandlePolicy?: ErrorHandlePolicy | undefined;
  /** Exactly one output. */
  serviceParam: { outputs: readonly [RtmpOutput] };
}

/** Agora docs: start, extensionServiceConfig, rtmp_publish_service */
export interface RtmpOutput {
  /** Address of the CDN, `rtmp://` or `rtmps://`. */
  rtmpUrl: string;
}

/**
 * Upload to Alibaba Cloud VoD from mix mode.
 *
 * @deprecated No longer in the documentation.
 */
export interface AliyunVodServiceConfig {
  errorHandlePolicy?: ErrorHandlePolicy | undefined;
  apiVersion?: string | undefined;
  extensionServices: readonly [AliyunVodService];
}

/** @deprecated No longer in the documentation. */
export interface AliyunVodService {
  serviceName: "aliyun_vod_service";
  errorHandlePolicy?: ErrorHandlePolicy | undefined;
  serviceParam: {
    accessKey: string;
    secretKey: string;
    regionId: string;
    apiData: { videoData: { title: string; description?: string | undefined; coverUrl?: string | undefined } };
  };
}
