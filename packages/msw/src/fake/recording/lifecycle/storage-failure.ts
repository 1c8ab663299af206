import { isRefused } from "../../state/conditions.ts";
import type { ServiceState } from "../../state/state.ts";
import { failTask } from "./ending.ts";
import { later } from "../../state/jobs.ts";
import type { Task } from "../task/task.ts";
import { uploaderErrorMs } from "../task/timing.ts";

export function isStorageRefused(state: ServiceState, task: Task): boolean {
  const { refused } = state.conditions;
  return isRefused(refused.accessKey, task.storage.accessKey) || isRefused(refused.secretKey, task.storage.secretKey);
}

/** Event 1 of the uploader, then the task is gone. */
export function failStorage(state: ServiceState, task: Task): void {
  state.notifier.send(task, 1, 0, {
    msgName: "cloud_recording_error",
    module: 1,
    errorLevel: 5,
    errorCode: 32,
    stat: 1,
    errorMsg: "storage rejected the credentials",
  });
  later(state, task, uploaderErrorMs, () => failTask(state, task, "storage-refused"));
}
