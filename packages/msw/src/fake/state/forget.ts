import type { SttRun } from "../stt/run/run.ts";
import { resourceLifeMs } from "../recording/task/timing.ts";
import type { ServiceState } from "./state.ts";

/** How many of each sort that are over are remembered: a fake may serve for weeks. Forgotten ids are like foreign ones. */
const kept = 1000;

/** To be called before something new is remembered. */
export function forgetOldest(state: ServiceState): void {
  const { resources, tasks, stt } = state;
  const now = state.scheduler.now();
  const isOver = (run: SttRun) => run.endedAt !== null && run.jobs.size === 0;
  trim(tasks, (task) => task.phase === "gone" && task.leavingUntil <= now);
  trim(resources, ({ sid, acquiredAt }) => (sid === null ? acquiredAt + resourceLifeMs <= now : !tasks.has(sid)));
  trim(stt.tasks, isOver);
  trim(stt.agents, isOver);
  trim(stt.tokens, ({ task, acquiredAt }) => (task ? !stt.tasks.has(task.id) : acquiredAt + resourceLifeMs <= now));
}

/** The oldest first. Seldom, and then many at once. */
function trim<Item>(items: Map<string, Item>, isOver: (item: Item) => boolean): void {
  if (items.size < 2 * kept) return;
  let tooMany = items.size - kept;
  for (const [id, item] of items) {
    if (tooMany === 0) return;
    if (!isOver(item)) continue;
    items.delete(id);
    tooMany -= 1;
  }
}
