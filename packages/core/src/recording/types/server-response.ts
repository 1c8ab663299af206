/** A file as the service lists it, in `fileListMode` `json`. Agora docs: query and stop, fileList */
export interface FileEntry {
  readonly fileName: string;
  readonly trackType?: "audio" | "video" | "audio_and_video" | (string & {});
  readonly uid?: string;
  readonly mixedAllUser?: boolean;
  readonly isPlayable?: boolean;
  /** In seconds or ms; `files` has it in ms. */
  readonly sliceStartTime?: number;
  readonly [field: string]: unknown;
}

/** State of a service of web mode, or of one that works on a channel. Agora docs: query and stop, extensionServiceState */
export interface ExtensionServiceState {
  readonly serviceName: "web_recorder_service" | "rtmp_publish_service" | "upload_service" | (string & {});
  /** What the service tells about itself. */
  readonly payload?: ExtensionServicePayload;
  /** What it does with single streams, as moderation tells it. */
  readonly streamState?: readonly ExtensionStreamState[];
  readonly [field: string]: unknown;
}

/** What a service does with one stream. */
export interface ExtensionStreamState {
  /** The user; `"0"` for all together. */
  readonly uid?: string;
  /** Which of the user's streams. */
  readonly streamType?: "audio" | "video" | (string & {});
  /** Whether the stream is being processed. */
  readonly status?: "inProgress" | (string & {});
  readonly [field: string]: unknown;
}

/** Which fields there are depends on the service. */
export interface ExtensionServicePayload {
  /** How far the service is. */
  readonly state?: "init" | "inProgress" | "exit" | (string & {});
  /** Whether the recording is paused. */
  readonly onhold?: boolean;
  /** Files of a web page recording. */
  readonly fileList?: readonly WebFileEntry[];
  /** The push to a CDN, on query. */
  readonly outputs?: readonly RtmpOutputState[];
  /** The push to a CDN, on stop. */
  readonly status?: RtmpStatus;
  /** The upload, on stop. */
  readonly uploadingStatus?: UploadingStatus;
  readonly [field: string]: unknown;
}

/** A file of web mode: `filename` has no capital here. */
export interface WebFileEntry {
  readonly filename: string;
  /** In seconds or ms; `files` has it in ms. */
  readonly sliceStartTime?: number;
  readonly [field: string]: unknown;
}

export interface RtmpOutputState {
  readonly rtmpUrl: string;
  readonly status: RtmpStatus;
  readonly [field: string]: unknown;
}

/** `onhold`: paused. `disconnected`: could not connect, change the address. */
export type RtmpStatus = "connecting" | "publishing" | "onhold" | "disconnected" | (string & {});

/** `stranded` is of mode raw. `unknow` is how older answers spell it. */
export type UploadingStatus = "uploaded" | "backuped" | "stranded" | "unknown" | "unknow" | (string & {});

/** What query and stop have in common; which fields there are depends on mode and configuration. */
export interface ServerResponse {
  /** `string`: `fileList` is one name. `json`: it is a list. */
  readonly fileListMode?: "string" | "json" | (string & {});
  /** The files, as `fileListMode` says; `files` of the result has one form for all modes. */
  readonly fileList?: string | readonly FileEntry[];
  /** Services of web mode. */
  readonly extensionServiceState?: readonly ExtensionServiceState[];
  readonly [field: string]: unknown;
}

/** Agora docs: query, serverResponse */
export interface QueryServerResponse extends ServerResponse {
  /** The number behind `state`. Missing where nothing but services works on the channel. */
  readonly status?: number;
  /** Where the recording begins, in ms since the epoch. */
  readonly sliceStartTime?: number;
  /** Only in older answers, and where services work on the channel; decoded in `services`. */
  readonly subServiceStatus?: { readonly recordingService?: string; readonly [field: string]: unknown };
}

/** Agora docs: stop, serverResponse */
export interface StopServerResponse extends ServerResponse {
  /** Not documented for stop. */
  readonly status?: number;
  /** How far the upload is; `upload` of the result says it in every mode. */
  readonly uploadingStatus?: UploadingStatus;
}
