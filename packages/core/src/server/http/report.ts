import { notify } from "../../transport/hooks.ts";

/** Told of a failure in the app's own functions. What it throws itself is reported as an uncaught error is. */
export type OnError = (error: unknown) => unknown;

function complain(error: unknown): never {
  throw error;
}

/** A failure must be heard of, and must not break the answer. */
export function report(error: unknown, onError: OnError = complain): void {
  notify(onError, () => error);
}
