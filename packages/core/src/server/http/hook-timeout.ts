import type { Clock } from "../../runtime/clock.ts";
import { timedOut, withTimeout } from "../../runtime/with-timeout.ts";

/** How long the app's own functions may take. */
export interface HookLimit {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly time: number;
}

/** An app's own function has not ended in time. */
export class HookTimeout extends Error {
  constructor(name: string, time: number) {
    super(`${name} has not ended within ${time} ms.`);
  }
}

/**
 * What a function of the app's comes to.
 *
 * @throws HookTimeout when it takes too long; it goes on
 */
export async function withHookTimeout<T>(name: string, work: T | Promise<T>, { clock, time }: HookLimit): Promise<T> {
  const result = await withTimeout(Promise.resolve(work), clock, time, undefined);
  if (result === timedOut) throw new HookTimeout(name, time);
  return result;
}
