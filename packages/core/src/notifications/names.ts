/** The events of Cloud Recording by `eventType`, as this SDK calls them. Agora docs: Cloud Recording, webhook events */
export const recordingEventNames = {
  1: "error",
  2: "warning",
  3: "status-update",
  4: "file-infos",
  11: "session-exit",
  12: "session-failover",
  13: "ha-registered",
  30: "uploader-started",
  31: "uploaded",
  32: "backuped",
  33: "uploading-progress",
  40: "recorder-started",
  41: "recorder-leave",
  42: "slice-start",
  43: "audio-state",
  44: "video-state",
  45: "snapshot",
  60: "vod-started",
  61: "vod-triggered",
  70: "web-started",
  71: "web-stopped",
  72: "web-capability-limit",
  73: "web-reload",
  80: "transcoder-started",
  81: "transcoder-completed",
  90: "download-failed",
  100: "rtmp-status",
  1001: "transcode-final",
} as const;

/** The events of Real-Time STT v7. Agora docs: STT v7, webhook events */
export const sttAgentEventNames = {
  101: "agent-joined",
  102: "agent-left",
  104: "agent-token-expiring",
  200: "agent-file-infos",
  201: "agent-uploaded",
  202: "agent-upload-failed",
} as const;

/** The events of Real-Time STT v5 and v6. Agora docs: STT v5 and v6, webhook events */
export const sttTaskEventNames = {
  4: "task-file-infos",
  30: "task-uploader-started",
  31: "task-uploaded",
  32: "task-backuped",
  33: "task-uploading-progress",
} as const;
