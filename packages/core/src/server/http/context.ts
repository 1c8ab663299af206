/** What a Worker's `fetch` gets as its last argument. Elsewhere there is none: a promise goes on without it. */
export interface ServerContext {
  waitUntil?: (work: Promise<unknown>) => void;
}

/** Lets the platform wait for `work`, after the answer and after a visitor who left. */
export function keepAlive(context: ServerContext | undefined, work: Promise<unknown>): void {
  // Called on its owner, as Workers insist; a failure is the business of who else awaits it.
  if (typeof context?.waitUntil === "function") context.waitUntil(work.catch(() => {}));
}
