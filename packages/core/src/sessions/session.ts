import { createDeferreds } from "../effects/deferreds.ts";
import { createInterpreter } from "../effects/interpreter.ts";
import type { ServicePort } from "../effects/service.ts";
import { toAgoraError } from "../effects/to-agora-error.ts";
import { resetProblem } from "../machine/environment.ts";
import type { SessionCommand, SessionEvent } from "../machine/events.ts";
import { isNotification, type SessionNotification } from "../machine/notification.ts";
import { invalidState } from "../machine/failures.ts";
import { snapshotOf } from "../machine/snapshot.ts";
import type { SessionPush } from "../machine/snapshot-types.ts";
import { createState } from "../machine/state.ts";
import { isActive, runningStatus } from "../machine/activity.ts";
import { revive } from "../machine/transition.ts";
import type { SessionService, Target } from "../machine/types.ts";
import { isObject } from "../runtime/json.ts";
import { createActor } from "./actor.ts";
import { createChanges } from "./changes.ts";
import { checkInterval } from "./check-interval.ts";
import { createPersister } from "./persister.ts";
import { createObservers } from "./observers.ts";
import type { PrepareContext, SessionOptions } from "./options.ts";
import { readHandle } from "./read-handle.ts";
import { errorToJSON, reviveError, reviveState } from "./revive-state.ts";
import { sharedContextOf } from "./shared-context.ts";
import type { SessionCore } from "./session-type.ts";
import { transitionListeners } from "./transitions.ts";
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
  const name = shared.newName();
  /** Under which the limiter knows its checks. */
  const permitId = `${key} ${name}`;
  const initial = createState(service, {
    appId,
    sender: name,
    target: setup.target(),
    settings: {
      safetyMargin: options.safetyMargin ?? 30_000,
      monitorInterval: monitor === false ? null : checkInterval(monitor.interval),
      renew: options.renew === "background",
    },
  });
  const actor = createActor<S>({
    initial,
    clock,
    scheduler,
    wake,
    isStored: storage !== undefined && options.requireStorage !== false,
    run: (effect) => run(effect),
    inspect: (event, before, step) => transitionListeners.get(client)?.({ key, id: permitId, event, before, ...step }),
    changed(shown) {
      if (shown) tabs.tell(shown);
      observers.notify();
    },
  });
  const { state, snapshot, dispatch } = actor;
  let ready: Promise<void> | undefined;
  const changes = createChanges<S>({
    current: () => (state().disposed || !isActive(state()) || state().status === "stopping" ? null : state().handle),
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
      isDisposed: () => state().disposed,
      isAwaited: (name) => deferreds.isAwaited(name),
      settle: (name, error) => actor.afterwards(() => deferreds.settle(name, error)),
    },
  );

  /** Something runs, or is being started. */
  const isBusy = () => isActive(state()) || state().step !== null;

  /** A command waits until storage was read, and then happens at once. */
  async function command<T>(name: SessionCommand, toEvent: () => SessionEvent<S>, read: () => T): Promise<T> {
    if (ready) await ready;
    const event = toEvent();
    const done = deferreds.wait(name, read);
    dispatch(event);
    return done;
  }

  /** A start that is under way goes on with the options that it began with. */
  function begin<T>(name: "acquire" | "start", read: () => T): Promise<T> {
    return command(name, () => ({ type: name, now: clock.now(), target: isBusy() ? undefined : setup.target() }), read);
  }

  /** Another session of this key may have started something since storage was read. */
  async function lookUp(): Promise<void> {
    if (ready) await ready;
    if (state().disposed || isBusy()) return;
    await new Promise<void>((resolve) => {
      persister.read((runs) => {
        dispatch({ type: "found", now: clock.now(), runs });
        resolve();
      });
    });
  }

  /** Of a check: a snapshot that shows nothing new was not published, but its time is. */
  const checked = () => ({ ...snapshotOf(state()) });

  function present<T>(value: T | null): T {
    if (value === null) throw invalidState("There is nothing to give.");
    return value;
  }

  if (isObject(options.restore)) {
    actor.begin(revive(reviveState(options.restore, initial), clock.now()));
  } else if (storage && options.restore !== false) {
    let open = () => {};
    ready = new Promise((resolve) => {
      open = resolve;
    });
    actor.restore(() =>
      persister.read((runs) => {
        ready = undefined;
        dispatch({ type: "restored", now: clock.now(), runs });
        open();
      }),
    );
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
    isDisposable: actor.isDisposable,
    isOwn: () => !state().resumed,
    getSnapshot: snapshot,
    acquire: () => begin("acquire", () => present(actor.lease())),
    start: () => begin("start", () => present(state().handle)),
    async whenRunning() {
      if (ready) await ready;
      if (state().status === runningStatus(state())) return snapshot();
      if (state().disposed || !isBusy()) throw invalidState("Nothing runs, and nothing is being started.");
      return deferreds.wait("running", snapshot);
    },
    stop() {
      const stopNow = () => command("stop", () => ({ type: "stop", now: clock.now() }), snapshot);
      // At once where something runs, so that it shows at once.
      return isBusy() ? stopNow() : lookUp().then(stopNow);
    },
    query: () => command("query", () => ({ type: "query", now: clock.now() }), checked),
    async resume(given) {
      const handle = readHandle(service, appId, given, clock.now());
      return command("query", () => ({ type: "resume", now: clock.now(), handle }), checked);
    },
    reset() {
      const problem = resetProblem(state());
      if (problem) throw problem;
      dispatch({ type: "reset", now: clock.now() });
    },
    clearError: () => dispatch({ type: "clearError", now: clock.now() }),
    receive: (event) => receive(event),
    // Through JSON, so that nothing in it is shared with the session.
    toJSON() {
      const { error, ...others } = state();
      return JSON.parse(JSON.stringify({ ...others, error: error && errorToJSON(error) }));
    },
    dispose() {
      if (state().disposed) return;
      dispatch({ type: "dispose", now: clock.now() });
      tabs.listen(false);
      const { step } = state();
      const isSent = step === "sent" || step === "accepting";
      // Nobody looks after it any more: a session that comes later shall not take it for sure.
      if (leave() && !storage && !isSent) void memory.remove(key);
    },
    async change(send, replaces) {
      if (ready) await ready;
      return changes.add(send, replaces);
    },
  };
}
