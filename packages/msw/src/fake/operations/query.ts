import { ok, type Answer } from "../http/answer.ts";
import type { RecordingRoute } from "../http/routes.ts";
import { refusals } from "../refusals.ts";
import { filesOf, firstSliceStart, type RecordedFile } from "../tasks/files.ts";
import { isSeparate } from "../tasks/mode.ts";
import { servicesState } from "../tasks/services.ts";
import type { RtcTask, WebTask } from "../tasks/task.ts";
import type { World } from "../world.ts";
import { echo, findTask, isReachable } from "./session.ts";

export function query(world: World, route: RecordingRoute): Answer {
  const found = findTask(world, route, null);
  if (!("task" in found)) return found;
  const { task } = found;
  if (task.phase === "gone" || !isReachable(world, task)) return refusals.noWorker;
  if (task.phase === "stopping" && world.settings.codes === "older") return refusals.exitingOlder;
  const now = world.scheduler.now();
  const serverResponse = task.mode === "web" ? webState(task, now) : rtcState(task, now);
  return ok({ ...echo(task), serverResponse });
}

function rtcState(task: RtcTask, now: number): object {
  if (task.config.services) return servicesState(task, task.config.services);
  const files = filesOf(task, now, task.phase === "stopping");
  const start = firstSliceStart(task, now);
  return {
    status: task.status,
    ...(task.config.snapshotInterval === null ? fileFields(task, files) : {}),
    ...(start === null ? {} : { sliceStartTime: Math.floor(start) }),
    ...(task.upload === null ? {} : { uploadingStatus: task.upload }),
  };
}

/**
 * One name when the composite mode writes HLS alone, else entries. Before the first slice there is no list; after a
 * failover the one name is the newest.
 */
export function fileFields(task: RtcTask, files: readonly RecordedFile[]): object {
  const fileListMode = isSeparate(task.mode) || task.config.mp4 ? "json" : "string";
  const newest = files.at(-1);
  if (!newest) return { fileListMode };
  return { fileListMode, fileList: fileListMode === "string" ? newest.fileName : files };
}

function webState(task: WebTask, now: number): object {
  const isOver = task.phase !== "running";
  const state = isOver ? "exit" : task.isIn ? "inProgress" : "init";
  const recorder = { state, onhold: task.onhold, fileList: webFiles(task, now) };
  const push = task.rtmp && { state, outputs: [{ rtmpUrl: task.rtmp.url, status: task.rtmp.status }] };
  return {
    status: task.status,
    extensionServiceState: [
      { serviceName: "web_recorder_service", payload: recorder },
      ...(task.upload ? [{ serviceName: "upload_service", payload: { uploadingStatus: task.upload } }] : []),
      ...(push ? [{ serviceName: "rtmp_publish_service", payload: push }] : []),
    ],
  };
}

/** Web entries spell the name in lower case and tell nothing but the start. */
export const webFiles = (task: WebTask, now: number): object[] =>
  filesOf(task, now, task.phase !== "running").map(({ fileName, sliceStartTime }) => ({
    filename: fileName,
    sliceStartTime,
  }));
