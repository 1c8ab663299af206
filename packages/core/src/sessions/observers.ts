import { notify } from "../runtime/notify.ts";

/** How a listener takes part. */
export interface SubscribeOptions {
  /** False: the listener is told of changes, but does not keep the monitor going. Default true. */
  watch?: boolean | undefined;
}

/** The listeners that are told of every change. */
export interface Observers {
  add(listener: () => void, options?: SubscribeOptions): () => void;
  notify(): void;
}

/**
 * @param watched told when the first one looks, and when the last one has gone
 * @param heard told when the first one listens at all, and when the last one has gone
 */
export function createObservers(watched: (isWatched: boolean) => void, heard: (isHeard: boolean) => void): Observers {
  const listeners = new Set<() => void>();
  let watching = 0;
  return {
    add(listener, { watch = true } = {}) {
      // The same function may subscribe twice.
      const own = () => listener();
      listeners.add(own);
      if (listeners.size === 1) heard(true);
      if (watch && ++watching === 1) watched(true);
      return () => {
        if (!listeners.delete(own)) return;
        if (watch && --watching === 0) watched(false);
        if (listeners.size === 0) heard(false);
      };
    },
    notify() {
      for (const listener of listeners) notify(listener, () => undefined);
    },
  };
}
