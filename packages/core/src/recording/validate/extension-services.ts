import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object } from "../../validation/object.ts";
import {
  advise,
  amount,
  boolean,
  choice,
  choose,
  integer,
  number,
  once,
  pattern,
  positive,
  string,
  text,
  type FieldOf,
  type ObjectSchema,
} from "../../validation/schema.ts";
import type { ClientRequest } from "../types/client-request.ts";
import type {
  RtmpOutput,
  RtmpPublishService,
  WebRecorderParam,
  WebRecorderService,
} from "../types/extension-services.ts";
import { checkArea, numberAt } from "./layout.ts";

export const WEB_RECORDER = "web_recorder_service";
export const RTMP_PUBLISH = "rtmp_publish_service";

/** R29. */
export const rtmpOutput = /* @__PURE__ */ once(() =>
  object<RtmpOutput>({ rtmpUrl: pattern(/^rtmps?:\/\/./i, "must begin with rtmp:// or rtmps://") }, {}),
);

function webRecorderParam(): ObjectSchema<WebRecorderParam> {
  const size = integer(1);
  const hours = amount(1, 720, "hours", [3600, "seconds"]);
  return object<WebRecorderParam>(
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

/** A service of a name that this SDK does not know, or whose parameters it does not check. */
interface OtherService {
  serviceName: string;
  errorHandlePolicy?: string;
  serviceParam: object;
}

/** Whether one of the services is of that name. */
export function hasService(config: unknown, name: string): boolean {
  const services = get(config, "extensionServices");
  return Array.isArray(services) && services.some((entry) => get(entry, "serviceName") === name);
}

type ServiceConfig = FieldOf<ClientRequest, "extensionServiceConfig">;

/** The services themselves; which of them a mode takes is in `mode-rules.ts`. Parameters of unknown services pass. */
export const extensionServiceConfig = /* @__PURE__ */ once(() => {
  const serviceName = text();
  const errorHandlePolicy = string();
  const rtmpParam = () => object<RtmpPublishService["serviceParam"]>({ outputs: list(rtmpOutput(), 1, 1) }, {});
  const service = choose<FieldOf<ServiceConfig, "extensionServices">[number], string>(
    (entry) => {
      const name = get(entry, "serviceName");
      return name === WEB_RECORDER || name === RTMP_PUBLISH ? name : "other";
    },
    (name) => {
      if (name === WEB_RECORDER) {
        return object<WebRecorderService>({ serviceName, serviceParam: webRecorderParam() }, { errorHandlePolicy });
      }
      if (name === RTMP_PUBLISH) {
        return object<RtmpPublishService>({ serviceName, serviceParam: rtmpParam() }, { errorHandlePolicy });
      }
      const serviceParam = object<object>({}, {}, undefined, "free");
      return object<OtherService>({ serviceName, serviceParam }, { errorHandlePolicy }, undefined, "free");
    },
  );
  return object<ServiceConfig>({ extensionServices: list(service) }, { errorHandlePolicy, apiVersion: string() });
});
