import type { Changes } from "../../migration/collect-changes.ts";
import { isAbsent } from "../../validation/absent.ts";
import type { SttJoinRequest } from "../types/join.ts";
import type { SttUidLanguages } from "../types/languages-config.ts";
import type { SttV5Request, SttV6Request } from "../types/task-request.ts";
import { capIdleTime, currentCodes, currentTranslations, dropEverybody } from "./changes.ts";

/** A v5 or v6 body without the name. Fields that this SDK does not know go along. */
export function migrateFlat(request: SttV5Request | SttV6Request, changes: Changes): Omit<SttJoinRequest, "name"> {
  const { rtcConfig, translateConfig, languages, maxIdleTime, ...rest } = request;
  const { subBotUid, subBotToken, transferMode, ...oneBot } = rtcConfig;
  const oneBotOnly = "v7 has one bot, which listens and sends captions: that of pubBotUid.";
  changes.dropped(subBotUid, "rtcConfig.subBotUid", oneBotOnly);
  changes.dropped(subBotToken, "rtcConfig.subBotToken", oneBotOnly);
  changes.dropped(transferMode, "rtcConfig.transferMode", "v7 sends captions over RTC only.");
  const { subscribeAudioUids, ...unlisted } = oneBot;
  const everybody = dropEverybody(subscribeAudioUids, "rtcConfig.subscribeAudioUids", changes);
  const speakers = "uidLanguagesConfig" in rest ? rest.uidLanguagesConfig : undefined;
  return {
    ...rest,
    ...(isAbsent(speakers) ? {} : { uidLanguagesConfig: migrateSpeakers(speakers, changes) }),
    languages: currentCodes(languages, "languages", changes),
    rtcConfig: everybody ? unlisted : oneBot,
    ...(isAbsent(maxIdleTime) ? {} : { maxIdleTime: capIdleTime(maxIdleTime, "maxIdleTime", changes) }),
    ...(isAbsent(translateConfig) ? {} : { translateConfig: migrateTranslation(translateConfig, changes) }),
  };
}

function migrateSpeakers(speakers: readonly SttUidLanguages[], changes: Changes): SttUidLanguages[] {
  return speakers.map((speaker, index) => ({
    ...speaker,
    languages: currentCodes(speaker.languages, `uidLanguagesConfig[${index}].languages`, changes),
  }));
}

function migrateTranslation(
  config: NonNullable<(SttV5Request | SttV6Request)["translateConfig"]>,
  changes: Changes,
): NonNullable<SttJoinRequest["translateConfig"]> {
  const { forceTranslateInterval, languages, ...rest } = config;
  changes.dropped(
    forceTranslateInterval,
    "translateConfig.forceTranslateInterval",
    "The documents of v7 do not have it.",
  );
  // Callers without types can leave them out.
  return { ...rest, languages: currentTranslations(languages ?? [], "translateConfig.languages", changes) };
}
