import { uid } from "../../rtc/identity.ts";
import { get } from "../../validation/get.ts";
import { listOrOne } from "../../validation/list.ts";
import { object, type Rule } from "../../validation/object.ts";
import { boolean, integer, once, pattern, string, text, type FieldOf } from "../../validation/schema.ts";
import type * as Beta from "../types/beta-request.ts";
import { storage } from "./caption-config.ts";
import { speakers } from "./fields.ts";
import { betaTranslateConfig } from "./translate-config.ts";

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
export const betaRequest = /* @__PURE__ */ once(() => {
  const words = string();
  const some = listOrOne(words);
  const agoraRtcConfig = object<Beta.SttBetaRtcConfig>(
    { channelName: text(), uid: uid() },
    {
      token: words,
      channelType: words,
      subscribeConfig: object<FieldOf<Beta.SttBetaRtcConfig, "subscribeConfig">>({}, { subscribeMode: words }),
      subscribeAudioUids: speakers(Infinity, listOrOne),
      maxIdleTime: integer(0),
    },
  );
  const output = object<Beta.SttBetaOutput>(
    {},
    {
      destinations: some,
      agoraRTCDataStream: object<Beta.SttBetaDataStream>({ uid: uid() }, { channelName: text(), token: words }),
      cloudStorage: listOrOne(object<Beta.SttBetaCloudStorage>({ storageConfig: storage() }, { format: words })),
    },
  );
  const recognizeConfig = object<Beta.SttBetaRecognizeConfig>(
    { language: pattern(/^[^,]+(,[^,]+)?$/, "must be one language, or two with a comma between") },
    { model: words, profanityFilter: boolean(), connectionTimeout: integer(0), output },
  );
  return object<Beta.SttBetaRequest>(
    {
      audio: object<Beta.SttBetaAudio>({ agoraRtcConfig }, { subscribeSource: words }),
      config: object<Beta.SttBetaConfig>(
        { recognizeConfig },
        { features: some, translateConfig: betaTranslateConfig() },
      ),
    },
    {},
    botsRule,
  );
});
