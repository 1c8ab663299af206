import type { WakeSource } from "@agora-edge/core";
import { act } from "@testing-library/react";

/** A page that is looked at or not, and is connected or not, as it is told. */
export function createView(): WakeSource & { show(visible: boolean): void; connect(online: boolean): void } {
  const listeners = new Set<() => void>();
  let isVisible = true;
  let isOnline = true;
  const tell = () =>
    act(() => {
      for (const listener of listeners) listener();
    });
  return {
    isVisible: () => isVisible,
    isOnline: () => isOnline,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(visible) {
      isVisible = visible;
      tell();
    },
    connect(online) {
      isOnline = online;
      tell();
    },
  };
}
