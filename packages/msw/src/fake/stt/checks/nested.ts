import { isChannelName } from "../../checks/identity.ts";
import { isInteger, isUid } from "../../checks/values.ts";
import { isObject, listOrOne, object, text, texts, type JsonObject } from "../../runtime/json.ts";
import { storageProblems } from "./caption-files.ts";
import { isLanguageList, translationProblems } from "./languages.ts";
import { taskLimits } from "./limits.ts";
import { invalid, missing, nested, optional, required, type Problems } from "./problem.ts";

const mostLanguages = 2;

/** A body of the beta; the flat ones have `languages` and `rtcConfig` instead. */
export const isNestedBody = (body: JsonObject): boolean => "audio" in body || "config" in body;

/** The nested body of the beta. Most of its limits were never published. */
export function* nestedProblems(body: JsonObject): Problems {
  yield* nested(body, "audio", "audio", audioProblems, true);
  yield* nested(body, "config", "config", configProblems, true);
}

function* audioProblems(audio: JsonObject): Problems {
  yield* optional(audio, "subscribeSource", "audio.subscribeSource", (value) => value === "AGORARTC");
  yield* nested(audio, "agoraRtcConfig", "audio.agoraRtcConfig", listenerProblems, true);
}

function* listenerProblems(rtc: JsonObject): Problems {
  const path = "audio.agoraRtcConfig";
  yield* required(rtc, "channelName", `${path}.channelName`, isChannel);
  yield* required(rtc, "uid", `${path}.uid`, isUid);
  yield* optional(rtc, "token", `${path}.token`, (value) => typeof value === "string");
  yield* optional(rtc, "maxIdleTime", `${path}.maxIdleTime`, (value) => isInteger(value, 1, 2_592_000));
  yield* optional(
    rtc,
    "subscribeAudioUids",
    `${path}.subscribeAudioUids`,
    (value) => Array.isArray(value) || typeof value === "string",
  );
}

const isChannel = (value: unknown): boolean => typeof value === "string" && value !== "" && isChannelName(value);

function* configProblems(config: JsonObject): Problems {
  const isRecognising = (value: unknown) => texts(listOrOne(value)).includes("RECOGNIZE");
  yield* required(config, "features", "config.features", isRecognising);
  yield* nested(config, "recognizeConfig", "config.recognizeConfig", recognizeProblems, true);
  const { languages } = object(config.translateConfig);
  if (languages !== undefined) yield* translationProblems(listOrOne(languages), taskLimits("beta"), new Set());
  else if (texts(listOrOne(config.features)).includes("TRANSLATE")) yield missing("config.translateConfig.languages");
}

function* recognizeProblems(recognize: JsonObject): Problems {
  const path = "config.recognizeConfig";
  const isLanguageText = (value: unknown) =>
    typeof value === "string" && isLanguageList(value.split(","), mostLanguages);
  yield* required(recognize, "language", `${path}.language`, isLanguageText);
  yield* nested(recognize, "output", `${path}.output`, outputProblems, true);
}

function* outputProblems(output: JsonObject): Problems {
  const path = "config.recognizeConfig.output";
  const { agoraRTCDataStream: stream, cloudStorage } = output;
  const destinations = texts(listOrOne(output.destinations));
  if (destinations.length === 0) yield missing(`${path}.destinations`);
  if (stream !== undefined) {
    if (!isObject(stream)) yield invalid(`${path}.agoraRTCDataStream`);
    yield* optional(object(stream), "channelName", `${path}.agoraRTCDataStream.channelName`, isChannel);
    yield* required(object(stream), "uid", `${path}.agoraRTCDataStream.uid`, isUid);
  }
  const targets = listOrOne(cloudStorage);
  if (destinations.includes("Storage") && targets.length === 0) yield missing(`${path}.cloudStorage`);
  for (const [index, target] of targets.entries()) {
    const at = `${path}.cloudStorage[${index}]`;
    if (text(object(target).format, "HLS") !== "HLS") yield invalid(`${at}.format`);
    const check = (storage: JsonObject) => storageProblems(storage, `${at}.storageConfig`);
    yield* nested(object(target), "storageConfig", `${at}.storageConfig`, check, true);
  }
}
