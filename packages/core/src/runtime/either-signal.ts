/** What `run` comes to, given a signal that aborts as soon as one of two does. Without AbortSignal.any, which older browsers lack. */
export function withEither<T>(
  one: AbortSignal | undefined,
  other: AbortSignal | undefined,
  run: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  return one && other ? withBoth(one, other, run) : run(one ?? other);
}

async function withBoth<T>(one: AbortSignal, other: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const follow = () => controller.abort((one.aborted ? one : other).reason);
  if (one.aborted || other.aborted) follow();
  for (const signal of [one, other]) signal.addEventListener("abort", follow);
  try {
    return await run(controller.signal);
  } finally {
    for (const signal of [one, other]) signal.removeEventListener("abort", follow);
  }
}
