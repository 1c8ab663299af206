import type { ClientRequest } from "@agora-edge/core";
import type { UseRecordingSessionOptions } from "@agora-edge/react";
import { recorderUids } from "../../uids.ts";
import { isPageUrl, type Mode, type RecordingChoice } from "./choice.ts";
import { layouts } from "./layouts.ts";

/** What `useRecordingSession` takes. Tokens and storage keys are added by the Worker. */
export function recordingOptions(channel: string, choice: RecordingChoice): UseRecordingSessionOptions {
  const { mode } = choice;
  return {
    cname: channel,
    uid: recorderUids[mode],
    mode,
    clientRequest: requests[mode](choice),
  };
}

/** As browsers write it, a host of any script in ASCII: the Worker takes no other spelling. */
const writtenOut = (pageUrl: string) => (isPageUrl(pageUrl) ? new URL(pageUrl).href : pageUrl);

/** Files have the time of day, as captions have: these are the subtitles. */
const extensionParams = { enableNTPtimestamp: true };

const requests: { [Each in Mode]: (choice: RecordingChoice) => ClientRequest<Each> } = {
  mix: ({ layout }) => ({
    recordingConfig: {
      channelType: 1,
      maxIdleTime: 300,
      extensionParams,
      transcodingConfig: { width: 1280, height: 720, fps: 15, bitrate: 2260, ...layouts[layout] },
    },
    recordingFileConfig: { avFileType: ["hls", "mp4"] },
  }),
  raw: () => ({
    recordingConfig: { channelType: 1, maxIdleTime: 300, subscribeUidGroup: 0, extensionParams },
    recordingFileConfig: { avFileType: ["hls", "mp4"] },
  }),
  web: ({ pageUrl }) => ({
    extensionServiceConfig: {
      errorHandlePolicy: "error_abort",
      extensionServices: [
        {
          serviceName: "web_recorder_service",
          errorHandlePolicy: "error_abort",
          serviceParam: {
            url: writtenOut(pageUrl),
            audioProfile: 0,
            videoWidth: 1280,
            videoHeight: 720,
            maxRecordingHour: 3,
          },
        },
      ],
    },
    recordingFileConfig: { avFileType: ["hls", "mp4"] },
  }),
};
