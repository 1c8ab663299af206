import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { boolean, list, object, type Rule, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { rtmpUrl } from "./extension-services.ts";
import { isChannelMode } from "./identity.ts";
import { refuse } from "./mode-rules.ts";
import { storageConfig } from "./storage-config.ts";
import { subscriptionLists, subscriptionRule } from "./subscription.ts";
import { recordingHandle } from "./handle.ts";

/** R31. */
const modeRule: Rule = (call, report) => {
  const mode = get(call, "handle.mode");
  if (mode === "web") refuse(call, mode, report, "streamSubscribe");
  if (isChannelMode(mode)) refuse(call, mode, report, "webRecordingConfig", "rtmpPublishConfig");
};

/** What update takes. Whether the lists fit `streamTypes` (R16) is not known here: start said it. */
export function updateCall(): Schema {
  const lists = (medium: "Audio" | "Video") => object({}, subscriptionLists(medium, 1), subscriptionRule);
  return object(
    {
      handle: recordingHandle(),
      clientRequest: object(
        {},
        {
          streamSubscribe: object({}, { audioUidList: lists("Audio"), videoUidList: lists("Video") }),
          webRecordingConfig: object({}, { onhold: boolean() }),
          rtmpPublishConfig: object({}, { outputs: list(object({}, { rtmpUrl: rtmpUrl() }), 0, 1) }),
          storageConfig: storageConfig(),
        },
      ),
    },
    {},
    modeRule,
  );
}

let schema: Schema | undefined;

/** Every problem of an update that shows before it is sent. */
export function validateUpdate(handle: unknown, clientRequest: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate((schema ??= updateCall()), { handle, clientRequest }, options);
}
