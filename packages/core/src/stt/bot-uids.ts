import { isObject, objectAt, textAt } from "../runtime/json.ts";

/** Uids of the bots that a request of any generation names, so that an app does not show them as people. */
export function sttBotUids(request: unknown): readonly string[] {
  const body = isObject(request) ? request : {};
  const rtcConfig = objectAt(body, "rtcConfig");
  // The beta nests them.
  const listener = objectAt(objectAt(body, "audio"), "agoraRtcConfig");
  const output = objectAt(objectAt(objectAt(body, "config"), "recognizeConfig"), "output");
  const uids = [
    textAt(rtcConfig, "pubBotUid"),
    textAt(rtcConfig, "subBotUid"),
    textAt(listener, "uid"),
    textAt(objectAt(output, "agoraRTCDataStream"), "uid"),
  ];
  return [...new Set(uids.filter((uid) => uid !== undefined))];
}
