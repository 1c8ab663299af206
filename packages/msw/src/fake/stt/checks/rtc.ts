import { isChannelName } from "../../checks/identity.ts";
import { isBoolean, isInteger, isSomebody, isUid } from "../../checks/values.ts";
import { list, type JsonObject } from "../../runtime/json.ts";
import type { Limits } from "./limits.ts";
import { invalid, missing, optional, required, type Problems } from "./problem.ts";

const mostUnwanted = 5;
const isString = (value: unknown): boolean => typeof value === "string";

/** `rtcConfig` of the flat body. */
export function* rtcProblems(rtc: JsonObject, limits: Limits): Problems {
  yield* required(rtc, "channelName", "rtcConfig.channelName", isChannel);
  yield* required(rtc, "pubBotUid", "rtcConfig.pubBotUid", isUid);
  if (limits.family === "task") {
    yield* required(rtc, "subBotUid", "rtcConfig.subBotUid", isUid);
    if (rtc.subBotUid !== undefined && rtc.subBotUid === rtc.pubBotUid) {
      yield invalid("rtcConfig.pubBotUid", "must differ from subBotUid");
    }
  }
  for (const name of ["subBotToken", "pubBotToken"]) yield* optional(rtc, name, `rtcConfig.${name}`, isString);
  yield* speakerProblems(rtc, limits);
  yield* optional(rtc, "enableJsonProtocol", "rtcConfig.enableJsonProtocol", isBoolean);
  if (limits.family === "task") yield* optional(rtc, "transferMode", "rtcConfig.transferMode", isTransfer);
  yield* encryptionProblems(rtc);
}

const isChannel = (value: unknown): boolean => typeof value === "string" && value !== "" && isChannelName(value);

const isTransfer = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => item === "RTM" || item === "RTC");

/** Everybody as `["all"]`, alone, or up to so many uids. */
export function isSpeakerList(value: unknown, max: number): boolean {
  if (!Array.isArray(value)) return false;
  const items = list(value);
  if (items.includes("all")) return items.length === 1;
  return items.length <= max && items.every(isSomebody);
}

function* speakerProblems(rtc: JsonObject, limits: Limits): Problems {
  const { subscribeAudioUids: wanted, unSubscribeAudioUids: unwanted } = rtc;
  if (wanted !== undefined && !isSpeakerList(wanted, limits.speakers)) yield invalid("rtcConfig.subscribeAudioUids");
  if (unwanted === undefined || !limits.hasSpeakerLanguages) return;
  const path = "rtcConfig.unSubscribeAudioUids";
  if (!Array.isArray(unwanted) || unwanted.length > mostUnwanted || !unwanted.every(isSomebody)) yield invalid(path);
  if (list(wanted).length > 0 && list(unwanted).length > 0) yield invalid(path, "excludes subscribeAudioUids");
}

function* encryptionProblems(rtc: JsonObject): Problems {
  const { cryptionMode: mode = 0, secret, salt } = rtc;
  if (!isInteger(mode, 0, Number.MAX_SAFE_INTEGER)) yield invalid("rtcConfig.cryptionMode");
  for (const name of ["secret", "salt"]) yield* optional(rtc, name, `rtcConfig.${name}`, isString);
  if (mode !== 0 && (secret === undefined || secret === "")) yield missing("rtcConfig.secret");
  if (!isInteger(mode, 7, 8)) return;
  if (salt === undefined) yield missing("rtcConfig.salt");
  else if (typeof salt === "string" && !/^[A-Za-z0-9+/]{43}=$/.test(salt)) yield invalid("rtcConfig.salt");
}
