/** One line for the developer of the app. */
export function writeWarning(line: string): void {
  console.warn(line);
}

/** Calls a hook. Its failure must not cost the answer to a start that took effect. */
export function notify<Info>(hook: ((info: Info) => unknown) | undefined, info: () => Info): void {
  if (!hook) return;
  const report = (error: unknown) => {
    // In a page alone: in Deno and Bun it ends the process.
    if (globalThis.document && globalThis.reportError) globalThis.reportError(error);
    else console.error(error);
  };
  try {
    const result = hook(info());
    // An asynchronous hook fails later, and must not do so unheard either. Most give nothing, and need no promise.
    if (result) Promise.resolve(result).catch(report);
  } catch (error) {
    report(error);
  }
}
