import type { AgoraError } from "../errors/agora-error.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import type { RateLimiter, RequestPriority } from "../limiter/rate-limiter.ts";
import { isTurnRefused } from "../limiter/refused-turn.ts";
import { local } from "../locales/en/local.ts";
import type { SessionEffect } from "../machine/effects.ts";
import type { SessionCommand, SessionEvent } from "../machine/events.ts";
import { givenUp, storageFailed } from "../machine/failures.ts";
import type { Handle, SessionService } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Lock } from "./keyed-mutex.ts";
import type { LedgerStorage } from "./ledger-storage.ts";
import type { ServicePort } from "./service.ts";
import { toAgoraError } from "./to-agora-error.ts";

/** For the app to make a request body, in ms. */
const longestPrepare = 60_000;

/** Where the limiter says no for good, it is asked again after so many ms. */
const refusedFor = 60_000;
/** After a question of the app's own that had no turn, in ms. */
const askAgainAfter = 5000;

/** What a life cycle runs in: a page, a server, a Durable Object. */
export interface Environment<S extends SessionService> {
  readonly service: ServicePort<S>;
  readonly storage: LedgerStorage<S>;
  /** Keeps others from starting under the same key. */
  readonly lock: Lock;
  /** What checks ask before they are sent; undefined where nothing limits them, or the limiter waits by itself. */
  readonly limiter: RateLimiter | undefined;
  readonly clock: Clock;
  /** Makes the request body of a start; asked once per start. The signal ends with the start. */
  readonly prepare: (context: { readonly signal: AbortSignal }) => unknown;
  /** What errors about the body call it. */
  readonly bodyName: string;
  /** The name of its checks in the limiter. The same in the next process, where one follows the other. */
  readonly permitId: () => string;
}

/** What drives the machine: a session in a page, or a supervisor on a server. */
export interface Host<S extends SessionService> {
  readonly dispatch: (event: SessionEvent<S>) => void;
  readonly settle: (command: SessionCommand, error: AgoraError | undefined) => void;
  /** Whether a caller waits for the answer to a command. */
  readonly isAwaited: (command: SessionCommand) => boolean;
  readonly isDisposed: () => boolean;
  /** Told of everything that an answer will come from. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
}

/** Carries out the effects of the machine, and tells it what came of them. */
export interface Interpreter<S extends SessionService> {
  readonly run: (effect: SessionEffect<S>) => void;
  /** Aborts with the session: for what changes nothing. */
  readonly ended: AbortSignal;
}

/** The one interpreter of effects, for sessions in a page and for supervisors alike. */
export function createInterpreter<S extends SessionService>(
  { service, storage, lock, limiter, clock, prepare, bodyName, permitId }: Environment<S>,
  { dispatch, settle, isAwaited, isDisposed, waitUntil }: Host<S>,
): Interpreter<S> {
  const end = new AbortController();
  /** The body of the start under way; in no state, because it holds secrets. */
  let body: unknown;
  let prepared = 0;
  let endPreparing = () => {};
  let unlock: (() => void) | undefined;
  /** Ends the look that waits until nobody starts. */
  let unlockLook: (() => void) | undefined;
  /** The check that was sent last. */
  let asking: number | null = null;
  /** The check that has asked for a permit. */
  let checking: number | null = null;

  function fail(call: number, cause: unknown): void {
    const [now, error] = [clock.now(), toAgoraError(cause, bodyName)];
    // Only a check changes nothing by not being sent.
    if (call === asking && isTurnRefused(error)) dispatch({ type: "deferred", now, call, wait: askAgainAfter, error });
    else dispatch({ type: "failed", now, call, error });
  }

  function follow(work: Promise<unknown>): void {
    waitUntil?.(work);
  }

  /** Answers to `call` when the work is done. */
  function answer<T>(call: number, work: () => T | Promise<T>, toEvent: (result: T) => SessionEvent<S>): void {
    try {
      const result = work();
      if (!(result instanceof Promise)) return dispatch(toEvent(result));
      follow(
        result.then(
          (value) => dispatch(toEvent(value)),
          (error: unknown) => fail(call, error),
        ),
      );
    } catch (error) {
      fail(call, error);
    }
  }

  /** An app that takes too long to make the body has not made it. */
  function makeBody(call: number): unknown {
    const given = new AbortController();
    const preparing = prepare({ signal: given.signal });
    if (!(preparing instanceof Promise)) return preparing;
    clock.during?.(preparing);
    const timer = clock.setTimeout(() => {
      endPreparing();
      const detail = `The function ${bodyName} took longer than ${longestPrepare / 1000} s.`;
      const error = new AgoraTimeoutError({ kind: "client-timeout", text: local["client-timeout"], detail });
      dispatch({ type: "failed", now: clock.now(), call, error });
    }, longestPrepare);
    endPreparing = () => {
      clock.clearTimeout(timer);
      given.abort();
      endPreparing = () => {};
    };
    return preparing;
  }

  /** What is sent after the end is sent once, and nothing is waited for. */
  const patient = (): CallOptions => (isDisposed() ? { once: true } : { retrySignal: end.signal });
  /** In a page a stop outlives the page. Elsewhere not every `fetch` knows the option. */
  const lasting = () => ({ ...patient(), ...(globalThis.document ? { keepalive: true } : {}) });

  function query(call: number, handle: Handle<S>, priority: RequestPriority, hasPermit: boolean): void {
    asking = call;
    answer(
      call,
      () => service.query(handle, { once: true, signal: end.signal, priority, hasPermit }),
      (result) => ({ type: "queried", now: clock.now(), call, result }),
    );
  }

  /** Sends a check if the limiter lets it. Else nothing waits here: the machine is told when to ask again. */
  function check(call: number, handle: Handle<S>, priority: RequestPriority): void {
    if (!limiter) return query(call, handle, priority, false);
    checking = call;
    const decide = (wait: number | null) => {
      // It was called off meanwhile.
      if (checking !== call) return;
      if (wait === 0) return query(call, handle, priority, true);
      // Somebody has asked meanwhile.
      if (isAwaited("query")) return query(call, handle, "high", false);
      dispatch({ type: "deferred", now: clock.now(), call, wait: wait ?? refusedFor });
    };
    try {
      const wait = limiter.tryAcquire({ id: permitId(), priority, deadline: Infinity });
      if (typeof wait === "number" || wait === null) decide(wait);
      // What comes over RPC is a thenable, and no `Promise`.
      else follow(Promise.resolve(wait).then(decide, (error: unknown) => fail(call, error)));
    } catch (error) {
      fail(call, error);
    }
  }

  /** A check that waits is of no interest any more. */
  function callOff(): void {
    if (checking === null) return;
    checking = null;
    void limiter?.cancel(permitId());
  }

  function look(isFree: boolean, done = () => {}): void {
    storage.read((runs) => {
      if (runs !== null) dispatch({ type: "synced", now: clock.now(), runs, isFree });
      done();
    });
  }

  function endLooking(): void {
    unlockLook?.();
    unlockLook = undefined;
  }

  function run(effect: SessionEffect<S>): void {
    switch (effect.type) {
      case "claim": {
        const { call } = effect;
        unlock = lock(() => {
          storage.readForStart((runs, error) => {
            if (error === undefined) return dispatch({ type: "claimed", now: clock.now(), call, runs });
            const refusal = storageFailed("Storage could not be read or written, so nothing was started.", error);
            return dispatch({ type: "failed", now: clock.now(), call, error: refusal });
          });
        });
        return;
      }
      case "release":
        endPreparing();
        body = undefined;
        // The next one shall find what was written.
        if (unlock) storage.flush(unlock);
        unlock = undefined;
        return;
      case "prepare": {
        const { call } = effect;
        prepared = call;
        return answer(
          call,
          () => makeBody(call),
          (value) => {
            endPreparing();
            // That of a start that was given up can come late.
            if (call === prepared) body = value;
            return { type: "prepared", now: clock.now(), call };
          },
        );
      }
      case "acquire": {
        const { call, target } = effect;
        return answer(
          call,
          () => service.acquire(target, { signal: end.signal }),
          (lease) => ({ type: "acquired", now: clock.now(), call, lease }),
        );
      }
      case "start": {
        const { call, intent } = effect;
        return answer(
          call,
          () => service.start(intent, body, patient()),
          (handle) => ({ type: "started", now: clock.now(), call, handle }),
        );
      }
      case "query": {
        const { call, handle, priority } = effect;
        if (priority !== "high") return check(call, handle, priority);
        callOff();
        return query(call, handle, priority, false);
      }
      case "stop": {
        const { call, handle } = effect;
        callOff();
        return answer(
          call,
          () => service.stop(handle, lasting()),
          (result) => ({ type: "stopped", now: clock.now(), call, result }),
        );
      }
      case "store": {
        const { change, step } = effect;
        return storage.write(change, (error) => dispatch({ type: "stored", now: clock.now(), step, error }));
      }
      case "look":
        if (!effect.isFree) return look(false);
        // When the starts under this key are over that are on their way now. The lock may be free at once.
        unlockLook ??= lock(() => look(true, () => void Promise.resolve().then(endLooking)));
        return;
      case "settle":
        if (!isAwaited(effect.command)) return;
        return settle(
          effect.command,
          effect.error ?? (effect.givenUp === undefined ? undefined : givenUp(effect.givenUp)),
        );
      case "abort":
        callOff();
        endLooking();
        return end.abort();
    }
  }

  return { run, ended: end.signal };
}
