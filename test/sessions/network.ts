import type { WakeSource } from "@agora-edge/core";

/** A page whose network comes and goes when it is told to. */
export function createNetwork(): WakeSource & { go(online: boolean): void; readonly listeners: ReadonlySet<unknown> } {
  const listeners = new Set<() => void>();
  let isOnline = true;
  return {
    listeners,
    isVisible: () => true,
    isOnline: () => isOnline,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(online) {
      isOnline = online;
      for (const listener of listeners) listener();
    },
  };
}
