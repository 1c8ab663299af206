/** Tells when somebody looks again and when the network is back: timers do not run in sleep. */
export interface WakeSource {
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls `listener` on every change, and whenever time may have been lost. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

const pageEvents = ["focus", "online", "offline", "pageshow"] as const;

/** Of the page that this runs in; in a server nobody ever sleeps or looks away. */
export const pageWake: WakeSource = {
  isVisible: () => globalThis.document?.visibilityState !== "hidden",
  isOnline: () => globalThis.navigator?.onLine ?? true,
  subscribe(listener) {
    const { document, window } = globalThis;
    if (!document || !window) return () => {};
    // One that gets no event: listeners of many sessions are told apart.
    const own = () => listener();
    document.addEventListener("visibilitychange", own);
    for (const event of pageEvents) window.addEventListener(event, own);
    return () => {
      document.removeEventListener("visibilitychange", own);
      for (const event of pageEvents) window.removeEventListener(event, own);
    };
  },
};
