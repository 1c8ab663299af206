import { uid } from "../../recording/validate/identity.ts";
import { get } from "../../validation/get.ts";
import { boolean, integer, object, pattern, string, text, type Rule, type Schema } from "../../validation/schema.ts";
import { storage } from "./caption-config.ts";
import { listOrOne, speakers } from "./fields.ts";
import { translateConfig } from "./translate-config.ts";

/** Two bots of one channel differ. The captions of the beta may go to another channel. */
const botsRule: Rule = (request, report) => {
  const path = "config.recognizeConfig.output.agoraRTCDataStream";
  const listener = get(request, "audio.agoraRtcConfig");
  const channel = get(request, `${path}.channelName`);
  const bot = get(request, `${path}.uid`);
  if (
    bot &&
    bot === get(listener, "uid") &&
    (channel ?? get(listener, "channelName")) === get(listener, "channelName")
  ) {
    report(`${path}.uid`, "must differ from audio.agoraRtcConfig.uid");
  }
};

/** The nested body. Little of it was ever documented, so its limits are few. */
export function betaRequest(): Schema {
  const words = string();
  const some = listOrOne(words);
  const agoraRtcConfig = object(
    { channelName: text(), uid: uid() },
    {
      token: words,
      channelType: words,
      subscribeConfig: object({}, { subscribeMode: words }),
      subscribeAudioUids: speakers(Infinity, listOrOne),
      maxIdleTime: integer(0),
    },
  );
  const output = object(
    {},
    {
      destinations: some,
      agoraRTCDataStream: object({ uid: uid() }, { channelName: text(), token: words }),
      cloudStorage: listOrOne(object({ storageConfig: storage() }, { format: words })),
    },
  );
  const recognizeConfig = object(
    { language: pattern(/^[^,]+(,[^,]+)?$/, "must be one language, or two with a comma between") },
    { model: words, profanityFilter: boolean(), connectionTimeout: integer(0), output },
  );
  return object(
    {
      audio: object({ agoraRtcConfig }, { subscribeSource: words }),
      config: object({ recognizeConfig }, { features: some, translateConfig: translateConfig("beta", undefined) }),
    },
    {},
    botsRule,
  );
}
