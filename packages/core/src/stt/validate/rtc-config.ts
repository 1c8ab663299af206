import { uid } from "../../recording/validate/identity.ts";
import { usedLists } from "../../recording/validate/subscription.ts";
import { get } from "../../validation/get.ts";
import { boolean, integer, list, object, string, text, type Rule, type Schema } from "../../validation/schema.ts";
import { anything, sinceV6, speaker, speakers } from "./fields.ts";
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

/** Who is transcribed: also what an update can change of `rtcConfig`. */
export function updatedRtcConfig(version: unknown): Schema {
  return object({}, speakerLists(version), speakersRule);
}

function speakerLists(version: unknown) {
  return {
    subscribeAudioUids: speakers(limitsOf(version).speakers),
    // Sent to v5, it would transcribe just those who were to be left out.
    unSubscribeAudioUids: version === "v5" ? sinceV6() : list(speaker(), 0, 5),
  };
}

/** v7 has one bot and ignores what is said about a second: its documents disagree whether it must be the same. */
export function rtcConfig(version: unknown): Schema {
  const v7 = version === "v7";
  const ignored = anything();
  const fields = {
    ...speakerLists(version),
    pubBotToken: string(),
    subBotToken: v7 ? ignored : string(),
    // Open, as a service may get new modes.
    cryptionMode: integer(0),
    secret: string(),
    salt: string(),
    enableJsonProtocol: boolean(),
    ...(version === "v5" ? { transferMode: list(text()) } : {}),
  };
  const channel = { channelName: text(), pubBotUid: uid() };
  return object(
    v7 ? channel : { ...channel, subBotUid: uid() },
    v7 ? { ...fields, subBotUid: ignored } : fields,
    (config, report, warn) => {
      const bot = get(config, "pubBotUid");
      if (!v7 && bot && bot === get(config, "subBotUid")) report("pubBotUid", "must differ from subBotUid");
      speakersRule(config, report, warn);
      cryptionRule(config, report, warn);
    },
  );
}
