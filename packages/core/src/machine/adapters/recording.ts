import { extensionPayloads } from "../../recording/parse/extension-state.ts";
import { readFiles } from "../../recording/parse/files.ts";
import { fitsScene } from "../../recording/scene.ts";
import type { RecordingMode } from "../../recording/types/mode.ts";
import type { StopResult } from "../../recording/types/stop.ts";
import type { RecordingHandle } from "../../recording/types/handle.ts";
import type { RecordingState } from "../../recording/types/state.ts";
import { omit } from "../../runtime/omit.ts";
import { integerAt, isObject, objectAt, textAt } from "../../runtime/json.ts";
import { currentRun } from "../ledger.ts";
import type { SessionState } from "../state.ts";
import { unsettledRuns } from "../activity.ts";
import type { RecordingIntent } from "../types.ts";
import type { Adapter, Phase } from "./adapter.ts";

/** Agora docs: high availability; a recording is on another server within this time, in ms. */
const failoverTime = 90_000;

function phaseOf(state: RecordingState): Phase {
  switch (state) {
    case "ready":
    case "in-progress":
      return "running";
    case "stopping":
      return "stopping";
    case "stopped":
    case "exited":
      return "over";
    case "exited-abnormally":
      return "broken";
    case "not-started":
    case "initialized":
    case "starting":
    case "partly-ready":
      return "starting";
    default:
      // A number without a name: it answers, so it runs.
      return "running";
  }
}

/** The answer has a list of files, and nothing in it. Snapshots have no list, an asynchronous stop and files that wait a list to come. */
function recordedNothing({ files, upload, serverResponse }: StopResult): boolean {
  if (files.length > 0 || upload === "pending" || upload === "stranded") return false;
  return [serverResponse, ...extensionPayloads(serverResponse).map(({ payload }) => payload)].some(
    (part) => "fileList" in part,
  );
}

/** Agora docs: notifications. The recording has ended: 11 session_exit, 31 uploaded, 32 backuped, 41 recorder_leave, 71 web_recorder_stopped */
const endings = [11, 31, 32, 41, 71];
/** Something that a query can show: 1 error, 3 status, 4 files, 12 failover, 40 and 70 started. */
const news = [1, 3, 4, 12, 40, 70];
const uploads = { 31: "uploaded", 32: "backuped" } as const;

/** The handle of what an intent has started. */
function handleFrom(intent: RecordingIntent, appId: string, sid: string, startedAt: number): RecordingHandle {
  const { cname, uid, mode, resourceId, grant } = intent;
  const handle: RecordingHandle<RecordingMode> = { appId, cname, uid, mode, resourceId, sid, startedAt };
  // Of a mode that nobody knows it is a handle too; only its type cannot say so.
  return (grant === undefined ? handle : { ...handle, grant }) as RecordingHandle;
}

/**
 * The start in doubt that an event can be about. Events do not name the resource: the latest one that was sent before the
 * event fits best, then one that was sent a little later, because clocks differ.
 */
function startOf(
  state: SessionState<"recording">,
  event: { sid: string; uid: string; cname: string | undefined; at: number },
): RecordingIntent | null {
  const doubts = state.step === "sent" ? state.runs.filter(({ id }) => id === state.current) : unsettledRuns(state);
  const starts = doubts.flatMap(({ intent, notMine }) => {
    const fits = intent !== null && event.cname === intent.cname && event.uid === intent.uid;
    return fits && !notMine.includes(event.sid) ? [intent] : [];
  });
  return (
    starts.findLast(({ requestedAt }) => event.at >= requestedAt) ??
    starts.find(({ requestedAt }) => event.at >= requestedAt - failoverTime) ??
    null
  );
}

export const recordingAdapter: Adapter<"recording"> = {
  running: "recording",
  leased: true,
  namesOthers: false,
  failoverTime,
  longestLife: Infinity,
  toIntent: ({ mode }, lease, requestedAt) => {
    if (lease === null) throw new TypeError("A recording needs a lease.");
    return { ...lease, mode, requestedAt };
  },
  toLease: (intent) => omit(intent, "mode", "requestedAt"),
  isMeant: (target, { cname, uid, mode }) => target.cname === cname && target.uid === uid && target.mode === mode,
  isFor: ({ cname, uid, mode }, lease) => lease.cname === cname && lease.uid === uid && fitsScene(mode, lease.scene),
  adopt: ({ handle }, state) => {
    const { appId } = state;
    const intent = currentRun(state)?.intent ?? null;
    const sid = isObject(handle) ? textAt(handle, "sid") : undefined;
    const startedAt = isObject(handle) ? integerAt(handle, "startedAt") : undefined;
    return sid === undefined || startedAt === undefined || !intent ? null : handleFrom(intent, appId, sid, startedAt);
  },
  read: ({ state, files, upload, serverResponse }) => {
    const listed = files.length > 0 || "fileList" in serverResponse || "extensionServiceState" in serverResponse;
    // Where only services work there may be no word about it.
    const phase = state === null ? "running" : phaseOf(state);
    return { phase, serverStatus: state, files: listed ? files : null, upload };
  },
  readStop: (result) => ({
    ending: recordedNothing(result) ? "nothing-recorded" : "requested",
    files: result.files,
    upload: result.upload,
  }),
  readNotice: ({ productId, eventType, payload }, state) => {
    if (productId !== 3 || !isObject(payload)) return null;
    const sid = textAt(payload, "sid");
    if (sid === undefined) return null;
    const uid = textAt(payload, "uid") ?? String(payload.uid);
    const { handle } = state;
    const isOver = endings.includes(eventType);
    const at = integerAt(payload, "sendts") ?? Infinity;
    // An end is no sign of life, and what is finished stays so.
    const isNews = !isOver && !state.finished.includes(sid);
    const intent = isNews ? startOf(state, { sid, uid, cname: textAt(payload, "cname"), at }) : null;
    const found = intent && handleFrom(intent, state.appId, sid, at === Infinity ? intent.requestedAt : at);
    if (handle?.sid !== sid && !found) return null;
    const details = objectAt(payload, "details");
    const files = readFiles(details);
    const upload = eventType === 31 || eventType === 32 ? uploads[eventType] : null;
    return {
      key: [sid, uid, integerAt(payload, "sequence"), eventType].join(" "),
      found: handle?.sid === sid ? null : found,
      files: upload !== null || eventType === 71 ? (files.length > 0 ? files : null) : null,
      upload,
      isOver,
      check: news.includes(eventType) || isOver,
    };
  },
};
