import { lazy } from "valibot";
import { get } from "../../validation/get.ts";
import {
  advise,
  amount,
  boolean,
  choice,
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
  const hours = amount(1, 720, "hours", [3600, "seconds"]);
  return object(
    { url: text(), audioProfile: choice(2), videoWidth: size, videoHeight: size, maxRecordingHour: hours },
    {
      videoBitrate: advise(positive(), (rate) => Number(rate) <= 8000, "is more than the documented 8000 (Kbps)"),
      videoFps: number(5, 60),
      mobile: boolean(),
      maxVideoDuration: amount(30, 240, "minutes", [60, "seconds"]),
      onhold: boolean(),
      readyTimeout: amount(0, 60, "seconds", [1000, "milliseconds"]), // R28
    },
    (param, report) => {
      checkArea(report, "videoWidth", numberAt(param, "videoWidth", 0), numberAt(param, "videoHeight", 0));
    },
  );
}

function service(serviceParam: Schema, others?: "free"): Schema {
  return object({ serviceName: text(), serviceParam }, { errorHandlePolicy: string() }, undefined, others);
}

/** Whether one of the services is of that name. */
export function hasService(config: unknown, name: string): boolean {
  const services = get(config, "extensionServices");
  return Array.isArray(services) && services.some((entry) => get(entry, "serviceName") === name);
}

/** The services themselves; which of them a mode takes is in `mode-rules.ts`. Parameters of unknown services pass. */
export function extensionServiceConfig(): Schema {
  const webRecorder = service(webRecorderParam());
  const rtmpPublish = service(object({ outputs: list(object({ rtmpUrl: rtmpUrl() }), 1, 1) }));
  const other = service(object({}, {}, undefined, "free"), "free");
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
