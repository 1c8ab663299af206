import { list, listOrOne, number, object, text, texts, type JsonObject } from "../../runtime/json.ts";
import type { TokenFacts } from "./token-facts.ts";
import { readCaptionStorage } from "./caption-storage.ts";
import type { Bot, SpeakerLanguages, SttConfig, Translation } from "./config.ts";

type Facts = ReadonlyMap<string, TokenFacts>;

/** Without a word about it a transcription ends after so many seconds without a host. */
const defaultIdleTime = 30;
const defaultSlice = 60;

/** The flat body of v5, v6 and v7, checked before. In v7 one bot does both jobs. */
export function readFlatConfig(body: JsonObject, family: "task" | "agent", facts: Facts): SttConfig {
  const rtc = object(body.rtcConfig);
  const caption = object(body.captionConfig);
  const pubBotUid = text(rtc.pubBotUid, "");
  const subBotUid = family === "task" ? text(rtc.subBotUid, "") : pubBotUid;
  const translations = readTranslations(object(body.translateConfig).languages);
  return {
    channel: text(rtc.channelName, ""),
    captionChannel: text(rtc.channelName, ""),
    subBotUid,
    pubBotUid,
    bots: [
      ...(family === "task" ? [botOf(subBotUid, rtc.subBotToken, facts)] : []),
      botOf(pubBotUid, rtc.pubBotToken, facts),
    ],
    languages: texts(body.languages),
    uidLanguages: readSpeakerLanguages(body.uidLanguagesConfig),
    keywords: texts(body.keywords),
    subscribed: readSubscribed(rtc.subscribeAudioUids),
    unsubscribed: texts(rtc.unSubscribeAudioUids),
    translates: translations.length > 0,
    translations,
    maxIdleTime: number(body.maxIdleTime, defaultIdleTime),
    isJson: rtc.enableJsonProtocol === true,
    sliceDuration: number(caption.sliceDuration, defaultSlice),
    storages: readCaptionStorage(caption.storage),
  };
}

/** The nested body of the beta, checked before. Without a data stream one bot does both jobs. */
export function readNestedConfig(body: JsonObject, facts: Facts): SttConfig {
  const rtc = object(object(body.audio).agoraRtcConfig);
  const config = object(body.config);
  const recognize = object(config.recognizeConfig);
  const output = object(recognize.output);
  const stream = object(output.agoraRTCDataStream);
  const subBotUid = text(rtc.uid, "");
  const pubBotUid = text(stream.uid, subBotUid);
  const channel = text(rtc.channelName, "");
  const translations = readTranslations(listOrOne(object(config.translateConfig).languages));
  const isTranslated = texts(listOrOne(config.features)).includes("TRANSLATE") && translations.length > 0;
  return {
    channel,
    captionChannel: text(stream.channelName, channel),
    subBotUid,
    pubBotUid,
    bots: [
      botOf(subBotUid, rtc.token, facts),
      ...(pubBotUid === subBotUid ? [] : [botOf(pubBotUid, stream.token, facts)]),
    ],
    languages: text(recognize.language, "").split(","),
    uidLanguages: [],
    keywords: [],
    subscribed: readSubscribed(listOrOne(rtc.subscribeAudioUids)),
    unsubscribed: [],
    translates: isTranslated,
    translations,
    maxIdleTime: number(rtc.maxIdleTime, defaultIdleTime),
    isJson: false,
    sliceDuration: defaultSlice,
    storages: listOrOne(output.cloudStorage).flatMap((target) => readCaptionStorage(object(target).storageConfig)),
  };
}

function botOf(uid: string, value: unknown, facts: Facts): Bot {
  const token = text(value, "");
  return { uid, token, facts: facts.get(token) ?? null };
}

/** Nothing, an empty list and everybody's names all mean everybody. */
export function readSubscribed(value: unknown): readonly string[] | null {
  const uids = texts(value);
  const [first] = uids;
  return first === undefined || first === "all" || first === "#allStream#" ? null : uids;
}

export function readTranslations(value: unknown): Translation[] {
  return list(value)
    .map(object)
    .map(({ source, target }) => ({ source: text(source, ""), target: texts(target) }));
}

export function readSpeakerLanguages(value: unknown): SpeakerLanguages[] {
  return listOrOne(value)
    .map(object)
    .map(({ uid, languages }) => ({ uid: text(uid, ""), languages: texts(listOrOne(languages)) }));
}
