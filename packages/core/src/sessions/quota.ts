import type { Clock } from "../runtime/clock.ts";
import type { RateLimit } from "../pipeline/rate-limit.ts";
import type { Scheduler } from "./scheduler.ts";

/** How much of the client's requests may be checks that nobody waits for. Commands have the rest. */
const share = 0.8;

/** Lets checks go one after another, so that many sessions stretch their intervals instead of the quota. */
export interface Quota {
  /** Calls `go` when it is its turn, now or later, until the returned function is called. */
  take(go: () => void, lane: "soon" | "later"): () => void;
}

interface Place {
  go: (() => void) | null;
}

/** A queue from which places are taken in front, without moving all the others. */
interface Lane {
  places: Place[];
  head: number;
}

/** The first of a lane that still waits. */
function firstOf(lane: Lane): Place | undefined {
  while (lane.head < lane.places.length && lane.places[lane.head]?.go === null) lane.head++;
  if (lane.head === lane.places.length) {
    lane.places = [];
    lane.head = 0;
  }
  return lane.places[lane.head];
}

export function createQuota(limit: RateLimit | undefined, scheduler: Scheduler, clock: Clock): Quota {
  const gap = limit ? (limit.interval ?? 1000) / limit.limit / share : 0;
  const soon: Lane = { places: [], head: 0 };
  const later: Lane = { places: [], head: 0 };
  let free = 0;
  const alarm = scheduler.alarm(run);

  function run(): void {
    for (;;) {
      const first = firstOf(soon) ?? firstOf(later);
      if (!first?.go) return alarm.set(null);
      const now = clock.now();
      // A clock that was set back must not hold everybody up.
      if (free > now && free - now <= gap) return alarm.set(free);
      free = now + gap;
      const { go } = first;
      first.go = null;
      go();
    }
  }

  return {
    take(go, lane) {
      const place: Place = { go };
      (lane === "soon" ? soon : later).places.push(place);
      run();
      return () => {
        if (place.go === null) return;
        place.go = null;
        // Where nobody waits any more, no timer does.
        run();
      };
    },
  };
}
