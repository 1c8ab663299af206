import type { Changes } from "../../migration/collect-changes.ts";
import type {
  SttBetaConfig,
  SttBetaOutput,
  SttBetaRequest,
  SttBetaRtcConfig,
  SttBetaTranslateConfig,
} from "../types/beta-request.ts";
import { isAbsent, type Absent } from "../../validation/absent.ts";
import type { SttJoinRequest } from "../types/join.ts";
import { capIdleTime, currentCodes, currentTranslations, dropEverybody, dropRest } from "./changes.ts";

const AUDIO = "audio.agoraRtcConfig";
const OUTPUT = "config.recognizeConfig.output";
const GONE = "v7 does not have it.";

/** A body of the beta without the name. */
export function migrateBeta(request: SttBetaRequest, changes: Changes): Omit<SttJoinRequest, "name"> {
  const { audio, config } = request;
  const { agoraRtcConfig: rtc } = audio;
  const { recognizeConfig: recognize, features } = config;
  const output = recognize.output ?? {};
  changes.dropped(audio.subscribeSource, "audio.subscribeSource", GONE);
  changes.dropped(rtc.channelType, `${AUDIO}.channelType`, GONE);
  changes.dropped(rtc.subscribeConfig, `${AUDIO}.subscribeConfig`, GONE);
  changes.dropped(features, "config.features", "v7 translates when there is a translateConfig.");
  for (const name of ["model", "profanityFilter", "connectionTimeout"] as const) {
    changes.dropped(recognize[name], `config.recognizeConfig.${name}`, GONE);
  }
  changes.dropped(output.destinations, `${OUTPUT}.destinations`, "v7 writes files when there is a captionConfig.");
  const languages = recognize.language.split(",").map((code) => code.trim());
  changes.moved(languages, "config.recognizeConfig.language", "languages", "The languages are a list.");
  const idle = changes.moved(rtc.maxIdleTime, `${AUDIO}.maxIdleTime`, "maxIdleTime");
  const migrated = {
    languages: currentCodes(languages, "languages", changes),
    ...(isAbsent(idle) ? {} : { maxIdleTime: capIdleTime(idle, `${AUDIO}.maxIdleTime`, changes) }),
    rtcConfig: migrateChannel(rtc, output, changes),
    ...migrateTranslation(config.translateConfig, features, changes),
    ...migrateStorage(output, changes),
  };
  dropRest(request, changes);
  return migrated;
}

function migrateChannel(
  rtc: SttBetaRtcConfig,
  { agoraRTCDataStream: stream }: SttBetaOutput,
  changes: Changes,
): SttJoinRequest["rtcConfig"] {
  const channelName = changes.moved(rtc.channelName, `${AUDIO}.channelName`, "rtcConfig.channelName");
  const bot = stream ?? rtc;
  const path = stream ? `${OUTPUT}.agoraRTCDataStream` : AUDIO;
  if (stream) {
    const oneBotOnly = "v7 has one bot, which listens and sends captions: that of pubBotUid.";
    changes.dropped(rtc.uid, `${AUDIO}.uid`, oneBotOnly);
    changes.dropped(rtc.token, `${AUDIO}.token`, oneBotOnly);
    const note =
      stream.channelName === channelName
        ? "Captions go to the channel that is transcribed."
        : "Captions went to another channel; v7 sends them only to the channel that is transcribed.";
    changes.dropped(stream.channelName, `${path}.channelName`, note);
  }
  const note = "The bot of v7 listens and sends captions; its token must allow to publish.";
  const pubBotUid = changes.moved(bot.uid, `${path}.uid`, "rtcConfig.pubBotUid", note);
  const pubBotToken = changes.moved(bot.token, `${path}.token`, "rtcConfig.pubBotToken", note);
  const uidsPath = `${AUDIO}.subscribeAudioUids`;
  const speakers = dropEverybody(rtc.subscribeAudioUids, uidsPath, changes)
    ? undefined
    : changes.moved(rtc.subscribeAudioUids, uidsPath, "rtcConfig.subscribeAudioUids");
  return {
    channelName,
    pubBotUid,
    ...(isAbsent(pubBotToken) ? {} : { pubBotToken }),
    ...(isAbsent(speakers) ? {} : { subscribeAudioUids: speakers }),
  };
}

function migrateTranslation(
  config: SttBetaTranslateConfig | Absent,
  features: SttBetaConfig["features"],
  changes: Changes,
): Pick<SttJoinRequest, "translateConfig"> {
  const path = "config.translateConfig";
  if (isAbsent(config)) return {};
  if (features?.includes("TRANSLATE") === false) {
    changes.dropped(config, path, "The features did not switch translation on; v7 would translate.");
    return {};
  }
  changes.dropped(
    config.forceTranslateInterval,
    `${path}.forceTranslateInterval`,
    "The documents of v7 do not have it.",
  );
  const languages = changes.moved(config.languages, `${path}.languages`, "translateConfig.languages");
  if (isAbsent(languages)) return {};
  return { translateConfig: { languages: currentTranslations([languages].flat(), `${path}.languages`, changes) } };
}

function migrateStorage(
  { cloudStorage, destinations }: SttBetaOutput,
  changes: Changes,
): Pick<SttJoinRequest, "captionConfig"> {
  // Programs without types give one in place of the list.
  const places = [cloudStorage ?? []].flat();
  const path = (index: number) => `${OUTPUT}.cloudStorage[${index}]`;
  if (destinations?.includes("Storage") === false) {
    places.forEach((place, index) => {
      changes.dropped(place, path(index), "The destinations did not switch files on; v7 would write them.");
    });
    return {};
  }
  const [first, ...more] = places;
  more.forEach((place, index) => {
    changes.dropped(place, path(index + 1), "v7 writes captions to one place only.");
  });
  if (first === undefined) return {};
  changes.dropped(first.format, `${path(0)}.format`, GONE);
  return {
    captionConfig: {
      storage: changes.moved(first.storageConfig, `${path(0)}.storageConfig`, "captionConfig.storage"),
    },
  };
}
