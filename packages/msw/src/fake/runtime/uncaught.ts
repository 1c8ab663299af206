/** For errors of the fake's user that nobody would see otherwise. */
export function throwUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
