import { inDoubt, mostRefusals, type Run } from "./ledger.ts";
import type { SessionState } from "./state.ts";
import type { Intent, SessionService } from "./types.ts";

/** Status of something that runs and was confirmed. */
export function runningStatus(state: SessionState): "recording" | "transcribing" {
  return state.service === "recording" ? "recording" : "transcribing";
}

/** Whether a stop waits for the network: it, or the start that it has to settle first, was not sent or did not arrive. */
export function isPaused({ status, step, stopping, inFlight, online }: SessionState): boolean {
  if (step === "waiting") return true;
  return status === "stopping" && !online && inFlight.stop === null && stopping !== null && stopping.at === null;
}

/** Whether something may be running that the handle can control. */
export function isActive({ status, handle }: SessionState): boolean {
  return handle !== null && ["starting", "recording", "transcribing", "recovering", "stopping"].includes(status);
}

/** Whether something shall end that nobody has found missing yet, beside what is shown. */
export function mayRunOn({ runs, current }: SessionState): boolean {
  return runs.some(
    ({ id, handle, endAskedAt, goneAt }) => id !== current && handle !== null && endAskedAt !== null && goneAt === null,
  );
}

/** Whether nothing runs, is held or under way, and nothing that ended may come back. A start may still be in doubt. */
export function isAtRest(state: SessionState): boolean {
  const { status, step, restoring, runs } = state;
  const isHeld = status === "acquiring" || status === "acquired";
  const comesBack = runs.some(({ retry }) => retry !== null && retry.refusals < mostRefusals);
  return !isActive(state) && !isHeld && step === null && !restoring && !comesBack;
}

/** Whether there is something to ask the service: what runs and is not being stopped, or files that wait. */
export function canAsk(state: SessionState): boolean {
  return state.status === "stopping" ? false : isActive(state) || (state.handle !== null && state.stranded !== null);
}

/** Starts whose outcome is in doubt while nothing runs and nothing is being started; the latest is the last. */
export function unsettledRuns<S extends SessionService>(state: SessionState<S>): readonly Run<S>[] {
  return state.step === null && !isActive(state) ? inDoubt(state.runs) : [];
}

/** What the next start repeats. */
export function unsettledOf<S extends SessionService>(state: SessionState<S>): Intent<S> | null {
  return unsettledRuns(state).at(-1)?.intent ?? null;
}

/** Whether another page, or a process before this one, has sent a start of this run. */
export function isSentElsewhere({ noted, sentElsewhere }: SessionState, id: string): boolean {
  return !noted.includes(id) || sentElsewhere.includes(id);
}

/** Whether a lease can still be used for a start, with so much time to spare. */
export function isUsable(lease: { acquiredAt: number; expiresAt: number } | null, now: number, margin = 0): boolean {
  // A clock that was set back would make a lease last for ever.
  return lease !== null && now >= lease.acquiredAt - 1000 && lease.expiresAt - now > margin;
}
