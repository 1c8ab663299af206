/**
 * What a platform gives a handler beside the request: of a Worker, the context with `waitUntil`. Frameworks pass others, such as
 * the parameters of a route, and some none; a promise goes on without it then.
 */
export type ServerContext = { waitUntil?: (work: Promise<unknown>) => void } | object;

/** Lets the platform wait for `work`, after the answer and after a visitor who left. */
export function keepAlive(context: ServerContext | undefined, work: Promise<unknown>): void {
  if (!context || !("waitUntil" in context) || typeof context.waitUntil !== "function") return;
  // Called on its owner, as Workers insist; a failure is the business of whoever else awaits it.
  context.waitUntil(work.catch(() => {}));
}
