/** There, back, and there again with what follows, through the service worker. */
const tripMs = 30;

/**
 * Real time for requests of which no client tells: through the service worker of a page, where there is one, nobody sees
 * them before they arrive. To be made with the fake: tests replace timers later.
 */
export function createTripWait(): () => Promise<void> {
  const tick = createTick(tripMs);
  return async () => void (await tick());
}

/** A timer of the page, where there is a service worker to wait for; elsewhere nothing, and `false`. */
export function createTick(ms: number): () => Promise<boolean> {
  const after = globalThis.setTimeout;
  const isReplaced = Object.hasOwn(after, "clock");
  return async () => {
    if (isReplaced || !isBehindWorker()) return false;
    await new Promise<void>((resolve) => after(resolve, ms));
    return true;
  };
}

function isBehindWorker(): boolean {
  if (typeof document !== "object" || !("serviceWorker" in navigator)) return false;
  const { serviceWorker } = navigator;
  return typeof serviceWorker === "object" && Boolean(serviceWorker?.controller);
}

const turns = 6;

/** Lets everything that waits on promises run, streams and message queues included. To be made with the fake, too. */
export function createSettle(): () => Promise<void> {
  const macrotask = createMacrotask();
  return async () => {
    for (let turn = 0; turn < turns; turn += 1) await macrotask();
  };
}

/** One turn of the event loop. Where there are immediates, a message would take five times as long. */
export function createMacrotask(): () => Promise<void> {
  const { setImmediate: immediate } = globalThis;
  if (typeof immediate === "function" && !Object.hasOwn(immediate, "clock")) {
    return () => new Promise((resolve) => void immediate(() => resolve()));
  }
  return sendMessage;
}

/** A message, because test runners replace timers but hardly ever message channels. */
function sendMessage(): Promise<void> {
  if (typeof MessageChannel !== "function") return new Promise((resolve) => setTimeout(resolve, 0));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const done = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener("message", done, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
