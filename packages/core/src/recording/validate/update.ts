import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { list } from "../../validation/list.ts";
import { object, type Rule } from "../../validation/object.ts";
import { boolean, once, type FieldOf } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import type { AudioSubscription, VideoSubscription } from "../types/subscription.ts";
import type { StreamSubscribe, UpdateClientRequest, UpdateWebRequest } from "../types/update.ts";
import { rtmpOutput } from "./extension-services.ts";
import { isChannelMode } from "./identity.ts";
import { refuse } from "./mode-rules.ts";
import { storageConfig } from "./storage-config.ts";
import { audioLists, subscriptionRule, videoLists } from "./subscription.ts";
import { recordingHandle, type Target } from "./handle.ts";

/** R31. */
const modeRule: Rule = (call, report) => {
  const mode = get(call, "handle.mode");
  if (mode === "web") refuse(call, mode, report, "streamSubscribe");
  if (isChannelMode(mode)) refuse(call, mode, report, "webRecordingConfig", "rtmpPublishConfig");
};

/** What update takes. Whether the lists fit `streamTypes` (R16) is not known here: start said it. */
export const updateCall = /* @__PURE__ */ once(() =>
  object<{ handle: Target; clientRequest: UpdateClientRequest }>(
    {
      handle: recordingHandle(),
      clientRequest: object<UpdateClientRequest>(
        {},
        {
          streamSubscribe: object<StreamSubscribe>(
            {},
            {
              audioUidList: object<AudioSubscription>({}, audioLists(1), subscriptionRule),
              videoUidList: object<VideoSubscription>({}, videoLists(1), subscriptionRule),
            },
          ),
          webRecordingConfig: object<FieldOf<UpdateWebRequest, "webRecordingConfig">>({}, { onhold: boolean() }),
          rtmpPublishConfig: object<FieldOf<UpdateWebRequest, "rtmpPublishConfig">>(
            {},
            { outputs: list(rtmpOutput(), 0, 1) },
          ),
          storageConfig: storageConfig(),
        },
      ),
    },
    {},
    modeRule,
  ),
);

/** Every problem of an update that shows before it is sent. */
export function validateUpdate(handle: unknown, clientRequest: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(updateCall(), { handle, clientRequest }, options);
}
