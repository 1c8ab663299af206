import type { Job } from "../time/queue.ts";
import type { ServiceState } from "./state.ts";

/** What has jobs waiting for it: a recording, or a transcription. */
interface Busy {
  readonly jobs: Set<Job>;
}

/** Something that happens to a running task by itself, unless it ends before. */
export function later(state: ServiceState, task: Busy, ms: number, run: () => void): Job {
  const job = state.scheduler.at(state.scheduler.now() + ms, () => {
    task.jobs.delete(job);
    run();
  });
  task.jobs.add(job);
  return job;
}

export function cancel(state: ServiceState, task: Busy, job: Job | null): void {
  if (!job) return;
  state.scheduler.cancel(job);
  task.jobs.delete(job);
}

export function cancelAll(state: ServiceState, task: Busy): void {
  for (const job of task.jobs) state.scheduler.cancel(job);
  task.jobs.clear();
}
