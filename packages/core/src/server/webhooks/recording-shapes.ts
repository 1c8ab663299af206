import type { NotificationFile, RecordingDetails } from "../../notifications/recording-details.ts";
import type { Shape } from "./shape.ts";

type RecordingShapes = { readonly [Name in keyof RecordingDetails]: Shape<RecordingDetails[Name]> };

function makeShapes(): RecordingShapes {
  const file: Shape<NotificationFile> = {
    fileName: "string",
    filename: "string",
    trackType: "string",
    uid: "string",
    mixedAllUser: "boolean",
    isPlayable: "boolean",
    sliceStartTime: "number",
  };

  const base = { msgName: "string" } as const;
  const status = { ...base, status: "number" } as const;
  const uploaded = { ...status, fileList: [file] } as const;
  const streamState = { ...base, streamUid: "string", state: "number", UtcMs: "number" } as const;

  return {
    error: { ...base, module: "number", errorLevel: "number", errorCode: "number", stat: "number", errorMsg: "string" },
    warning: { ...base, module: "number", warnCode: "number" },
    "status-update": { ...status, recordingMode: "number", fileList: "string" },
    "file-infos": { ...base, fileList: "string" },
    "session-exit": { ...base, exitStatus: "number" },
    "session-failover": { ...base, newUid: "number" },
    "ha-registered": base,
    "uploader-started": status,
    uploaded,
    backuped: uploaded,
    "uploading-progress": { ...base, progress: "number" },
    "recorder-started": status,
    "recorder-leave": { ...base, leaveCode: "number" },
    "slice-start": {
      ...base,
      startUtcMs: "number",
      discontinueUtcMs: "number",
      mixedAllUser: "boolean",
      streamUid: "string",
      trackType: "string",
    },
    "audio-state": streamState,
    "video-state": streamState,
    snapshot: { ...base, fileName: "string" },
    "vod-started": { ...base, aliVodInfo: { videoId: "string" } },
    "vod-triggered": base,
    "web-started": { ...base, recorderStartTime: "number" },
    "web-stopped": { ...base, code: "number", message: "string", details: "string", fileList: [file] },
    "web-capability-limit": { ...base, limitType: "string" },
    "web-reload": { ...base, reason: "string" },
    "transcoder-started": base,
    "transcoder-completed": {
      ...base,
      result: "string",
      uids: [{ uid: "string", result: "string", fileList: [file] }],
    },
    "download-failed": { ...base, vendor: "number", region: "number", bucket: "string", fileName: "string" },
    "rtmp-status": { ...base, rtmpUrl: "string", status: "number or string" },
    "transcode-final": { ...base, result: "string", fileList: [file] },
  };
}

/** The types of `payload.details`, by event. */
export const recordingShapes: RecordingShapes = /* @__PURE__ */ makeShapes();
