import { createDeferreds } from "../effects/deferreds.ts";
import { createInterpreter } from "../effects/interpreter.ts";
import type { ServicePort } from "../effects/service.ts";
import { toAgoraError } from "../effects/to-agora-error.ts";
import type { TransitionResult } from "../machine/effects.ts";
import { resetProblem } from "../machine/environment.ts";
import type { SessionCommand, SessionEvent } from "../machine/events.ts";
import { isNotification, type SessionNotification } from "../machine/notification.ts";
import { invalidState } from "../machine/failures.ts";
import { orphans } from "../machine/ledger.ts";
import { isSameSnapshot } from "../machine/same-snapshot.ts";
import { snapshotOf } from "../machine/snapshot.ts";
import type { SessionPush } from "../machine/snapshot-types.ts";
import { createState, isActive, isAtRest, runningStatus, type SessionState, unsettledRuns } from "../machine/state.ts";
import { revive, transition } from "../machine/transition.ts";
import type { Lease, SessionService, Target } from "../machine/types.ts";
import { isObject } from "../runtime/json.ts";
import { createChanges } from "./changes.ts";
import { checkInterval } from "./check-interval.ts";
import { createPersister } from "./persister.ts";
import { createLeaseTimer } from "./lease-timer.ts";
import { createObservers } from "./observers.ts";
import type { PrepareContext, SessionOptions } from "./options.ts";
import { readHandle } from "./read-handle.ts";
import { errorToJSON, reviveError, reviveState } from "./revive-state.ts";
import { sharedContextOf } from "./shared-context.ts";
import type { SessionCore } from "./session-type.ts";
import { type Transition, transitionListeners } from "./transitions.ts";
import { createTabLink } from "./tab-link.ts";
import { pageWake } from "./wake.ts";

export interface SessionSetup<S extends SessionService> {
  readonly client: object;
  readonly appId: string;
  readonly service: S;
  readonly key: string;
  readonly port: ServicePort<S>;
  /** Whom it is for, by the options of now. */
  readonly target: () => Target<S>;
  /** Makes the request body of a start; asked once per start. */
  readonly prepare: (context: PrepareContext) => unknown;
  readonly options: SessionOptions;
}

/** The shell around the machine: runs its effects, keeps its time, tells the listeners. */
export function createSession<S extends SessionService>(setup: SessionSetup<S>): SessionCore<S> {
  const { client, appId, service, key, port, options } = setup;
  const { monitor = {}, storage, wake = pageWake } = options;
  const shared = sharedContextOf(client);
  const { clock, scheduler, mutex, memory } = shared;
  const leave = shared.join(key);
  // Node has locks too, for all that runs in one process; tabs are what they are for.
  const platform = globalThis.document ? globalThis.navigator?.locks : undefined;
  const locks = (storage && (options.locks ?? platform)) || undefined;
  const persister = createPersister<S>({
    service,
    key,
    storage: storage ?? memory,
    isRequired: options.requireStorage !== false,
    lock: (granted) => mutex.lock(`${key}:ledger`, locks, granted),
    clock,
  });
  const deferreds = createDeferreds();
  const isRestful = monitor !== false && monitor.unattended === false;
  const tabs = createTabLink<S>({
    key,
    storage,
    written: () => run({ type: "look" }),
    told: (push) => receive(push, true),
  });
  const observers = createObservers(
    (watched) => {
      if (isRestful) dispatch({ type: "watch", now: clock.now(), watched });
    },
    (isHeard) => tabs.listen(isHeard),
  );
  const timeLease = createLeaseTimer(clock, (due) => dispatch({ type: "tick", now: clock.now(), due }));
  const alarm = scheduler.alarm((due) => dispatch({ type: "tick", now: clock.now(), due }));

  let state: SessionState<S> = createState(service, {
    appId,
    target: setup.target(),
    settings: {
      safetyMargin: options.safetyMargin ?? 30_000,
      monitorInterval: monitor === false ? null : checkInterval(monitor.interval),
      renew: options.renew === "background",
    },
  });
  let snapshot = snapshotOf(state);
  /** The last lease: a start may have used it up before the caller of `acquire()` is told. */
  let lease: Lease<S> | null = null;
  let ready: Promise<void> | undefined;
  const changes = createChanges<S>({
    current: () => (state.disposed || !isActive(state) || state.status === "stopping" ? null : state.handle),
    async carryOut(send, handle) {
      try {
        await send(handle, { signal: ended });
        dispatch({ type: "updated", now: clock.now(), handle });
      } catch (error) {
        const told = toAgoraError(error);
        dispatch({ type: "updated", now: clock.now(), handle, error: told });
        throw told;
      }
    },
  });
  let sleepless: (() => void) | undefined;
  let wasDisposable = false;
  const events: SessionEvent<S>[] = [];
  const settled: (() => void)[] = [];
  let isBusy = false;

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
    for (const tell of settled.splice(0)) tell();
  }

  function take(event: Transition["event"], step: TransitionResult<S>): void {
    transitionListeners.get(client)?.({ key, id: permitId, event, before: state, ...step });
    state = step.state;
    for (const effect of step.effects) run(effect);
  }

  function publish(): void {
    const next = snapshotOf(state);
    const isSame = isSameSnapshot(next, snapshot);
    // A quiet stop that has come to its end shows nowhere else.
    if (isSame && isDisposable() === wasDisposable) return;
    if (!isSame) {
      snapshot = next;
      tabs.tell(next);
    }
    wasDisposable = isDisposable();
    observers.notify();
  }

  function isDisposable(): boolean {
    return isAtRest(state) && (storage !== undefined || unsettledRuns(state).length === 0);
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

  const permitId = shared.newPermitId(key);
  const { run, ended } = createInterpreter<S>(
    {
      service: port,
      storage: persister,
      lock: (granted) => mutex.lock(key, locks, granted),
      limiter: shared.limiter,
      clock,
      prepare: setup.prepare,
      bodyName: service === "recording" ? "clientRequest" : "request",
      permitId: () => permitId,
    },
    {
      dispatch,
      isDisposed: () => state.disposed,
      isAwaited: (name) => deferreds.isAwaited(name),
      settle: (name, error) => void settled.push(() => deferreds.settle(name, error)),
    },
  );

  /** A command waits until storage was read, and then happens at once. */
  async function command<T>(name: SessionCommand, toEvent: () => SessionEvent<S>, read: () => T): Promise<T> {
    if (ready) await ready;
    const event = toEvent();
    const done = deferreds.wait(name, read);
    dispatch(event);
    return done;
  }

  /** A start that is under way goes on with the options that it began with. */
  const newTarget = () => (state.step === null && !isActive(state) ? setup.target() : undefined);

  /** Another session of this key may have started something since storage was read. */
  async function lookUp(): Promise<void> {
    if (ready) await ready;
    if (state.disposed || isActive(state) || state.step !== null) return;
    await new Promise<void>((resolve) => {
      persister.read((runs) => {
        dispatch({ type: "found", now: clock.now(), runs });
        resolve();
      });
    });
  }

  const current = () => snapshot;
  /** Of a check: a snapshot that shows nothing new was not published, but its time is. */
  const checked = () => ({ ...snapshotOf(state) });

  function present<T>(value: T | null): T {
    if (value === null) throw invalidState("There is nothing to give.");
    return value;
  }

  if (isObject(options.restore)) {
    const step = revive(reviveState(options.restore, state), clock.now());
    begin(() => take({ type: "revive", now: clock.now() }, step));
  } else if (storage && options.restore !== false) {
    let open = () => {};
    state = { ...state, restoring: true };
    ready = new Promise((resolve) => {
      open = resolve;
    });
    persister.read((runs) => {
      ready = undefined;
      dispatch({ type: "restored", now: clock.now(), runs });
      open();
    });
    snapshot = snapshotOf(state);
  }

  function begin(first: () => void): void {
    isBusy = true;
    first();
    isBusy = false;
    look();
    // The snapshot of before the first look was nobody's.
    publish();
  }

  function receive(event: SessionNotification | SessionPush<S>, isShared = false): void {
    if (ready) return void ready.then(() => receive(event, isShared));
    const now = clock.now();
    // What arrives over the network can be anything.
    if (!isObject(event)) return;
    if (isNotification(event)) return dispatch({ type: "notification", now, notification: event });
    const error = isObject(event.error) ? reviveError(event.error) : null;
    dispatch({ type: "push", now, snapshot: event, error, isShared });
  }

  return {
    key,
    subscribe: (listener, subscribed) => observers.add(listener, subscribed),
    isDisposable,
    isOwn: () => !state.resumed,
    getSnapshot: current,
    acquire: () =>
      command(
        "acquire",
        () => ({ type: "acquire", now: clock.now(), target: newTarget() }),
        () => present(lease),
      ),
    start: () =>
      command(
        "start",
        () => ({ type: "start", now: clock.now(), target: newTarget() }),
        () => present(state.handle),
      ),
    async whenRunning() {
      if (ready) await ready;
      if (state.status === runningStatus(state)) return snapshot;
      if (state.disposed || (!isActive(state) && state.step === null)) {
        throw invalidState("Nothing runs, and nothing is being started.");
      }
      return deferreds.wait("running", current);
    },
    stop() {
      const stopNow = () => command("stop", () => ({ type: "stop", now: clock.now() }), current);
      // At once where something runs, so that it shows at once.
      return isActive(state) || state.step !== null ? stopNow() : lookUp().then(stopNow);
    },
    query: () => command("query", () => ({ type: "query", now: clock.now() }), checked),
    async resume(given) {
      const handle = readHandle(service, appId, given, clock.now());
      return command("query", () => ({ type: "resume", now: clock.now(), handle }), checked);
    },
    reset() {
      const problem = resetProblem(state);
      if (problem) throw problem;
      dispatch({ type: "reset", now: clock.now() });
    },
    clearError: () => dispatch({ type: "clearError", now: clock.now() }),
    receive: (event) => receive(event),
    // Through JSON, so that nothing in it is shared with the session.
    toJSON: () => JSON.parse(JSON.stringify({ ...state, error: state.error && errorToJSON(state.error) })),
    dispose() {
      if (state.disposed) return;
      dispatch({ type: "dispose", now: clock.now() });
      tabs.listen(false);
      const isSent = state.step === "sent" || state.step === "accepting";
      // Nobody looks after it any more: a session that comes later shall not take it for sure.
      if (leave() && !storage && !isSent) void memory.remove(key);
    },
    async change(send, replaces) {
      if (ready) await ready;
      return changes.add(send, replaces);
    },
  };
}
