import type { Tool } from "../tool/tool.ts";

/** Aborts the work after so many ms by the tool's clock, or at Ctrl+C. */
export async function withTimeLimit<T>(
  { clock, signal }: Pick<Tool, "clock" | "signal">,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = clock.setTimeout(() => controller.abort(new Error(`no answer within ${ms / 1000} s`)), ms);
  const limited = AbortSignal.any([signal, controller.signal]);
  // Not every fetch listens to its signal.
  const ended = new Promise<never>((_, reject) => {
    limited.addEventListener("abort", () => reject(limited.reason as Error), { once: true });
  });
  try {
    return await Promise.race([work(limited), ended]);
  } finally {
    clock.clearTimeout(timer);
  }
}
