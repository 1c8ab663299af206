import type { UploadOutcome } from "../../state/conditions.ts";
import type { ServiceState } from "../../state/state.ts";
import { filesOf } from "../task/files.ts";
import { later } from "../../state/jobs.ts";
import type { Task } from "../task/task.ts";
import { putFiles } from "./put-files.ts";
import { startOf } from "../task/tracks.ts";
import { progressMs } from "../task/timing.ts";

const sliceMs = 15_000;

export const hasRecorded = (task: Task, now: number): boolean =>
  filesOf(task, now, true).length > 0 || (task.mode !== "web" && task.snapshots.length > 0);

/** How long the upload takes. Files that have to wait on the recording server do so for ten minutes, if nobody says more. */
export function uploadTime(state: ServiceState): number {
  const { ms, outcome } = state.conditions.upload;
  return ms === 0 && outcome === "stranded" ? 600_000 : ms;
}

/** How the upload stands at the end: temporary keys that ran out send the rest to the backup cloud. */
export function uploadOutcome(state: ServiceState, task: Task): UploadOutcome {
  const { keysEndAt } = task.storage;
  if (keysEndAt !== null && keysEndAt <= state.scheduler.now()) return "backuped";
  return state.conditions.upload.outcome;
}

/** Event 33, once a minute. */
export function reportProgress(state: ServiceState, task: Task): void {
  later(state, task, progressMs, () => {
    if (task.awayUntil === null) {
      putFiles(state, task, false);
      sendProgress(state, task, progressOf(task, state.scheduler.now()));
    }
    reportProgress(state, task);
  });
}

/** Everything that follows the last file: the result of the upload, then the exit. */
export function sendUploadResult(state: ServiceState, task: Task, abnormal: boolean): void {
  const now = state.scheduler.now();
  if (hasRecorded(task, now)) {
    const isLost = task.ending === "storage-refused" || task.ending === "server-lost";
    if (!isLost) putFiles(state, task, true);
    sendProgress(state, task, 10_000);
    const outcome = uploadOutcome(state, task);
    if (outcome !== "unknown") {
      const isBackup = outcome === "backuped";
      state.notifier.send(task, isBackup ? 32 : 31, 2, {
        msgName: isBackup ? "backuped" : "uploaded",
        status: 0,
        ...(task.mode === "web" ? {} : { fileList: filesOf(task, now, true) }),
      });
    }
    if (task.mode !== "web" && task.config.uploadsToVod) {
      state.notifier.send(task, 61, 4, { msgName: "vod_triggered" });
    }
  }
  state.notifier.send(task, 11, 0, { msgName: "session_exit", exitStatus: abnormal ? 1 : 0 });
}

function sendProgress(state: ServiceState, task: Task, progress: number): void {
  state.notifier.send(task, 33, 2, { msgName: "uploading_progress", progress });
}

/** Uploaded slices of recorded ones: everything but the slice in the making. */
function progressOf(task: Task, now: number): number {
  const first = Math.min(...task.tracks.map(startOf));
  if (!Number.isFinite(first)) return 0;
  const recorded = Math.floor((now - first) / sliceMs) + 1;
  return Math.floor(((recorded - 1) / recorded) * 10_000);
}
