import type { AgoraOperation } from "../../errors/operations.ts";
import type { RecordingMode } from "../../recording/types/mode.ts";
import { isObject, objectAt, type JsonObject } from "../../runtime/json.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { checkPositive, refuseOption } from "../../options/check-option.ts";
import { isBeta } from "./body-schema.ts";
import type { ProxyCall } from "./options.ts";
import { createPageFilter } from "./page-hosts.ts";

/** What visitors may start. What is not named here they may not. */
export interface CallLimits {
  /** Modes of recordings. Default: none. */
  modes?: readonly RecordingMode[] | undefined;
  /**
   * The uids of recorders. Keep them for recorders alone: a recorder with the uid of a user in the channel throws that user
   * out. Default: none.
   */
  recorderUids?: readonly string[] | undefined;
  /** The uids of the bots of speech-to-text. Keep them for bots alone. Default: none. */
  botUids?: readonly string[] | undefined;
  /** Hosts whose pages may be recorded, and hosts below them: `["example.com"]`. Empty strings are ignored. Default: none. */
  pageHosts?: readonly string[] | undefined;
  /** Seconds for which something goes on with nobody in the channel, at most. Default 300. */
  maxIdleTime?: number | undefined;
  /** Hours for which a page is recorded and a resource lasts, at most. Default 24. */
  maxHours?: number | undefined;
}

/** Seconds, where a request does not say any: Agora's own default. */
const usualIdleTime = 30;

/** A number of the request that is there has to be one within the limit: text can be read as another number. */
const isWithin = (value: unknown, most: number): boolean => typeof value === "number" && value > 0 && value <= most;

/** A list of an option. Empty strings in it are ignored: splitting an environment variable at commas leaves some. */
function listOf(path: string, given: readonly string[] = []): readonly string[] {
  // A text would count as all parts of itself.
  if (!Array.isArray(given)) refuseOption(path, "must be a list");
  return given.filter((item) => item.trim() !== "");
}

/**
 * Makes a check for `authorize`: it tells why a call goes beyond the limits, in words for the visitor, and nothing when it
 * does not. It looks at what costs money or disturbs others: modes, uids, pages, hours, and how long something goes on
 * with nobody there. Pushes to other places and starts in advance (`startParameter`) are refused.
 *
 * ```ts
 * const beyond = createLimits({ modes: ["mix"], recorderUids: ["900001"] });
 * // in authorize:
 * const reason = beyond(call);
 * if (reason !== undefined) return Response.json({ reason }, { status: 403 });
 * ```
 *
 * @throws AgoraValidationError of kind `invalid-config` for limits that limit nothing
 */
export function createLimits(limits: CallLimits): (call: ProxyCall) => string | undefined {
  const { maxIdleTime = 300, maxHours = 24 } = limits;
  checkPositive({ maxIdleTime, maxHours });
  const modes = listOf("modes", limits.modes);
  const recorderUids = listOf("recorderUids", limits.recorderUids);
  const botUids = listOf("botUids", limits.botUids);
  const isAllowedPage = createPageFilter(listOf("pageHosts", limits.pageHosts));

  const beyondIdle = (value: unknown) =>
    isWithin(isAbsent(value) ? usualIdleTime : value, maxIdleTime)
      ? undefined
      : `With nobody in the channel it may go on for ${maxIdleTime} seconds at most.`;
  const beyondHours = (value: unknown) =>
    isWithin(value, maxHours) ? undefined : `At most ${maxHours} hours at a time.`;
  const beyondRecorders = (uid: string | undefined) =>
    uid !== undefined && recorderUids.includes(uid) ? undefined : "Recorders have uids of their own.";

  function beyondPage(service: unknown): string | undefined {
    const param = objectAt(isObject(service) ? service : {}, "serviceParam");
    if (get(service, "serviceName") !== "web_recorder_service" || !isAbsent(param.outputs)) {
      return "Pages may be recorded, and nothing else.";
    }
    return isAllowedPage(param.url) ? beyondHours(param.maxRecordingHour) : "This page may not be recorded.";
  }

  function beyondStart(request: JsonObject, mode: string | undefined): string | undefined {
    const services = get(request, "extensionServiceConfig.extensionServices");
    if (mode !== "web") {
      return isAbsent(request.extensionServiceConfig)
        ? beyondIdle(get(request, "recordingConfig.maxIdleTime"))
        : "Pages are recorded in mode web.";
    }
    // Without one there is no page.
    return (Array.isArray(services) && services.length > 0 ? services : [{}]).map(beyondPage).find(Boolean);
  }

  function beyondTranscription(body: JsonObject): string | undefined {
    if (isBeta(body)) return "The beta of speech-to-text is not offered.";
    const { pubBotUid, subBotUid } = objectAt(body, "rtcConfig");
    const bots = [pubBotUid, ...(isAbsent(subBotUid) ? [] : [subBotUid])];
    const areBots = bots.every((uid) => botUids.some((one) => one === uid)) && pubBotUid !== subBotUid;
    return areBots ? beyondIdle(body.maxIdleTime) : "Bots have uids of their own.";
  }

  const beyondLease = (value: unknown) => (isAbsent(value) ? undefined : beyondHours(value));

  /** For what begins something. Nobody can do anything to what others have begun. */
  const checks: {
    readonly [Operation in AgoraOperation]?: (call: ProxyCall, request: JsonObject) => string | undefined;
  } = {
    "recording.acquire": ({ uid }, request) => beyondRecorders(uid) ?? beyondLease(request.resourceExpiredHour),
    "recording.start": ({ uid, mode }, request) => beyondRecorders(uid) ?? beyondStart(request, mode),
    "sttTasks.acquire": ({ body }) => beyondLease(body.resourceExpiredHour),
    "sttTasks.start": ({ body }) => beyondTranscription(body),
    "sttAgents.join": ({ body }) => beyondTranscription(body),
  };

  return (call) => {
    const request = objectAt(call.body, "clientRequest");
    if (call.mode !== undefined && !modes.includes(call.mode)) return "This mode is not offered.";
    if (!isAbsent(request.startParameter)) return "Say what to record when it starts.";
    if (!isAbsent(request.rtmpPublishConfig)) return "Recordings are not pushed to other places.";
    return checks[call.operation]?.(call, request);
  };
}
