/** A file in the target storage. Agora docs: webhook events, uploaded */
export interface NotificationFile {
  readonly fileName?: string;
  /** Web page recording spells it so. */
  readonly filename?: string;
  readonly trackType?: "audio" | "video" | "audio_and_video" | (string & {});
  /** `"0"` in mode mix. */
  readonly uid?: string;
  readonly mixedAllUser?: boolean;
  readonly isPlayable?: boolean;
  /** Ms since the epoch. */
  readonly sliceStartTime?: number;
}

interface Details {
  /** The event by the service's own name. */
  readonly msgName?: string;
}

interface StatusDetails extends Details {
  /** 0 is normal. */
  readonly status?: number;
}

interface UploadedDetails extends StatusDetails {
  /** Not in mode web. */
  readonly fileList?: readonly NotificationFile[];
}

interface StreamStateDetails extends Details {
  /** Can be `"0"` in mode mix. */
  readonly streamUid?: string;
  /** 0: receiving. 1: not receiving. */
  readonly state?: number;
  /** Ms since the epoch. */
  readonly UtcMs?: number;
}

/**
 * `payload.details` of Cloud Recording, by event. What is there has the documented type, and everything may be missing;
 * fields that the service adds later are there too. Agora docs: webhook events
 */
export interface RecordingDetails {
  /** Event 1: a fault. */
  error: Details & {
    /** 0 recorder, 1 uploader, 2 service, 6 web page recording. */
    readonly module?: number;
    /** 1 debug to 5 fatal: query at once. */
    readonly errorLevel?: number;
    readonly errorCode?: number;
    /** 0 is normal. */
    readonly stat?: number;
    readonly errorMsg?: string;
  };
  /** Event 2: something that the service recovers from. */
  warning: Details & {
    /** 0 recorder, 1 uploader. */
    readonly module?: number;
    readonly warnCode?: number;
  };
  /** Event 3: the recording has another status. */
  "status-update": Details & {
    /** As `serverResponse.status` of query. */
    readonly status?: number;
    /** 0 individual and raw, 1 mix. */
    readonly recordingMode?: number;
    readonly fileList?: string;
  };
  /** `fileList` is the name of the M3U8. */
  "file-infos": Details & { readonly fileList?: string };
  /** `exitStatus` 0: over, and the files are uploaded. 1: abnormal. */
  "session-exit": Details & { readonly exitStatus?: number };
  /** `newUid` is the recorder's from now on. */
  "session-failover": Details & { readonly newUid?: number };
  /** Event 13: another server is registered, which takes over if this one fails. */
  "ha-registered": Details;
  /** Event 30: the upload begins. */
  "uploader-started": StatusDetails;
  /** All files are in the target storage. */
  uploaded: UploadedDetails;
  /** All files are uploaded, at least one to the service's backup. */
  backuped: UploadedDetails;
  /** `progress` from 0 to 10,000. */
  "uploading-progress": Details & { readonly progress?: number };
  /** Event 40: the recorder is there. */
  "recorder-started": StatusDetails;
  /** Bits of `leaveCode`: 2 killed, 4 nobody in the channel, 8 of no meaning, 16 left by itself; 0 never got in. */
  "recorder-leave": Details & { readonly leaveCode?: number };
  /** Event 42: a slice begins. */
  "slice-start": Details & {
    /** Ms since the epoch, as the next. */
    readonly startUtcMs?: number;
    /** After an interruption the end of the last good slice, else the same as `startUtcMs`. */
    readonly discontinueUtcMs?: number;
    readonly mixedAllUser?: boolean;
    readonly streamUid?: string;
    readonly trackType?: string;
  };
  /** Event 43: a user's audio begins or ends. */
  "audio-state": StreamStateDetails;
  /** Event 44: a user's video begins or ends. */
  "video-state": StreamStateDetails;
  /** Event 45: a picture was taken. */
  snapshot: Details & { readonly fileName?: string };
  /** Event 60: the upload to ApsaraVideo for VoD begins. */
  "vod-started": Details & { readonly aliVodInfo?: { readonly videoId?: string } };
  /** Event 61: the files are in ApsaraVideo for VoD. */
  "vod-triggered": Details;
  /** Event 70: the recording of a page begins. */
  "web-started": Details & {
    /** Ms since the epoch. */
    readonly recorderStartTime?: number;
  };
  /** Event 71: the recording of a page is over. */
  "web-stopped": Details & {
    /** 0 as requested, 1 limit of hours, 2 unsupported page, 3 engine, 4 page too slow, 5 page not found, 6 recorder. */
    readonly code?: number;
    /** The code in a word, at times with a blank at its end. */
    readonly message?: string;
    readonly details?: string;
    readonly fileList?: readonly NotificationFile[];
  };
  /** Event 72: the page asks for more than the service can do. */
  "web-capability-limit": Details & {
    readonly limitType?: "resolution" | "WebGL" | "bandwidth" | (string & {});
  };
  /** Event 73: the service has loaded the page again. */
  "web-reload": Details & { readonly reason?: "audio_silence" | "page_load_timeout" | (string & {}) };
  /** Event 80: transcoding begins. */
  "transcoder-started": Details;
  /** Event 81: transcoding is over. */
  "transcoder-completed": Details & {
    readonly result?: "all_success" | "partial_success" | "fail" | (string & {});
    readonly uids?: readonly {
      readonly uid?: string;
      readonly result?: string;
      readonly fileList?: readonly NotificationFile[];
    }[];
  };
  /** Event 90: recorded files could not be fetched. */
  "download-failed": Details & {
    readonly vendor?: number;
    readonly region?: number;
    readonly bucket?: string;
    /** Names with `;` between. */
    readonly fileName?: string;
  };
  /** Event 100: the push to a CDN has another status. */
  "rtmp-status": Details & {
    readonly rtmpUrl?: string;
    readonly status?: "connecting" | "publishing" | "onhold" | "disconnected" | (string & {}) | number;
  };
  /** Event 1001: the transcoded files are there. */
  "transcode-final": Details & {
    readonly result?: "total_success" | "partial_success" | "failed" | (string & {});
    readonly fileList?: readonly NotificationFile[];
  };
}
