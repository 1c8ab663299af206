import type { Job } from "../time/queue.ts";
import type { World } from "../world.ts";
import { filesOf } from "./files.ts";
import { isSeparate } from "./mode.ts";
import type { Task } from "./task.ts";

/** What has jobs waiting for it: a recording, or a transcription. */
interface Busy {
  readonly jobs: Set<Job>;
}

/** Something that happens to a running task by itself, unless it ends before. */
export function later(world: World, task: Busy, ms: number, run: () => void): Job {
  const job = world.scheduler.at(world.scheduler.now() + ms, () => {
    task.jobs.delete(job);
    run();
  });
  task.jobs.add(job);
  return job;
}

export function cancel(world: World, task: Busy, job: Job | null): void {
  if (!job) return;
  world.scheduler.cancel(job);
  task.jobs.delete(job);
}

export function cancelAll(world: World, task: Busy): void {
  for (const job of task.jobs) world.scheduler.cancel(job);
  task.jobs.clear();
}

/** Does it now, or when the task is back from moving to another server. */
export function whenPresent(world: World, task: Task, run: () => void): void {
  if (task.awayUntil === null) run();
  else later(world, task, Math.max(0, task.awayUntil - world.scheduler.now()) + 1, () => whenPresent(world, task, run));
}

/** Event 4 names the newest index file; the first file of all also brings status 5. */
export function reportFirstFile(world: World, task: Task): void {
  const indexes = filesOf(task, world.scheduler.now()).filter((file) => file.fileName.endsWith(".m3u8"));
  const newest = indexes.at(-1);
  if (newest) world.notifier.send(task, 4, 0, { msgName: "cloud_recording_file_infos", fileList: newest.fileName });
  setStatus(world, task, 5);
}

/** Event 3 tells status changes of tasks in a channel; web tasks have none. */
export function setStatus(world: World, task: Task, status: number): void {
  if (task.status === status) return;
  task.status = status;
  if (task.mode === "web" || status < 4) return;
  world.notifier.send(task, 3, 0, {
    msgName: "cloud_recording_status_update",
    status,
    recordingMode: isSeparate(task.mode) ? 0 : 1,
    fileList: filesOf(task, world.scheduler.now())[0]?.fileName ?? "",
  });
}
