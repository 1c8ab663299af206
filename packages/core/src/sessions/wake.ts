import { notify } from "../runtime/notify.ts";

/** Tells when somebody looks again and when the network is back: timers do not run in sleep. */
export interface WakeSource {
  /** Whether somebody can see the page. */
  isVisible(): boolean;
  /** Whether there is a network. */
  isOnline(): boolean;
  /** Calls `listener` on every change, and whenever time may have been lost. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

const pageEvents = ["focus", "online", "offline", "pageshow"] as const;

/** The listeners to the events of a page. The page has one listener for all its sessions. */
const listenersOf: WeakMap<Document, Set<() => void>> = /* @__PURE__ */ new WeakMap();

function listenTo(document: Document, window: Window): Set<() => void> {
  const listeners = new Set<() => void>();
  listenersOf.set(document, listeners);
  const wake = () => {
    for (const listener of listeners) notify(listener, () => undefined);
  };
  document.addEventListener("visibilitychange", wake);
  for (const event of pageEvents) window.addEventListener(event, wake);
  return listeners;
}

/** Of the page that this runs in; in a server nobody ever sleeps or looks away. */
export const pageWake: WakeSource = {
  isVisible: () => globalThis.document?.visibilityState !== "hidden",
  isOnline: () => globalThis.navigator?.onLine ?? true,
  subscribe(listener) {
    const { document, window } = globalThis;
    if (!document || !window) return () => {};
    const listeners = listenersOf.get(document) ?? listenTo(document, window);
    // One that gets no event: listeners of many sessions are told apart.
    const own = () => listener();
    listeners.add(own);
    return () => void listeners.delete(own);
  },
};
