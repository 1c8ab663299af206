import type { World } from "../world.ts";
import { endTask } from "./ending.ts";
import type { Task } from "./task.ts";

/** So long the server goes on to answer once the files have gone. */
const lingerMs = 5 * 60_000;

/** Ends a task whose files have to wait on the recording server. It tells of them while they wait, and for a while after. */
export function strandTask(world: World, task: Task, waitMs: number): void {
  endTask(world, task, "requested", { uploadMs: waitMs, leavingMs: waitMs + lingerMs });
  task.upload = "stranded";
  world.scheduler.at(world.scheduler.now() + waitMs, () => {
    task.upload = "uploaded";
  });
}
