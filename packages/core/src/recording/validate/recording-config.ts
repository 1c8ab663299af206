import { get } from "../../validation/get.ts";
import { object, type Rule } from "../../validation/object.ts";
import { amount, boolean, choice, integer, once, string, type FieldOf } from "../../validation/schema.ts";
import type { ClientRequest } from "../types/client-request.ts";
import type { RecordingExtensionParams } from "../types/recording-config.ts";
import { transcodingConfig } from "./layout.ts";
import { audioLists, subscriptionRule, videoLists } from "./subscription.ts";

/** R24. */
const decryptionRule: Rule = (config, report) => {
  const mode = get(config, "decryptionMode");
  const salt = get(config, "salt");
  if (!mode) return;
  if (!get(config, "secret")) report("secret", "is required unless decryptionMode is 0");
  if ((mode === 7 || mode === 8) && !(typeof salt === "string" && /^[a-z\d+/]{43}=$/i.test(salt))) {
    report("salt", `must be 32 bytes in base64 for decryptionMode ${mode}`);
  }
};

/** The rules that hold in each mode; those of single modes are in `mode-rules.ts`. */
export const recordingConfig = /* @__PURE__ */ once(() =>
  object<FieldOf<ClientRequest, "recordingConfig">>(
    {},
    {
      // The documents call it required and name a default.
      channelType: choice(1),
      decryptionMode: integer(0),
      secret: string(),
      salt: string(),
      maxIdleTime: amount(5, 2_592_000, "seconds", [1000, "milliseconds"]), // R25: up to 30 days
      streamTypes: choice(2),
      videoStreamType: choice(1),
      ...audioLists(0),
      ...videoLists(0),
      subscribeUidGroup: choice(5),
      streamMode: string(),
      audioProfile: choice(2),
      transcodingConfig: transcodingConfig(),
      privateParams: string(),
      extensionParams: object<RecordingExtensionParams>({}, { enableNTPtimestamp: boolean() }),
    },
    (...call) => {
      decryptionRule(...call);
      subscriptionRule(...call);
    },
  ),
);
