import type { ServiceState } from "../../state/state.ts";
import { endTask } from "./ending.ts";
import type { Task } from "../task/task.ts";

/** So long the server goes on to answer once the files have gone. */
const lingerMs = 5 * 60_000;

/** Ends a task whose files have to wait on the recording server. It tells of them while they wait, and for a while after. */
export function strandTask(state: ServiceState, task: Task, waitMs: number): void {
  endTask(state, task, "requested", { uploadMs: waitMs, leavingMs: waitMs + lingerMs });
  task.upload = "stranded";
  state.scheduler.at(state.scheduler.now() + waitMs, () => {
    task.upload = "uploaded";
  });
}
