import type { Clock } from "@agora-edge/core";

/** Whole seconds until a moment. Ticks only while somebody subscribes, the page is visible, and time is left. */
export interface Countdown {
  subscribe(listener: () => void): () => void;
  getSnapshot(): number;
}

const second = 1000;
const pageEvents = ["focus", "pageshow"] as const;

export function createCountdown(expiresAt: number, clock: Clock): Countdown {
  const read = () => Math.max(0, Math.ceil((expiresAt - clock.now()) / second));
  const listeners = new Set<() => void>();
  let left = read();
  let timer: unknown;

  function rest(): void {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
  }

  /** Looks at the clock anew: timers do not run in sleep, and are late in the background. */
  function look(): void {
    rest();
    const before = left;
    left = read();
    if (left > 0 && globalThis.document?.visibilityState !== "hidden") {
      // To the lease's own seconds, so that `0` shows when it is over and not up to a second later.
      timer = clock.setTimeout(look, Math.max(expiresAt - (left - 1) * second - clock.now(), 1));
    }
    if (left !== before) for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      const own = () => listener();
      const { document, window } = globalThis;
      listeners.add(own);
      if (listeners.size === 1) {
        document?.addEventListener("visibilitychange", look);
        for (const event of pageEvents) window?.addEventListener(event, look);
        look();
      }
      return () => {
        if (!listeners.delete(own) || listeners.size > 0) return;
        document?.removeEventListener("visibilitychange", look);
        for (const event of pageEvents) window?.removeEventListener(event, look);
        rest();
      };
    },
    getSnapshot: () => left,
  };
}
