import type { ServiceState } from "../../state/state.ts";
import { failTask } from "./ending.ts";
import { cancel, later } from "../../state/jobs.ts";
import { enterChannel, reviewChannel } from "./rtc.ts";
import { dropStreams } from "./streams.ts";
import type { Task } from "../task/task.ts";
import { failoverBudget } from "../task/timing.ts";
import { closeTrack } from "../task/tracks.ts";
import { push, recordPage } from "./web.ts";

/** The server of the task is lost; nobody answers for it until another has taken over. */
export function loseServer(state: ServiceState, task: Task, ms: number): void {
  const now = state.scheduler.now();
  task.awayUntil = Math.max(task.awayUntil ?? 0, now + ms);
  if (task.mode === "web") task.tracks = task.tracks.map((track) => closeTrack(track, now));
  else {
    dropStreams(state, task);
    cancel(state, task, task.idleJob);
    task.idleJob = null;
  }
  later(state, task, ms, () => takeOver(state, task));
}

function takeOver(state: ServiceState, task: Task): void {
  if (task.awayUntil === null || task.awayUntil > state.scheduler.now()) return;
  task.awayUntil = null;
  if (task.generation === failoverBudget) {
    failTask(state, task, "server-lost");
    return;
  }
  task.generation += 1;
  task.recorderUid = state.ids.uid();
  task.sequence = 0;
  const newUid = Number(task.recorderUid);
  state.notifier.send(task, 12, 0, { msgName: "session_failover", newUid });
  if (!task.isIn) {
    if (task.mode !== "web") reviewChannel(state, task);
    return;
  }
  if (task.mode !== "web") enterChannel(state, task);
  else {
    recordPage(state, task);
    if (task.rtmp) push(state, task, task.rtmp.url);
  }
}
