import type { Clock } from "@agora-edge/core";

/** A number of seconds that changes by itself, only while somebody subscribes and the page is visible. */
export interface Ticker {
  subscribe(listener: () => void): () => void;
  getSnapshot(): number;
}

const second = 1000;
const pageEvents = ["focus", "pageshow"] as const;

interface TickerSetup {
  readonly clock: Clock;
  /** The number of now. `passed`: so many whole seconds by the timer, whatever the clock says. */
  readonly read: (passed: number) => number;
  /** Until the next change, in ms; null when nothing changes any more. */
  readonly wait: (value: number) => number | null;
}

function createTicker({ clock, read, wait }: TickerSetup): Ticker {
  const listeners = new Set<() => void>();
  let value = read(0);
  let timer: unknown;

  function rest(): void {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
  }

  /** Looks at the clock anew: timers do not run in sleep, and are late in the background. */
  function look(passed: number): void {
    rest();
    const before = value;
    value = read(passed);
    const delay = wait(value);
    if (delay !== null && globalThis.document?.visibilityState !== "hidden") {
      timer = clock.setTimeout(() => look(1), Math.min(Math.max(delay, 1), second));
    }
    if (value !== before) for (const listener of listeners) listener();
  }

  const lookNow = () => look(0);
  return {
    subscribe(listener) {
      const own = () => listener();
      const { document, window } = globalThis;
      listeners.add(own);
      if (listeners.size === 1) {
        document?.addEventListener("visibilitychange", lookNow);
        for (const event of pageEvents) window?.addEventListener(event, lookNow);
        lookNow();
      }
      return () => {
        if (!listeners.delete(own) || listeners.size > 0) return;
        document?.removeEventListener("visibilitychange", lookNow);
        for (const event of pageEvents) window?.removeEventListener(event, lookNow);
        rest();
      };
    },
    getSnapshot: () => value,
  };
}

/** When a lease ends, and when it began where that is known, in ms since the epoch. */
export interface LeaseTime {
  readonly expiresAt: number;
  readonly acquiredAt?: number | undefined;
}

/** Whole seconds until a lease ends. Never more than its life, and never up again: a clock that is set back gives no time. */
export function createCountdown({ expiresAt, acquiredAt = -Infinity }: LeaseTime, clock: Clock): Ticker {
  let left = Math.ceil((expiresAt - acquiredAt) / second);
  return createTicker({
    clock,
    read: (passed) => {
      left = Math.max(0, Math.min(left - passed, Math.ceil((expiresAt - clock.now()) / second)));
      return left;
    },
    // To the lease's own seconds, so that `0` shows when it is over and not up to a second later.
    wait: (value) => (value > 0 ? expiresAt - (value - 1) * second - clock.now() : null),
  });
}

/** Whole seconds since a moment, in ms since the epoch. Before that moment, by a clock that was set back, it counts on. */
export function createStopwatch(since: number, clock: Clock): Ticker {
  let seconds = 0;
  return createTicker({
    clock,
    read: (passed) => {
      const shown = Math.floor((clock.now() - since) / second);
      seconds = shown < 0 ? seconds + passed : shown;
      return seconds;
    },
    wait: (value) => since + (value + 1) * second - clock.now(),
  });
}
