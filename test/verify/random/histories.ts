import type { Setting, World } from "../world/draft.ts";
import type { SessionService } from "../world/machine.ts";
import { apply, createWorld, type Move } from "../world/moves.ts";
import { brokenPromise } from "../world/promises.ts";
import type { Failure } from "../search/explorer.ts";
import { drawMove } from "./draw-move.ts";
import { heal } from "./heal.ts";
import type { Random } from "./random.ts";

const longest = 100;

/** What would make too many states for the exhaustive search. */
const allTogether = <S extends SessionService>(setting: Setting<S>): Setting<S> => ({
  ...setting,
  isBroadcast: !setting.isSupervised,
});

/** Lives through a history and heals. Moves that cannot be made are left out. Gives the promise that is broken, if one is. */
export function live<S extends SessionService>(setting: Setting<S>, history: readonly Move[]): string | null {
  let world = createWorld(allTogether(setting));
  for (const move of history) {
    world = apply(world, move) ?? world;
    const broken = brokenPromise(world);
    if (broken !== null) return broken;
  }
  return heal(world);
}

/** One random history: how many moves were made, and what was broken. */
export function liveAtRandom<S extends SessionService>(
  setting: Setting<S>,
  random: Random,
): { steps: number; failure: Failure | null } {
  const tabs = setting.isSupervised ? 1 : 1 + random.below(2);
  const length = 1 + random.below(longest);
  const history: Move[] = [];
  let world: World<S> = createWorld(allTogether(setting));
  for (let drawn = 0; drawn < length; drawn++) {
    const move = drawMove(random, world, tabs);
    const next = apply(world, move);
    if (next === null) continue;
    history.push(move);
    world = next;
    const promise = brokenPromise(world);
    if (promise !== null) return { steps: history.length, failure: { promise, history } };
  }
  const promise = heal(world);
  return { steps: history.length, failure: promise === null ? null : { promise, history } };
}

/** Leaves out what the failure does not need: halves first, single moves last. */
export function shrink<S extends SessionService>(setting: Setting<S>, { promise, history }: Failure): Failure {
  let least = history;
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.length;) {
      const without = [...least.slice(0, from), ...least.slice(from + size)];
      if (live(setting, without) === promise) least = without;
      else from += size;
    }
  }
  return { promise, history: least };
}
