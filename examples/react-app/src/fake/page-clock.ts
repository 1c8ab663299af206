import type { Clock } from "@agora-edge/core";
import { ask, tell, type FakeTime } from "./controls.ts";

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

interface PageClock extends Clock {
  follow(time: FakeTime): void;
}

/** A clock that goes as fast as another, and jumps with it. */
export function createPageClock(first: FakeTime): PageClock {
  let time = first;
  let readAt = performance.now();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  const timers = new Map<number, Timer>();
  const now = () => time.now + (performance.now() - readAt) * time.speed;

  function arm(): void {
    clearTimeout(alarm);
    if (timers.size === 0) return;
    const next = Math.min(...[...timers.values()].map(({ at }) => at));
    alarm = setTimeout(fire, Math.min(Math.max(0, (next - now()) / time.speed), 2 ** 31 - 1));
  }

  function fire(): void {
    for (const [id, { at, run }] of [...timers].toSorted(([, a], [, b]) => a.at - b.at)) {
      if (at <= now() && timers.delete(id)) run();
    }
    arm();
  }

  return {
    now: () => Math.round(now()),
    setTimeout(run, ms) {
      timers.set(++lastId, { at: now() + Math.max(0, ms), run });
      arm();
      return lastId;
    },
    clearTimeout(id) {
      if (typeof id === "number" && timers.delete(id)) arm();
    },
    follow(next) {
      // What the answer took on its way is no reason to live a moment twice.
      const isSame = Math.abs(next.now - now()) < 500 * next.speed;
      time = { now: isSame ? Math.max(next.now, now()) : next.now, speed: next.speed };
      readAt = performance.now();
      arm();
    },
  };
}

let clock: PageClock | undefined;

/** The page's clock, as the fake's goes. Another tab can change its speed, so that it is asked for again and again. */
export async function followClock(): Promise<Clock> {
  const followed = createPageClock(await ask<FakeTime>("clock"));
  clock = followed;
  setInterval(
    () =>
      void ask<FakeTime>("clock").then(
        (time) => followed.follow(time),
        () => {},
      ),
    2000,
  );
  return followed;
}

/** Changes the speed, or skips ahead, of the fake and of this page. */
export async function changeTime(name: "speed" | "skip", body: object): Promise<FakeTime> {
  const time = await tell<FakeTime>(name, body);
  clock?.follow(time);
  return time;
}
