import { type AgoraError, isAgoraError } from "../errors/agora-error.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { common } from "../locales/en/common.ts";
import type { SessionEffect } from "../machine/effects.ts";
import { resetProblem } from "../machine/environment.ts";
import type { SessionCommand, SessionEvent, SessionNotification } from "../machine/events.ts";
import { invalidState } from "../machine/failures.ts";
import { isSameSnapshot, snapshotOf, type SessionPush, type SessionSnapshot } from "../machine/snapshot.ts";
import { createState, isActive, runningStatus, type SessionState } from "../machine/state.ts";
import { revive } from "../machine/take-up.ts";
import { transition } from "../machine/transition.ts";
import type { Handle, Lease, SessionService } from "../machine/types.ts";
import { isObject } from "../runtime/json.ts";
import type { CallOptions } from "../transport/call.ts";
import { notify } from "../transport/hooks.ts";
import { engineOf } from "./engine.ts";
import { createKeeper } from "./keeper.ts";
import type { SessionOptions } from "./options.ts";
import type { SessionPorts } from "./ports.ts";
import { reviveState } from "./revive-state.ts";
import { createWaiters } from "./waiters.ts";
import { pageWake } from "./wake.ts";

/** What recordings and transcriptions have in common. Functions can be passed on alone. */
export interface Session<S extends SessionService = SessionService> {
  /** What it is stored and shared under. */
  readonly key: string;
  /** Calls `listener` after every change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  readonly getSnapshot: () => SessionSnapshot<S>;
  /** Gets a lease for later; `start()` does it by itself. */
  readonly acquire: () => Promise<Lease<S>>;
  /** Starts, unless something runs already. Resolves when the service took it and storage has the handle. */
  readonly start: () => Promise<Handle<S>>;
  /** Resolves when the service confirms that it runs; rejects when it does not come up. */
  readonly whenRunning: () => Promise<SessionSnapshot<S>>;
  /** Ends what runs, or is being started. Nothing to do where nothing runs. */
  readonly stop: () => Promise<SessionSnapshot<S>>;
  /** Asks the service now. */
  readonly query: () => Promise<SessionSnapshot<S>>;
  /** Takes over what was started elsewhere. */
  readonly resume: (handle: Handle<S>) => Promise<SessionSnapshot<S>>;
  /**
   * Back to `idle`. A start whose outcome nobody knows stays `unsettled`.
   *
   * @throws AgoraError of kind `invalid-state` while something runs or is under way
   */
  readonly reset: () => void;
  /** Takes a notification of the service, or a snapshot of a session that watches the same run elsewhere. */
  readonly receive: (event: SessionNotification | SessionPush<S>) => void;
  /** Everything that another process needs to go on: `restore` takes it. Holds no request body, no key, no RTC or REST token. */
  readonly toJSON: () => object;
  /** Ends all watching. A start or stop that was sent goes on, and storage gets its outcome. */
  readonly dispose: () => void;
}

/** For the session's own kind of update. */
export interface SessionCore<S extends SessionService> extends Session<S> {
  /** Runs one after another: the service wants an answer before the next. */
  readonly change: (send: (handle: Handle<S>, options: CallOptions) => Promise<unknown>) => Promise<void>;
}

function toAgoraError(error: unknown): AgoraError {
  if (isAgoraError(error)) return error;
  const message = `could not be made: ${error instanceof Error ? error.message : "the function failed"}`;
  const issues = [{ path: "clientRequest", message, received: "" }];
  return new AgoraValidationError({ kind: "invalid-request", text: common["invalid-request"], issues, cause: error });
}

export interface SessionSetup<S extends SessionService> {
  readonly client: object;
  readonly appId: string;
  readonly service: S;
  readonly key: string;
  readonly ports: SessionPorts<S>;
  readonly options: SessionOptions;
}

/** The shell around the machine: runs its effects, keeps its time, tells who listens. */
export function createSession<S extends SessionService>(setup: SessionSetup<S>): SessionCore<S> {
  const { client, appId, service, key, ports, options } = setup;
  const { monitor = {}, storage, wake = pageWake } = options;
  const { clock, scheduler, quota, claims, board } = engineOf(client);
  const locks = options.locks ?? globalThis.navigator?.locks;
  const keeper = createKeeper<S>(
    service,
    key,
    storage ?? {
      get: (name) => board.get(name),
      set: (name, value) => board.set(name, value),
      remove: (name) => board.delete(name),
    },
  );
  const waiters = createWaiters();
  const listeners = new Set<() => void>();
  const alarm = scheduler.alarm((due) => dispatch({ type: "tick", now: clock.now(), due }));
  /** Ends requests that change nothing, and the waiting between the others. */
  const end = new AbortController();

  let state: SessionState<S> = createState(service, {
    appId,
    target: ports.target(),
    settings: {
      safetyMargin: options.safetyMargin ?? 30_000,
      monitorInterval: monitor === false ? null : (monitor.interval ?? 120_000),
      renew: options.renew === "background",
    },
  });
  let snapshot = snapshotOf(state);
  /** The last one: a start may have used it up before who asked for it is told. */
  let lease: Lease<S> | null = null;
  let body: unknown;
  let release: (() => void) | undefined;
  let ready: Promise<void> | undefined;
  let changes: Promise<unknown> = Promise.resolve();
  let sleepless: (() => void) | undefined;
  let leaseEnd: number | null = null;
  let leaseTimer: unknown;
  const events: SessionEvent<S>[] = [];
  const settled: (() => void)[] = [];
  let isBusy = false;

  function dispatch(event: SessionEvent<S>): void {
    events.push(event);
    if (isBusy) return;
    isBusy = true;
    for (let next = events.shift(); next; next = events.shift()) {
      const step = transition(state, next);
      state = step.state;
      lease = state.lease ?? lease;
      for (const effect of step.effects) run(effect);
    }
    isBusy = false;
    alarm.set(state.wakeAt);
    timeLease();
    stayAwake();
    publish();
    // Who waits for a command sees the snapshot that came of it.
    for (const tell of settled.splice(0)) tell();
  }

  function publish(): void {
    const next = snapshotOf(state);
    if (isSameSnapshot(next, snapshot)) return;
    snapshot = next;
    for (const listener of listeners) notify(listener, () => undefined);
  }

  /** The end of a lease has a timer of its own, set once: it fires in time even if the clock is set back meanwhile. */
  function timeLease(): void {
    const at = state.status === "expired" || state.disposed ? null : (state.lease?.expiresAt ?? null);
    if (at === leaseEnd) return;
    clock.clearTimeout(leaseTimer);
    leaseEnd = at;
    if (at === null) return;
    const ring = () => dispatch({ type: "tick", now: clock.now(), due: at });
    leaseTimer = clock.setTimeout(ring, Math.max(0, at - clock.now()));
  }

  /** Listens to the page only while there is something that time can change. */
  function stayAwake(): void {
    const isNeeded = !state.disposed && (state.status === "acquired" || isActive(state));
    if (isNeeded === (sleepless !== undefined)) return;
    sleepless?.();
    sleepless = isNeeded ? wake.subscribe(look) : undefined;
    if (isNeeded && (wake.isVisible() !== state.visible || wake.isOnline() !== state.online)) look();
  }

  function look(): void {
    const [visible, online] = [wake.isVisible(), wake.isOnline()];
    dispatch({ type: "wake", now: clock.now(), visible, online });
  }

  /** Answers to `call` when the work is done. */
  function answer<T>(call: number, work: () => T | Promise<T>, toEvent: (result: T) => SessionEvent<S>): void {
    const fail = (error: unknown) => dispatch({ type: "failed", now: clock.now(), call, error: toAgoraError(error) });
    try {
      const result = work();
      if (result instanceof Promise) void result.then((value) => dispatch(toEvent(value)), fail);
      else dispatch(toEvent(result));
    } catch (error) {
      fail(error);
    }
  }

  /** What is sent after the end is sent once, and nothing is waited for. */
  const patient = (): CallOptions => (state.disposed ? { once: true } : { patience: end.signal });
  /** In a page a stop outlives the page. Elsewhere not every `fetch` knows the option. */
  const lasting = () => ({ ...patient(), ...(globalThis.document ? { keepalive: true } : {}) });

  function run(effect: SessionEffect<S>): void {
    switch (effect.type) {
      case "claim":
        release = claims.claim(key, storage && locks ? locks : undefined, () => {
          keeper.read((record, error) => {
            if (error === undefined) dispatch({ type: "claimed", now: clock.now(), record });
            else
              dispatch({
                type: "failed",
                now: clock.now(),
                call: 0,
                error: invalidState("Storage could not be read.", error),
              });
          });
        });
        return;
      case "release":
        body = undefined;
        // Whoever is next shall find what was written.
        if (release) keeper.flush(release);
        release = undefined;
        return;
      case "prepare":
        return answer(
          0,
          () => ports.prepare(),
          (value) => {
            body = value;
            return { type: "prepared", now: clock.now() };
          },
        );
      case "acquire": {
        const { call, target } = effect;
        return answer(
          call,
          () => ports.acquire(target, { signal: end.signal }),
          (lease) => ({ type: "acquired", now: clock.now(), call, lease }),
        );
      }
      case "start": {
        const { call, intent } = effect;
        return answer(
          call,
          () => ports.start(intent, body, patient()),
          (handle) => ({ type: "started", now: clock.now(), call, handle }),
        );
      }
      case "query": {
        const { call, handle, urgency } = effect;
        const ask = () =>
          answer(
            call,
            () => ports.query(handle, { once: true, signal: end.signal }),
            (result) => ({ type: "queried", now: clock.now(), call, result }),
          );
        if (urgency === "now") return ask();
        const leave = quota.take(ask, urgency);
        end.signal.addEventListener("abort", leave, { once: true });
        return;
      }
      case "stop": {
        const { call, handle } = effect;
        return answer(
          call,
          () => ports.stop(handle, lasting()),
          (result) => ({ type: "stopped", now: clock.now(), call, result }),
        );
      }
      case "store": {
        const { record, step } = effect;
        const isClaimed = step === "noting" || step === "accepting";
        return keeper.write(record, isClaimed, (error) => dispatch({ type: "stored", now: clock.now(), step, error }));
      }
      case "settle":
        settled.push(() => waiters.settle(effect.command, effect.error));
        return;
      case "abort":
        return end.abort();
    }
  }

  /** A command waits until storage was read, and then happens at once. */
  async function command<T>(name: SessionCommand, event: () => SessionEvent<S>, read: () => T): Promise<T> {
    if (ready) await ready;
    const done = waiters.wait(name, read);
    dispatch(event());
    return done;
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
    begin(() => {
      state = step.state;
      for (const effect of step.effects) run(effect);
    });
  } else if (storage && options.restore !== false) {
    let open = () => {};
    state = { ...state, restoring: true };
    ready = new Promise((resolve) => {
      open = resolve;
    });
    keeper.read((record) => {
      ready = undefined;
      dispatch({ type: "restored", now: clock.now(), record });
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

  return {
    key,
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      if (monitor !== false && monitor.unattended === false && listeners.size === 1) {
        dispatch({ type: "watch", now: clock.now(), watched: true });
      }
      return () => {
        if (!listeners.delete(own) || listeners.size > 0) return;
        if (monitor !== false && monitor.unattended === false) {
          dispatch({ type: "watch", now: clock.now(), watched: false });
        }
      };
    },
    getSnapshot: current,
    acquire: () =>
      command(
        "acquire",
        () => ({ type: "acquire", now: clock.now(), target: ports.target() }),
        () => present(lease),
      ),
    start: () =>
      command(
        "start",
        () => ({ type: "start", now: clock.now(), target: ports.target() }),
        () => present(state.handle),
      ),
    async whenRunning() {
      if (ready) await ready;
      if (state.status === runningStatus(state)) return snapshot;
      if (state.disposed || (!isActive(state) && state.step === null)) {
        throw invalidState("Nothing runs, and nothing is being started.");
      }
      return waiters.wait("running", current);
    },
    stop: () => command("stop", () => ({ type: "stop", now: clock.now() }), current),
    query: () => command("query", () => ({ type: "query", now: clock.now() }), checked),
    resume: (handle) => command("query", () => ({ type: "resume", now: clock.now(), handle }), checked),
    reset() {
      const problem = resetProblem(state);
      if (problem) throw problem;
      dispatch({ type: "reset", now: clock.now() });
    },
    receive(event) {
      const now = clock.now();
      if ("productId" in event) dispatch({ type: "notification", now, notification: event });
      else if ("status" in event) dispatch({ type: "push", now, snapshot: event });
    },
    // Through JSON, so that nothing in it is shared with the session.
    toJSON: () => JSON.parse(JSON.stringify(state)),
    dispose() {
      if (state.disposed) return;
      // Nobody looks after it any more: another session of this key shall not take it for sure.
      if (!storage && state.step !== "sent" && state.step !== "accepting") board.delete(key);
      dispatch({ type: "dispose", now: clock.now() });
    },
    async change(send) {
      if (ready) await ready;
      const turn = changes.then(async () => {
        const { handle, status } = state;
        if (state.disposed || handle === null || !isActive(state) || status === "stopping") {
          throw invalidState("Nothing runs that could be changed.");
        }
        try {
          await send(handle, { signal: end.signal });
          dispatch({ type: "updated", now: clock.now() });
        } catch (error) {
          const told = toAgoraError(error);
          dispatch({ type: "updated", now: clock.now(), error: told });
          throw told;
        }
      });
      changes = turn.catch(() => {});
      return turn;
    },
  };
}
