import { isRefused } from "../conditions.ts";
import type { World } from "../world.ts";
import { failTask } from "./ending.ts";
import { later } from "./jobs.ts";
import type { Task } from "./task.ts";
import { uploaderErrorMs } from "./timing.ts";

export function isStorageRefused(world: World, task: Task): boolean {
  const { refused } = world.conditions;
  return isRefused(refused.accessKey, task.storage.accessKey) || isRefused(refused.secretKey, task.storage.secretKey);
}

/** Event 1 of the uploader, then the task is gone. */
export function failStorage(world: World, task: Task): void {
  world.notifier.send(task, 1, 0, {
    msgName: "cloud_recording_error",
    module: 1,
    errorLevel: 5,
    errorCode: 32,
    stat: 1,
    errorMsg: "storage rejected the credentials",
  });
  later(world, task, uploaderErrorMs, () => failTask(world, task, "storage-refused"));
}
