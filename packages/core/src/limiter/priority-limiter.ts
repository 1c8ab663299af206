import { systemClock, type Clock } from "../runtime/clock.ts";
import type { PermitRequest, RateLimit, RateLimiter } from "./rate-limiter.ts";

/** A limiter whose state is in this process. */
export interface LocalRateLimiter extends RateLimiter {
  tryAcquire(request: PermitRequest): number | null;
  cancel(id: string): void;
  /** How many requests wait. */
  readonly size: number;
}

/** What goes first; no caller waits for what comes from `firstCheck` on. */
const ranks = { critical: 0, high: 1, normal: 2, low: 3 } as const;
const firstCheck = ranks.normal;

/** Checks get this much of the permits at most, so that a command finds some at any time. */
const checkShare = 0.8;

/** A rank that others were preferred to for so many permits gets the next one. */
const mostPassedOver = 9;

/** A permit that leaves less time than this, in ms, is not worth waiting for. */
const leastTime = 1000;

/** A request that is late by more than so many ms is not waited for: others may go first. */
const slack = 50;

/** A late request keeps its place for so many ms: alarms can be late, and senders can be gone. */
const longestDelay = 60_000;

interface Place {
  readonly id: string;
  readonly rank: number;
  readonly subject: string | undefined;
  /** Each subject has one place in each round. */
  readonly round: number;
  readonly order: number;
  /** When it asks again. */
  due: number;
}

/** All places of one rank. */
interface Rank {
  size: number;
  /** The round of its last permit. */
  round: number;
  /** Permits that went to others while it waited. */
  passedOver: number;
}

function isBefore(a: Place, b: Place): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.round === b.round ? a.order < b.order : a.round < b.round;
}

/**
 * A priority limiter: no interval of time ever sees more requests than the limit, and where requests have to wait, those of
 * a higher priority go first, the subjects of one priority take turns, and checks are spread evenly.
 *
 * Its state is plain data, and each caller that waits has its own timer or alarm: in Workers a request must not wait for
 * another's promise, and a Durable Object sleeps meanwhile. So it can be asked over a network too.
 */
export function createRateLimiter({ limit, interval = 1000 }: RateLimit, clock: Clock = systemClock): LocalRateLimiter {
  /** Between two checks, in ms. */
  const gap = interval / limit / checkShare;
  /** In the order in which they get their permits. */
  const places: Place[] = [];
  const byId = new Map<string, Place>();
  const byRank = Object.values(ranks).map((): Rank => ({ size: 0, round: 0, passedOver: 0 }));
  /** When the last permits were given: as many as the limit. */
  let given: number[] = [];
  let lastCheck = -Infinity;
  let lastNow = 0;
  let orders = 0;

  const isDueBefore = (index: number, time: number): boolean => (places[index]?.due ?? Infinity) < time;

  function leave(place: Place, rank: Rank | undefined): void {
    byId.delete(place.id);
    if (rank) rank.size -= 1;
    const index = places.indexOf(place);
    // The first leaves most often, and engines have a fast way for it.
    if (index === 0) places.shift();
    else places.splice(index, 1);
  }

  function enter({ id, subject }: PermitRequest, rank: number, now: number): Place {
    const own = byRank[rank];
    const earlier = subject === undefined ? [] : places.filter((one) => one.rank === rank && one.subject === subject);
    const place = { id, rank, subject, round: (own?.round ?? 0) + earlier.length, order: orders++, due: now };
    if (own) own.size += 1;
    // Most of those who come last are among the last.
    let index = places.length;
    for (let last = places[index - 1]; last && isBefore(place, last); last = places[index - 1]) index -= 1;
    places.splice(index, 0, place);
    byId.set(id, place);
    return place;
  }

  /** When there is a permit after `ahead` others have had theirs. */
  function permitTime(now: number, ahead: number): number {
    const before = given[given.length - limit + (ahead % limit)];
    const first = before === undefined ? now : Math.max(now, before + interval);
    return first + Math.floor(ahead / limit) * interval;
  }

  /** When it is the turn of a place, as things are now. */
  function turnOf(place: Place, now: number): number {
    const index = places.indexOf(place);
    let start = 0;
    let ahead = 0;
    let checks = 0;
    let atMost = 0;
    for (const [rank, { size, passedOver }] of byRank.entries()) {
      if (rank <= place.rank) {
        const end = rank === place.rank ? index : start + size;
        let first = start;
        while (first < end && isDueBefore(first, now - slack)) first += 1;
        ahead += end - first;
        if (rank >= firstCheck) checks += end - first;
        // However many are preferred to it, a rank gets one permit of ten.
        atMost = Math.max(0, mostPassedOver - passedOver) + (end - first) * (mostPassedOver + 1);
      } else if (passedOver >= mostPassedOver && isDueBefore(start, now + 1)) ahead += 1;
      start += size;
    }
    const time = permitTime(now, Math.min(ahead, atMost));
    return place.rank < firstCheck ? time : Math.max(time, lastCheck + gap * (Math.min(checks, atMost) + 1));
  }

  function give({ rank, round }: Place, now: number): void {
    for (const [at, one] of byRank.entries()) {
      if (at === rank) Object.assign(one, { passedOver: 0, round });
      else if (one.size > 0) one.passedOver += 1;
    }
    if (rank >= firstCheck) lastCheck = now;
    given.push(now);
    if (given.length > limit) given.shift();
  }

  /** A caller that should have asked long ago is gone. */
  function dropLost(now: number): void {
    let start = 0;
    for (const rank of byRank) {
      for (let first = places[start]; rank.size > 0 && first && first.due < now - longestDelay; first = places[start]) {
        leave(first, rank);
      }
      start += rank.size;
    }
  }

  return {
    tryAcquire(request) {
      const time = clock.now();
      // A clock that was set back would hold everybody up until it has caught up.
      if (time < lastNow - interval) {
        given = [];
        lastCheck = -Infinity;
        lastNow = time;
      }
      // In Workers each request has a time of its own, which can be a little behind that of another.
      const now = Math.max(time, lastNow);
      lastNow = now;
      dropLost(now);
      const rank = ranks[request.priority];
      const place = byId.get(request.id) ?? enter(request, rank, now);
      const turn = turnOf(place, now);
      const isNow = turn <= now;
      const isLate = isNow ? request.deadline <= now : turn + leastTime > request.deadline;
      if (isNow || isLate) leave(place, byRank[place.rank]);
      if (isLate) return null;
      if (isNow) {
        give(place, now);
        return 0;
      }
      place.due = Math.ceil(turn);
      return place.due - now;
    },
    cancel(id) {
      const place = byId.get(id);
      if (place) leave(place, byRank[place.rank]);
    },
    get size() {
      return places.length;
    },
  };
}
