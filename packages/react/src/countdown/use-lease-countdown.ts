import type { AnyClient } from "@agora-edge/core";
import { clockOf } from "@agora-edge/core/page";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ClientContext } from "../session/client-context.ts";
import { isSpent } from "../session/spent-leases.ts";
import { createCountdown, type LeaseTime } from "./ticker.ts";

const noLease = { subscribe: () => () => {}, getSnapshot: () => null };
const over = { subscribe: () => () => {}, getSnapshot: () => 0 };
const getNull = () => null;

/** A session of a hook: what it shows decides, whatever the clock says. */
interface WithLease {
  readonly status: string;
  readonly lease: LeaseTime | null;
}

/**
 * Whole seconds until a lease runs out: 0 when it is over, null without a lease, on a server and while hydrating. Ticks by
 * itself and apart from the session: call it in the small component that shows the number, and nothing else renders.
 *
 * @param given `recording`, which is 0 when, and not before, it is `expired`; or `recording.lease`
 * @param client whose clock counts; default: that of the `AgoraProvider`, else the platform's clock
 * @example
 * const seconds = useLeaseCountdown(recording);
 */
export function useLeaseCountdown(given: WithLease | LeaseTime | null | undefined, client?: AnyClient): number | null {
  const provided = useContext(ClientContext);
  const clock = clockOf(client ?? provided);
  const session = given && "status" in given ? given : null;
  const lease = given && "status" in given ? given.lease : given;
  const isExpired = session?.status === "expired" || (lease ? isSpent(lease) : false);
  const expiresAt = lease?.expiresAt;
  const acquiredAt = lease?.acquiredAt;
  const countdown = useMemo(() => {
    if (isExpired) return over;
    return expiresAt === undefined ? noLease : createCountdown({ expiresAt, acquiredAt }, clock);
  }, [isExpired, expiresAt, acquiredAt, clock]);
  const seconds = useSyncExternalStore<number | null>(countdown.subscribe, countdown.getSnapshot, getNull);
  // After sleep the session takes a moment to see that the lease is over.
  return session && !isExpired && seconds === 0 ? 1 : seconds;
}
