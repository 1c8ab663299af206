import { defineOperation } from "../../contract/operation.ts";
import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object, type Rule } from "../../validation/object.ts";
import { boolean, once, type FieldOf } from "../../validation/schema.ts";
import type { AudioSubscription, VideoSubscription } from "../types/subscription.ts";
import type { StreamSubscribe, UpdateClientRequest, UpdateWebRequest } from "../types/update.ts";
import { rtmpOutput } from "../validate/extension-services.ts";
import { isChannelMode } from "../validate/mode.ts";
import { refuse } from "../validate/mode-rules.ts";
import { storageConfig } from "../../storage/storage-config-schema.ts";
import { audioLists, subscriptionRule, videoLists } from "../validate/subscription.ts";
import { recordingHandle, type Target } from "../validate/handle.ts";
import { readChange } from "../parse/echo.ts";
import { recordingService } from "../service.ts";

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

export const update = /* @__PURE__ */ defineOperation({
  name: "recording.update",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/update",
  effect: "change",
  request: updateCall,
  body: ["cname", "uid", "clientRequest"],
  service: recordingService,
  read: readChange,
});
