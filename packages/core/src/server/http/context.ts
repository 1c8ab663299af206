/**
 * What a platform gives a handler beside the request: of a Worker, the context with `waitUntil`. Frameworks pass others, such as
 * the parameters of a route, and some pass nothing; a promise then goes on without it.
 */
export type ServerContext = { waitUntil?: (work: Promise<unknown>) => void } | object;

/** Lets the platform wait for `work`, even after the answer is sent or the visitor has left. */
export function keepAlive(context: ServerContext | undefined, work: Promise<unknown>): void {
  if (!context || !("waitUntil" in context) || typeof context.waitUntil !== "function") return;
  // Called as a method, as Workers insist. The code that awaits `work` itself handles a failure.
  context.waitUntil(work.catch(() => {}));
}
