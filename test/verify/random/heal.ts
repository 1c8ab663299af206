import type { World } from "../world/draft.ts";
import { type SessionService, serviceId } from "../world/machine.ts";
import { apply, type Move } from "../world/moves.ts";
import { brokenPromise } from "../world/promises.ts";
import { isLive } from "../world/service.ts";

const minute = 60_000;

/** Checked at the end of a history, when all has been well for some time. */
export const promisesInTheEnd = [
  "Nobody still waits.",
  "Nothing is still under way.",
  "What is shown as running runs.",
  "What is shown as over is over.",
  "Of a session that was disposed of nothing is left.",
] as const;

const [answered, settled, running, over, nothingLeft] = promisesInTheEnd;

function brokenWhenHealed<S extends SessionService>(world: World<S>): string | null {
  for (const { state, waiting } of world.tabs) {
    if (waiting.length > 0) return answered;
    if (state.disposed) continue;
    const id = serviceId(state.handle);
    const runs = id !== undefined && world.runs.some((run) => run.id === id && isLive(run));
    if (state.status === "acquiring" || state.status === "starting" || state.status === "stopping") return settled;
    if ((state.status === "recording" || state.status === "transcribing") && !runs) return running;
    if (state.status === "stopped" && runs) return over;
  }
  return null;
}

const healing: readonly Move[] = [0, 1].flatMap((tab): Move[] => [
  { do: "online", tab },
  { do: "show", tab },
  { do: "watch", tab },
]);

/** The faults end, everybody is online and looks, and time passes. Gives the promise that is broken then. */
export function heal<S extends SessionService>(given: World<S>): string | null {
  let world: World<S> = { ...given, faults: [], isFull: false };
  const make = (move: Move): string | null => {
    world = apply(world, move) ?? world;
    return brokenPromise(world);
  };
  for (const move of healing) {
    const broken = make(move);
    if (broken !== null) return broken;
  }
  const broken = make({ do: "wait", ms: 15 * minute }) ?? brokenWhenHealed(world);
  // A supervisor may be about to repeat a start that is in doubt.
  const later = broken === settled ? (make({ do: "wait", ms: 10_000 }) ?? brokenWhenHealed(world)) : broken;
  if (later !== null) return later;
  for (const tab of [0, 1]) make({ do: "dispose", tab });
  make({ do: "wait", ms: 2 * minute });
  const isLeft = world.broken === null && world.tabs.length > 2;
  return isLeft ? nothingLeft : world.broken;
}
