import { uid } from "../../rtc/identity.ts";
import { usedLists } from "../../rtc/subscription-lists.ts";
import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object, type Rule } from "../../validation/object.ts";
import {
  anything,
  boolean,
  integer,
  string,
  text,
  type ObjectSchema,
  type OptionalFields,
} from "../../validation/schema.ts";
import type { SttV5RtcConfig, SttV6RtcConfig, SttV7RtcConfig } from "../types/rtc-config.ts";
import type { SttSpeakers } from "../types/speakers.ts";
import type { SttUpdateRtcConfig } from "../types/update.ts";
import type { SttVersion } from "../types/version.ts";
import { sinceV6, speaker, speakers } from "./fields.ts";
import { limitsOf } from "./limits.ts";

/** The two lists exclude each other. Reads any case, because a caller can allow another spelling. */
const speakersRule: Rule = (config, report) => {
  const [first, ...more] = usedLists(config, "Audio");
  for (const name of more) report(name, `excludes ${first}`);
};

const cryptionRule: Rule = (config, report) => {
  const mode = get(config, "cryptionMode");
  const salt = get(config, "salt");
  if (!mode) return;
  if (!get(config, "secret")) report("secret", "is required unless cryptionMode is 0");
  if ((mode === 7 || mode === 8) && !(typeof salt === "string" && /^[a-z\d+/]{43}=$/i.test(salt))) {
    report("salt", `must be 32 bytes in base64 for cryptionMode ${mode}`);
  }
};

/** What an update can change of `rtcConfig`. */
export function updatedRtcConfig(version: SttVersion | undefined): ObjectSchema<SttUpdateRtcConfig> {
  return object<SttUpdateRtcConfig>({}, version === "v5" ? v5Speakers() : speakerLists(version), speakersRule);
}

function speakerLists(version: SttVersion | undefined): OptionalFields<SttSpeakers> {
  return {
    subscribeAudioUids: speakers(limitsOf(version).speakers),
    unSubscribeAudioUids: list(speaker(), 0, 5),
  };
}

/** v5 would transcribe exactly the users that an exclusion was meant to leave out. */
const v5Speakers = () => ({
  subscribeAudioUids: speakers(limitsOf("v5").speakers),
  unSubscribeAudioUids: sinceV6(),
});

/** What the generations share. */
const shared = () => ({
  pubBotToken: string(),
  // Open, as a service may get new modes.
  cryptionMode: integer(0),
  secret: string(),
  salt: string(),
  enableJsonProtocol: boolean(),
});

const oneBotRule: Rule = (config, report, warn) => {
  speakersRule(config, report, warn);
  cryptionRule(config, report, warn);
};

const twoBotsRule: Rule = (config, report, warn) => {
  const bot = get(config, "pubBotUid");
  if (bot && bot === get(config, "subBotUid")) report("pubBotUid", "must differ from subBotUid");
  oneBotRule(config, report, warn);
};

const twoBots = () => ({ channelName: text(), pubBotUid: uid(), subBotUid: uid() });

export function v5RtcConfig(): ObjectSchema<SttV5RtcConfig> {
  const optional = { ...shared(), ...v5Speakers(), subBotToken: string(), transferMode: list(text()) };
  return object<SttV5RtcConfig>(twoBots(), optional, twoBotsRule);
}

export function v6RtcConfig(): ObjectSchema<SttV6RtcConfig> {
  return object<SttV6RtcConfig>(twoBots(), { ...shared(), ...speakerLists("v6"), subBotToken: string() }, twoBotsRule);
}

/** v7 has one bot and ignores what is said about a second: its documents disagree whether it must be the same. */
export function v7RtcConfig(): ObjectSchema<SttV7RtcConfig> {
  const ignored = { subBotUid: anything(), subBotToken: anything() };
  return object<SttV7RtcConfig>(
    { channelName: text(), pubBotUid: uid() },
    { ...shared(), ...speakerLists("v7"), ...ignored },
    oneBotRule,
  );
}
