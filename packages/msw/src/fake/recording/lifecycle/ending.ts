import type { ServiceState } from "../../state/state.ts";
import { filesOf } from "../task/files.ts";
import { cancelAll } from "../../state/jobs.ts";
import { endStreams } from "./streams.ts";
import type { Ending, RtcTask, Task, WebTask } from "../task/task.ts";
import { leavingMs } from "../task/timing.ts";
import { closeTrack } from "../task/tracks.ts";
import { sendUploadResult, uploadTime } from "./upload.ts";

interface EndOptions {
  /** How long the upload takes; while it lasts a requested stop is still answered for. */
  readonly uploadMs?: number;
  /** How long a stop is refused as repeated, when it is not the upload that decides. */
  readonly leavingMs?: number;
}

/** Ends a running task. The upload may go on afterwards. */
export function endTask(state: ServiceState, task: Task, ending: Ending, options: EndOptions = {}): void {
  const now = state.scheduler.now();
  const uploadMs = options.uploadMs ?? 0;
  cancelAll(state, task);
  leave(state, task, ending);
  task.phase = "stopping";
  task.ending = ending;
  task.endedAt = now;
  task.leavingUntil = now + Math.max(uploadMs, options.leavingMs ?? 0);
  if (ending === "requested") task.status = 6;
  if (ending !== "requested" || task.leavingUntil === now) task.phase = "gone";
  if (task.leavingUntil > now && ending === "requested") {
    state.scheduler.at(now + (task.leavingUntil - now) / 2, () => {
      task.status = 7;
    });
  }
  finishUpload(state, task, uploadMs, ending);
}

/** Ended by its own fault: nothing to wait for. */
export const failTask = (state: ServiceState, task: Task, ending: Ending): void => endTask(state, task, ending);

/** Left on its own with everything in order. */
export const exitTask = (state: ServiceState, task: Task, ending: Ending): void =>
  endTask(state, task, ending, { uploadMs: uploadTime(state), leavingMs });

function finishUpload(state: ServiceState, task: Task, uploadMs: number, ending: Ending): void {
  const isNormal = ending === "requested" || ending === "idle" || ending === "max-recording-hour";
  const finish = () => sendUploadResult(state, task, !isNormal);
  const vanish = () => {
    task.phase = "gone";
    task.status = isNormal ? 8 : 20;
  };
  const now = state.scheduler.now();
  if (uploadMs === 0) finish();
  else state.scheduler.at(now + uploadMs, finish);
  if (task.phase === "gone") vanish();
  else state.scheduler.at(task.leavingUntil, vanish);
}

function leave(state: ServiceState, task: Task, ending: Ending): void {
  if (task.mode === "web") leavePage(state, task, ending);
  else leaveChannel(state, task, ending);
  task.isIn = false;
}

function leaveChannel(state: ServiceState, task: RtcTask, ending: Ending): void {
  if (!task.isIn && ending !== "token-refused" && ending !== "config-refused" && ending !== "uid-taken") return;
  endStreams(state, task);
  state.notifier.send(task, 41, 1, { msgName: "recorder_leave", leaveCode: leaveCodes[ending] ?? 16 });
}

export const leaveCodes: { readonly [ending in Ending]?: number } = {
  idle: 4,
  "token-refused": 0,
  "config-refused": 0,
  "uid-taken": 0,
  "server-lost": 2,
};

function leavePage(state: ServiceState, task: WebTask, ending: Ending): void {
  const now = state.scheduler.now();
  task.tracks = task.tracks.map((track) => closeTrack(track, now));
  if (task.rtmp) task.rtmp = { ...task.rtmp, status: "disconnected" };
  const [code, message] = webStops[ending] ?? [6, "recorder_error"];
  state.notifier.send(task, 71, 6, {
    msgName: "web_recorder_stopped",
    code,
    message,
    details: ending === "requested" ? "" : `the task ended: ${ending}`,
    fileList: filesOf(task, now, true).map(({ fileName, sliceStartTime }) => ({ fileName, sliceStartTime })),
  });
}

export const webStops: { readonly [ending in Ending]?: readonly [code: number, message: string] } = {
  requested: [0, "ok"],
  "max-recording-hour": [1, "max_recording_hour"],
  "page-unsupported": [2, "capability_limit"],
  "engine-failed": [3, "start_engine_failed"],
  "page-load-timeout": [4, "page_load_timeout"],
  "page-unreachable": [5, "access_url_failed"],
};
