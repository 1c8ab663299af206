import type { Setting, World } from "../world/draft.ts";
import { keyOf } from "../world/key.ts";
import type { SessionService } from "../world/machine.ts";
import { apply, createWorld, type Move } from "../world/moves.ts";
import { brokenPromise } from "../world/promises.ts";
import { nextMoves, type Weight } from "./next-moves.ts";
import type { Visited } from "./visited.ts";

/** How a world was reached. */
interface Path {
  readonly move: Move;
  readonly before: Path | null;
}

interface Found<S extends SessionService> {
  readonly world: World<S>;
  readonly path: Path | null;
}

export interface Failure {
  readonly promise: string;
  readonly history: readonly Move[];
}

/** What one step of a search came to. */
export interface Level {
  /** Worlds that nobody had found before. */
  readonly found: number;
  readonly moves: number;
  readonly failure: Failure | null;
}

/** Goes through the worlds of one setting, weight by weight. Several can share the work: each has a part of the worlds. */
export interface Explorer {
  /**
   * Goes on by one weight.
   *
   * @param visited where all that are found are noted
   * @param isLast the worlds that are found are only looked at, not kept to go on from
   */
  next(visited: Visited, isLast: boolean): Level;
  /** Keeps every so-manieth world: others have the rest. */
  share(part: number, parts: number): void;
}

function historyOf(path: Path | null): Move[] {
  const moves: Move[] = [];
  for (let each = path; each; each = each.before) moves.unshift(each.move);
  return moves;
}

export function createExplorer<S extends SessionService>(setting: Setting<S>): Explorer {
  const first: Found<S> = { world: createWorld(setting), path: null };
  /** Of the weight that was reached, and of one less: a disturbance weighs two. */
  let latest = [first];
  let before: Found<S>[] = [];

  function expand(visited: Visited, from: readonly Found<S>[], weight: Weight, into: Found<S>[] | null): Level {
    let found = 0;
    let moves = 0;
    for (const { world, path } of from) {
      for (const move of nextMoves(world, weight)) {
        moves++;
        const next = apply(world, move);
        if (next === null || !visited.add(keyOf(next))) continue;
        found++;
        const promise = brokenPromise(next);
        const way = { move, before: path };
        if (promise !== null) return { found, moves, failure: { promise, history: historyOf(way) } };
        into?.push({ world: next, path: way });
      }
    }
    return { found, moves, failure: null };
  }

  return {
    next(visited, isLast) {
      const into: Found<S>[] | null = isLast ? null : [];
      const usual = expand(visited, latest, 1, into);
      if (usual.failure) return usual;
      const disturbed = expand(visited, before, 2, into);
      before = latest;
      latest = into ?? [];
      return { found: usual.found + disturbed.found, moves: usual.moves + disturbed.moves, failure: disturbed.failure };
    },
    share(part, parts) {
      const isOwn = (_: unknown, index: number) => index % parts === part;
      latest = latest.filter(isOwn);
      before = before.filter(isOwn);
    },
  };
}
