import type { Tool } from "./tool.ts";

/** Whether the time has passed; false where Ctrl+C came first. */
export function wait({ clock, signal }: Pick<Tool, "clock" | "signal">, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOver: boolean) => {
      clock.clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      resolve(isOver);
    };
    const stop = () => end(false);
    const timer = clock.setTimeout(() => end(true), ms);
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
  });
}
