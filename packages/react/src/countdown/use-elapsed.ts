import type { AnyClient } from "@agora-edge/core";
import { clockOf } from "@agora-edge/core/page";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ClientContext } from "../session/client-context.ts";
import { createStopwatch } from "./ticker.ts";

const nothing = { subscribe: () => () => {}, getSnapshot: () => null };
const getNull = () => null;

/**
 * Whole seconds since a moment; null without one, on a server and while hydrating. Ticks by itself: call it in the small
 * component that shows the number.
 *
 * @param since `recording.startedAt`, in ms since the epoch
 * @param client whose clock counts; default: that of the `AgoraProvider`, else the platform's clock
 * @example
 * const seconds = useElapsed(recording.startedAt);
 */
export function useElapsed(since: number | null | undefined, client?: AnyClient): number | null {
  const provided = useContext(ClientContext);
  const clock = clockOf(client ?? provided);
  const stopwatch = useMemo(
    () => (typeof since === "number" ? createStopwatch(since, clock) : nothing),
    [since, clock],
  );
  return useSyncExternalStore<number | null>(stopwatch.subscribe, stopwatch.getSnapshot, getNull);
}
