/** Told of a failure in the app's own functions. What it throws itself goes to the console. */
export type OnError = (error: unknown) => unknown;

async function tell(onError: OnError, error: unknown): Promise<void> {
  try {
    await onError(error);
  } catch (thrown) {
    complain(thrown);
  }
}

function complain(error: unknown): void {
  // oxlint-disable-next-line no-console -- the last one to hear of it
  console.error(error);
}

/**
 * Reports a failure without breaking the answer. Never by `reportError`: in Deno that ends the process, and
 * one bad request would end the server for everybody.
 */
export function report(error: unknown, onError: OnError = complain): void {
  void tell(onError, error);
}
