import type { Clock } from "../runtime/clock.ts";

/** What platforms can wait for with one timer, in ms. */
const longest = 2_147_483_647;

/** One alarm that can be set again and again. */
export interface Alarm {
  /** When it fires next, in ms since the epoch; null: not at all. */
  set(time: number | null): void;
}

/** Any number of alarms on one timer. */
export interface Scheduler {
  /** `ring` gets the time that the alarm was set to. */
  alarm(ring: (due: number) => void): Alarm;
}

interface Entry {
  time: number | null;
  readonly ring: (due: number) => void;
}

/** A heap whose first item is the earliest. An item whose entry has another time by now is out of date. */
type Item = readonly [time: number, entry: Entry];

function push(heap: Item[], item: Item): void {
  let index = heap.push(item) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above[0] <= item[0]) break;
    heap[index] = above;
    heap[parent] = item;
    index = parent;
  }
}

function shift(heap: Item[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const left = heap[2 * index + 1];
    const right = heap[2 * index + 2];
    const isRight = right !== undefined && left !== undefined && right[0] < left[0];
    const child = isRight ? right : left;
    if (child === undefined || child[0] >= last[0]) break;
    heap[index] = child;
    index = 2 * index + (isRight ? 2 : 1);
  }
  heap[index] = last;
}

export function createScheduler(clock: Clock): Scheduler {
  const heap: Item[] = [];
  let timer: { id: unknown; at: number } | null = null;

  function next(): number | null {
    for (let first = heap[0]; first; first = heap[0]) {
      if (first[1].time === first[0]) return first[0];
      shift(heap);
    }
    return null;
  }

  function arm(): void {
    const time = next();
    if (timer && timer.at === time) return;
    if (timer) clock.clearTimeout(timer.id);
    timer = null;
    if (time === null) return;
    const delay = Math.min(Math.max(time - clock.now(), 0), longest);
    const end = clock.now() + delay;
    timer = { id: clock.setTimeout(() => ring(end), delay), at: time };
  }

  /** `end`: when the timer was to fire. It did, so that time has passed, even if the clock was set back meanwhile. */
  function ring(end: number): void {
    timer = null;
    const until = Math.max(clock.now(), end);
    const due: Item[] = [];
    for (let time = next(); time !== null && time <= until; time = next()) {
      const [item] = heap;
      if (item) due.push(item);
      shift(heap);
    }
    // What they set anew is for later, even if the clock says that it is due.
    for (const [time, entry] of due) {
      if (entry.time !== time) continue;
      entry.time = null;
      entry.ring(time);
    }
    arm();
  }

  return {
    alarm(ringOne) {
      const entry: Entry = { time: null, ring: ringOne };
      return {
        set(time) {
          if (time === entry.time) return;
          entry.time = time;
          if (time !== null) push(heap, [time, entry]);
          arm();
        },
      };
    },
  };
}
