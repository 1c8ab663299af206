import type { SessionEffect, TransitionResult } from "../machine/effects.ts";
import type { SessionEvent } from "../machine/events.ts";
import { orphans } from "../machine/ledger.ts";
import { isSameSnapshot } from "../machine/same-snapshot.ts";
import { snapshotOf } from "../machine/snapshot.ts";
import type { SessionSnapshot } from "../machine/snapshot-types.ts";
import type { SessionState } from "../machine/state.ts";
import { isActive, isAtRest, unsettledRuns } from "../machine/activity.ts";
import { transition } from "../machine/transition.ts";
import type { Lease, SessionService } from "../machine/types.ts";
import type { Clock } from "../runtime/clock.ts";
import { createLeaseTimer } from "./lease-timer.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Transition } from "./transitions.ts";
import type { WakeSource } from "./wake.ts";

export interface ActorSetup<S extends SessionService> {
  readonly initial: SessionState<S>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly wake: WakeSource;
  /** Storage remembers what is in doubt when the session is gone. */
  readonly isStored: boolean;
  readonly run: (effect: SessionEffect<S>) => void;
  /** Told of each transition before its effects run. */
  readonly inspect: (event: Transition["event"], before: SessionState<S>, step: TransitionResult<S>) => void;
  /** There is a new snapshot; null: nothing but whether the session may be disposed of has changed. */
  readonly changed: (snapshot: SessionSnapshot<S> | null) => void;
}

/** One machine that runs: it takes events in turn, keeps the state, and sets its timers by it. */
export interface Actor<S extends SessionService> {
  readonly state: () => SessionState<S>;
  readonly snapshot: () => SessionSnapshot<S>;
  /** The last lease: a start may have used it up before the caller of `acquire()` is told. */
  readonly lease: () => Lease<S> | null;
  /** Nothing is lost when the session goes away now. */
  readonly isDisposable: () => boolean;
  readonly dispatch: (event: SessionEvent<S>) => void;
  /** Begins with what a revived state has led to. */
  readonly begin: (step: TransitionResult<S>) => void;
  /** Begins with what storage holds, which `read` dispatches, at once or later. */
  readonly restore: (read: () => void) => void;
  /** Calls back when what is dispatched now has been taken, and its snapshot published. */
  readonly afterwards: (call: () => void) => void;
}

export function createActor<S extends SessionService>(setup: ActorSetup<S>): Actor<S> {
  const { clock, wake } = setup;
  let state = setup.initial;
  let snapshot = snapshotOf(state);
  let lease: Lease<S> | null = null;
  let sleepless: (() => void) | undefined;
  let wasDisposable = false;
  let isBusy = false;
  const events: SessionEvent<S>[] = [];
  const calls: (() => void)[] = [];
  const tick = (due: number) => dispatch({ type: "tick", now: clock.now(), due });
  const timeLease = createLeaseTimer(clock, tick);
  const alarm = setup.scheduler.alarm(tick);

  function dispatch(event: SessionEvent<S>): void {
    events.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = events.shift(); next; next = events.shift()) {
        take(next, transition(state, next));
        lease = state.lease ?? lease;
      }
    } finally {
      isBusy = false;
    }
    alarm.set(state.wakeAt);
    timeLease(state.status === "expired" || state.disposed ? null : (state.lease?.expiresAt ?? null));
    stayAwake();
    publish();
    // A caller that waits for a command sees the snapshot that the command led to.
    for (const call of calls.splice(0)) call();
  }

  function take(event: Transition["event"], step: TransitionResult<S>): void {
    setup.inspect(event, state, step);
    state = step.state;
    for (const effect of step.effects) setup.run(effect);
  }

  function publish(): void {
    const next = snapshotOf(state);
    const isSame = isSameSnapshot(next, snapshot);
    // A quiet stop that has come to its end shows nowhere else.
    if (isSame && isDisposable() === wasDisposable) return;
    if (!isSame) snapshot = next;
    wasDisposable = isDisposable();
    setup.changed(isSame ? null : next);
  }

  function isDisposable(): boolean {
    return isAtRest(state) && (setup.isStored || unsettledRuns(state).length === 0);
  }

  /** Listens to the page only while there is something that time can change. */
  function stayAwake(): void {
    const waits = state.status === "acquired" || state.stranded !== null || orphans(state).length > 0;
    // A stop of what may run has to know whether there is a network.
    const hasWork = waits || isActive(state) || state.step !== null || unsettledRuns(state).length > 0;
    const isNeeded = !state.disposed && hasWork;
    if (isNeeded === (sleepless !== undefined)) return;
    sleepless?.();
    sleepless = isNeeded ? wake.subscribe(look) : undefined;
    if (isNeeded && (wake.isVisible() !== state.visible || wake.isOnline() !== state.online)) look();
  }

  function look(): void {
    const [visible, online] = [wake.isVisible(), wake.isOnline()];
    dispatch({ type: "wake", now: clock.now(), visible, online });
  }

  return {
    state: () => state,
    snapshot: () => snapshot,
    lease: () => lease,
    isDisposable,
    dispatch,
    begin(step) {
      isBusy = true;
      take({ type: "revive", now: clock.now() }, step);
      isBusy = false;
      look();
      // The snapshot of before the first look was nobody's.
      publish();
    },
    restore(read) {
      state = { ...state, restoring: true };
      read();
      snapshot = snapshotOf(state);
    },
    afterwards: (call) => void calls.push(call),
  };
}
