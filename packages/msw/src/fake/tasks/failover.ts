import type { World } from "../world.ts";
import { failTask } from "./ending.ts";
import { cancel, later } from "./jobs.ts";
import { enterChannel, reviewChannel } from "./rtc.ts";
import { dropStreams } from "./streams.ts";
import type { Task } from "./task.ts";
import { failoverBudget } from "./timing.ts";
import { closeTrack } from "./tracks.ts";
import { push, recordPage } from "./web.ts";

/** The server of the task is lost; nobody answers for it until another has taken over. */
export function loseServer(world: World, task: Task, ms: number): void {
  const now = world.scheduler.now();
  task.awayUntil = Math.max(task.awayUntil ?? 0, now + ms);
  if (task.mode === "web") task.tracks = task.tracks.map((track) => closeTrack(track, now));
  else {
    dropStreams(world, task);
    cancel(world, task, task.idleJob);
    task.idleJob = null;
  }
  later(world, task, ms, () => takeOver(world, task));
}

function takeOver(world: World, task: Task): void {
  if (task.awayUntil === null || task.awayUntil > world.scheduler.now()) return;
  task.awayUntil = null;
  if (task.generation === failoverBudget) {
    failTask(world, task, "server-lost");
    return;
  }
  task.generation += 1;
  task.recorderUid = world.ids.uid();
  task.sequence = 0;
  const newUid = Number(task.recorderUid);
  world.notifier.send(task, 12, 0, { msgName: "session_failover", newUid });
  if (!task.isIn) {
    if (task.mode !== "web") reviewChannel(world, task);
    return;
  }
  if (task.mode !== "web") enterChannel(world, task);
  else {
    recordPage(world, task);
    if (task.rtmp) push(world, task, task.rtmp.url);
  }
}
