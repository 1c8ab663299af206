import type { UploadOutcome } from "../conditions.ts";
import type { World } from "../world.ts";
import { filesOf } from "./files.ts";
import { later } from "./jobs.ts";
import type { Task } from "./task.ts";
import { startOf } from "./tracks.ts";
import { progressMs } from "./timing.ts";

const sliceMs = 15_000;

export const hasRecorded = (task: Task, now: number): boolean =>
  filesOf(task, now, true).length > 0 || (task.mode !== "web" && task.snapshots.length > 0);

/** How long the upload takes. Files that have to wait on the recording server do so for ten minutes, if nobody says more. */
export function uploadTime(world: World): number {
  const { ms, outcome } = world.conditions.upload;
  return ms === 0 && outcome === "stranded" ? 600_000 : ms;
}

/** How the upload stands at the end: temporary keys that ran out send the rest to the backup cloud. */
export function uploadOutcome(world: World, task: Task): UploadOutcome {
  const { keysEndAt } = task.storage;
  if (keysEndAt !== null && keysEndAt <= world.scheduler.now()) return "backuped";
  return world.conditions.upload.outcome;
}

/** Event 33, once a minute. */
export function reportProgress(world: World, task: Task): void {
  later(world, task, progressMs, () => {
    if (task.awayUntil === null) sendProgress(world, task, progressOf(task, world.scheduler.now()));
    reportProgress(world, task);
  });
}

/** Everything that follows the last file: the result of the upload, then the exit. */
export function sendUploadResult(world: World, task: Task, abnormal: boolean): void {
  const now = world.scheduler.now();
  if (hasRecorded(task, now)) {
    sendProgress(world, task, 10_000);
    const outcome = uploadOutcome(world, task);
    if (outcome !== "unknown") {
      const isBackup = outcome === "backuped";
      world.notifier.send(task, isBackup ? 32 : 31, 2, {
        msgName: isBackup ? "backuped" : "uploaded",
        status: 0,
        ...(task.mode === "web" ? {} : { fileList: filesOf(task, now, true) }),
      });
    }
    if (task.mode !== "web" && task.config.uploadsToVod) {
      world.notifier.send(task, 61, 4, { msgName: "vod_triggered" });
    }
  }
  world.notifier.send(task, 11, 0, { msgName: "session_exit", exitStatus: abnormal ? 1 : 0 });
}

function sendProgress(world: World, task: Task, progress: number): void {
  world.notifier.send(task, 33, 2, { msgName: "uploading_progress", progress });
}

/** Uploaded slices of recorded ones: everything but the slice in the making. */
function progressOf(task: Task, now: number): number {
  const first = Math.min(...task.tracks.map(startOf));
  if (!Number.isFinite(first)) return 0;
  const recorded = Math.floor((now - first) / sliceMs) + 1;
  return Math.floor(((recorded - 1) / recorded) * 10_000);
}
