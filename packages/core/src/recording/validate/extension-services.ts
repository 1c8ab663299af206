import { lazy } from "valibot";
import { get } from "../../validation/get.ts";
import {
  boolean,
  integer,
  list,
  number,
  object,
  pattern,
  positive,
  string,
  text,
  type Schema,
} from "../../validation/schema.ts";
import { checkArea, numberAt } from "./layout.ts";

export const WEB_RECORDER = "web_recorder_service";
export const RTMP_PUBLISH = "rtmp_publish_service";

/** R29. */
export function rtmpUrl(): Schema {
  return pattern(/^rtmps?:\/\/./i, "must begin with rtmp:// or rtmps://");
}

function webRecorderParam(): Schema {
  const size = integer(1);
  const hours = integer(1, 720);
  return object(
    { url: text(), audioProfile: integer(0, 2), videoWidth: size, videoHeight: size, maxRecordingHour: hours },
    {
      videoBitrate: positive(),
      videoFps: number(5, 60),
      mobile: boolean(),
      maxVideoDuration: integer(30, 240),
      onhold: boolean(),
      readyTimeout: integer(0, 60), // R28
    },
    (param, report) => {
      checkArea(report, "videoWidth", numberAt(param, "videoWidth", 0), numberAt(param, "videoHeight", 0));
    },
  );
}

function service(serviceParam: Schema): Schema {
  return object({ serviceName: text(), serviceParam }, { errorHandlePolicy: string() });
}

/** The services themselves; which of them a mode takes is in `mode-rules.ts`. Parameters of unknown services pass. */
export function extensionServiceConfig(): Schema {
  const webRecorder = service(webRecorderParam());
  const rtmpPublish = service(object({ outputs: list(object({ rtmpUrl: rtmpUrl() }), 1, 1) }));
  const other = service(object({}));
  return object(
    {
      extensionServices: list(
        lazy((entry) => {
          const name = get(entry, "serviceName");
          return name === WEB_RECORDER ? webRecorder : name === RTMP_PUBLISH ? rtmpPublish : other;
        }),
      ),
    },
    { errorHandlePolicy: string(), apiVersion: string() },
  );
}
