import { later } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import { filesOf } from "../task/files.ts";
import { putFiles } from "./put-files.ts";
import { isSeparate } from "../task/mode.ts";
import type { Task } from "../task/task.ts";

/** Does it now, or when the task is back from moving to another server. */
export function whenPresent(state: ServiceState, task: Task, run: () => void): void {
  if (task.awayUntil === null) run();
  else later(state, task, Math.max(0, task.awayUntil - state.scheduler.now()) + 1, () => whenPresent(state, task, run));
}

/** Event 4 names the newest index file; the first file of all also brings status 5. */
export function reportFirstFile(state: ServiceState, task: Task): void {
  const indexes = filesOf(task, state.scheduler.now()).filter((file) => file.fileName.endsWith(".m3u8"));
  const newest = indexes.at(-1);
  if (newest) state.notifier.send(task, 4, 0, { msgName: "cloud_recording_file_infos", fileList: newest.fileName });
  putFiles(state, task, false);
  setStatus(state, task, 5);
}

/** Event 3 tells status changes of tasks in a channel; web tasks have none. */
export function setStatus(state: ServiceState, task: Task, status: number): void {
  if (task.status === status) return;
  task.status = status;
  if (task.mode === "web" || status < 4) return;
  state.notifier.send(task, 3, 0, {
    msgName: "cloud_recording_status_update",
    status,
    recordingMode: isSeparate(task.mode) ? 0 : 1,
    fileList: filesOf(task, state.scheduler.now())[0]?.fileName ?? "",
  });
}
