import type { AnyClient } from "@agora-edge/core";
import { clockOf } from "@agora-edge/core/page";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ClientContext } from "./client-context.ts";
import { createCountdown } from "./countdown.ts";

const noLease = { subscribe: () => () => {}, getSnapshot: () => null };
const getNull = () => null;

/**
 * Whole seconds until a lease runs out: 0 when it is over, null without a lease, on a server and while hydrating. Ticks by
 * itself and apart from the session: call it in the small component that shows the number, and nothing else renders.
 *
 * @param lease `recording.lease`
 * @param client whose clock counts; default: that of the `AgoraProvider`, else the platform's clock
 * @example
 * const seconds = useLeaseCountdown(recording.lease);
 */
export function useLeaseCountdown(
  lease: { readonly expiresAt: number } | null | undefined,
  client?: AnyClient,
): number | null {
  const provided = useContext(ClientContext);
  const clock = clockOf(client ?? provided);
  const expiresAt = lease?.expiresAt;
  const countdown = useMemo(
    () => (expiresAt === undefined ? noLease : createCountdown(expiresAt, clock)),
    [expiresAt, clock],
  );
  return useSyncExternalStore<number | null>(countdown.subscribe, countdown.getSnapshot, getNull);
}
