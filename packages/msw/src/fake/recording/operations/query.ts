import { ok, type Answer } from "../../http/answer.ts";
import type { RecordingRoute } from "../../http/routes.ts";
import { refusals } from "../../http/refusals.ts";
import { filesOf, firstSliceStart } from "../task/files.ts";
import type { RecordedFile } from "../task/file-names.ts";
import { isSeparate } from "../task/mode.ts";
import { servicesState } from "../task/services.ts";
import type { RtcTask, WebTask } from "../task/task.ts";
import type { ServiceState } from "../../state/state.ts";
import { echo, findTask, isReachable } from "./session.ts";

export function query(state: ServiceState, route: RecordingRoute): Answer {
  const found = findTask(state, route, null);
  if (!("task" in found)) return found;
  const { task } = found;
  if (task.phase === "gone" || !isReachable(state, task)) return refusals.noWorker;
  if (task.phase === "stopping" && state.settings.codes === "older") return refusals.exitingOlder;
  const now = state.scheduler.now();
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
