import type { WakeSource } from "@agora-edge/core";
import { act } from "@testing-library/react";

/** A page that looks away and back when it is told to. */
export function createView(): WakeSource & { show(visible: boolean): void } {
  const listeners = new Set<() => void>();
  let isVisible = true;
  return {
    isVisible: () => isVisible,
    isOnline: () => true,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(visible) {
      isVisible = visible;
      act(() => {
        for (const listener of listeners) listener();
      });
    },
  };
}
