import type { Answer, Flight, World } from "../world/draft.ts";
import { isActive, type SessionService } from "../world/machine.ts";
import type { Move } from "../world/moves.ts";
import { isLive } from "../world/service.ts";

/** A usual move weighs one, a disturbance two: the search goes through all histories up to a weight. */
export type Weight = 1 | 2;

/** How each request can end, besides as the service wants it. Two that a session cannot tell apart are one. */
const disturbances: Readonly<Record<Flight<SessionService>["what"], readonly Answer[]>> = {
  acquire: ["server error"],
  start: ["lost", "answer lost", "second answer", "refused"],
  query: ["lost", "server error", "refused"],
  stop: ["lost", "answer lost", "second answer", "refused"],
};

const failoverTime = 80_000;

/** Everything of this weight that can happen next. */
export function nextMoves<S extends SessionService>(world: World<S>, weight: Weight): Move[] {
  const moves: Move[] = [];
  if (weight === 1) {
    moves.push({ do: "elapse" });
    usual(world, moves);
  } else disturbing(world, moves);
  return moves;
}

function usual<S extends SessionService>({ tabs, strays, setting }: World<S>, moves: Move[]): void {
  for (const [tab, { state, flights, accesses, waiting }] of tabs.entries()) {
    if (tab < 2 && !state.restoring) {
      if (!waiting.includes("start")) moves.push({ do: "start", tab });
      if (!waiting.includes("stop")) moves.push({ do: "stop", tab });
      if (!waiting.includes("query") && state.handle !== null) moves.push({ do: "query", tab });
      if (setting.family.hasLeases && !waiting.includes("acquire")) moves.push({ do: "acquire", tab });
    }
    for (const { what, reply } of flights) {
      if (reply === null) moves.push({ do: "answer", tab, what, how: "works" });
      else moves.push({ do: "deliver", tab, what });
    }
    if (accesses.length > 0) moves.push({ do: "access", tab });
  }
  if (strays.length > 0) moves.push({ do: "stray", arrives: true });
}

function disturbing<S extends SessionService>(world: World<S>, moves: Move[]): void {
  const { tabs, strays, runs, setting, isFull, now } = world;
  for (const [tab, { state, flights }] of tabs.entries()) {
    if (tab < 2 && !state.restoring) {
      moves.push({ do: "crash", tab }, { do: "dispose", tab });
      if (state.status === "stopped" || state.status === "failed") moves.push({ do: "reset", tab });
      for (const [run, { startedAt, endedAt }] of runs.entries()) {
        if (now > startedAt) moves.push({ do: "notify", tab, run, says: "started" });
        if (endedAt !== null) moves.push({ do: "notify", tab, run, says: "ended" });
        if (!isActive(state)) moves.push({ do: "resume", tab, run });
      }
    }
    for (const { what, reply } of flights) {
      if (reply !== null) moves.push({ do: "lose", tab, what });
      else {
        if (what === "start" || what === "stop") moves.push({ do: "arrive", tab, what });
        for (const how of disturbances[what]) moves.push({ do: "answer", tab, what, how });
      }
    }
  }
  if (strays.length > 0) moves.push({ do: "stray", arrives: false });
  for (const [run, one] of runs.entries()) {
    if (!isLive(one) || one.awayUntil !== null) continue;
    moves.push({ do: "exit", run });
    if (setting.family.failoverTime > 0) moves.push({ do: "failover", run, ms: failoverTime });
  }
  if (!isFull) moves.push({ do: "full" });
}
