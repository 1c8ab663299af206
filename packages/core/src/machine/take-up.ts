import { check } from "./check.ts";
import type { Step } from "./effects.ts";
import { invalidState } from "./failures.ts";
import { isSameRun, type SessionRecord } from "./record.ts";
import { canAsk, freshRun, isActive, type SessionState } from "./state.ts";
import { go, settle, store } from "./step.ts";
import { beginStop } from "./stop.ts";
import type { Handle, SessionService } from "./types.ts";

/** A run that is older was confirmed long ago, or has failed. */
const confirmTime = 90_000;
const oldGhost = 600_000;

/** Goes on with what a record names: a run, a stop that was asked for, a start in doubt. */
export function takeUp<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  record: SessionRecord<S> | null,
): Step<S> {
  if (record === null) return go(state);
  const { handle, ghost, intent = null, earlier = [], confirmed, stopAskedAt } = record;
  // Of long ago, by a clock that may be wrong: it is stopped all the same, but nobody wants to see it.
  const isOld = ghost !== undefined && now - ghost.since > oldGhost;
  const haunted = ghost ? { ...ghost, tries: -1, at: now } : state.ghost;
  if (handle) {
    const running = {
      ...state,
      ...freshRun,
      handle,
      // A look at the files of the run before has nothing to say about this one.
      flights: { ...state.flights, query: null },
      // What is taken up again is not stopped behind its back.
      ghost: haunted && isSameRun(haunted.handle, handle) ? null : haunted,
      intent: null,
      earlier: [],
      lease: null,
      error: null,
      status: "starting",
      startedAt: handle.startedAt,
      confirmed: confirmed === true || now - handle.startedAt > confirmTime,
      resumed: true,
      confirming: { since: now, tries: 0 },
    } as const;
    return stopAskedAt === undefined ? check(running, "later") : beginStop(running, now);
  }
  if (haunted && !isOld && intent === null && state.status === "idle" && state.handle === null) {
    const shown = { status: "stopped", ending: "already-ended", handle: haunted.handle, ghost: haunted } as const;
    return go(state, { ...shown, startedAt: haunted.handle.startedAt });
  }
  return go(state, { intent, earlier, ghost: haunted });
}

/** `resume(handle)`: something that was started elsewhere. */
export function resume<S extends SessionService>(state: SessionState<S>, now: number, handle: Handle<S>): Step<S> {
  if (state.disposed || isActive(state) || state.step !== null || state.flights.acquire !== null) {
    const isIt = isActive(state) && isSameRun(state.handle, handle);
    return go(state, {}, settle("query", isIt ? undefined : invalidState("Something else runs, or is being started.")));
  }
  return store(takeUp({ ...state, error: null }, now, { version: 1, service: state.service, handle }));
}

/** A look into storage found what another session of this key has started. */
export function found<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  record: SessionRecord<S> | null,
): Step<S> {
  const isIdle = !state.disposed && !state.restoring && !isActive(state) && state.step === null;
  return isIdle && record?.handle && state.flights.acquire === null ? takeUp(state, now, record) : go(state);
}

/** Storage was read. */
export function restored<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  record: SessionRecord<S> | null,
): Step<S> {
  if (!state.restoring) return go(state);
  return takeUp({ ...state, restoring: false }, now, record);
}

/** A state of another process, or of before an eviction: nothing that was in flight then is waited for. */
export function revive<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  return store(goOn(state, now));
}

function goOn<S extends SessionService>(state: SessionState<S>, now: number): Step<S> {
  const handle = state.accepted ?? state.handle;
  const fresh: SessionState<S> = {
    ...state,
    flights: { acquire: null, start: null, query: null, stop: null, ghost: null },
    step: null,
    accepted: null,
    stopWanted: false,
    disposed: false,
    restoring: false,
    // Stopped once more at once; that is not one of the planned tries.
    ghost: state.ghost && { ...state.ghost, tries: state.ghost.tries - 1, at: Math.min(state.ghost.at, now) },
  };
  if (state.step === "accepting" && handle) {
    const record = { version: 1, service: state.service, handle } as const;
    return takeUp(fresh, now, state.stopWanted ? { ...record, stopAskedAt: now } : record);
  }
  if (state.step === "sent") return go(fresh, { status: "idle", lease: null });
  if (state.step !== null || state.status === "acquiring") {
    const intent = state.inDoubt ? state.intent : (state.earlier.at(-1) ?? null);
    const earlier = state.inDoubt ? state.earlier : state.earlier.slice(0, -1);
    return go(fresh, { intent, earlier, status: state.lease ? "acquired" : "idle" });
  }
  if (state.status === "stopping" && state.stopping) return beginStop({ ...fresh, status: state.stopping.before }, now);
  return canAsk(fresh) ? check(fresh, "later") : go(fresh);
}
