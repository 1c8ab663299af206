import type { AgoraError } from "../errors/agora-error.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { local } from "../locales/en/local.ts";
import type { SessionEffect } from "../machine/effects.ts";
import type { SessionCommand, SessionEvent } from "../machine/events.ts";
import { storageFailed } from "../machine/failures.ts";
import type { RequestPriority } from "../limiter/rate-limiter.ts";
import type { Handle, SessionService } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { SessionLocks } from "./claims.ts";
import type { Engine } from "./engine.ts";
import type { Keeper } from "./keeper.ts";
import type { SessionPorts } from "./ports.ts";
import { toAgoraError } from "./to-agora-error.ts";

/** For the app to make a request body, in ms. */
const longestPrepare = 60_000;

/** Where the limiter says no for good, it is asked again after so many ms. */
const refusedFor = 60_000;

export interface RunnerSetup<S extends SessionService> {
  readonly key: string;
  /** What the app calls the request body. */
  readonly bodyName: string;
  readonly locks: SessionLocks | undefined;
  readonly ports: SessionPorts<S>;
  readonly keeper: Keeper<S>;
  readonly engine: Engine;
  readonly dispatch: (event: SessionEvent<S>) => void;
  readonly isDisposed: () => boolean;
  /** Whether a caller waits for the answer to a query. */
  readonly isAwaited: (command: SessionCommand) => boolean;
  readonly settle: (command: SessionCommand, error: AgoraError | undefined) => void;
}

/** Carries out what the machine wants, and tells it what came of it. */
export interface Runner<S extends SessionService> {
  readonly effect: (effect: SessionEffect<S>) => void;
  /** Aborts with the session: for what changes nothing. */
  readonly ended: AbortSignal;
}

export function createRunner<S extends SessionService>(setup: RunnerSetup<S>): Runner<S> {
  const { key, locks, ports, keeper, dispatch } = setup;
  const { clock, limiter, claims } = setup.engine;
  const end = new AbortController();
  /** The body of the start under way; in no state, because it holds secrets. */
  let body: unknown;
  let prepared = 0;
  let endPreparing = () => {};
  let release: (() => void) | undefined;
  /** The check that has asked for a permit. */
  let checking: number | null = null;
  const permit = setup.engine.newPermitId(key);

  function fail(call: number, error: unknown): void {
    dispatch({ type: "failed", now: clock.now(), call, error: toAgoraError(error, setup.bodyName) });
  }

  /** Answers to `call` when the work is done. */
  function answer<T>(call: number, work: () => T | Promise<T>, toEvent: (result: T) => SessionEvent<S>): void {
    try {
      const result = work();
      if (result instanceof Promise)
        void result.then(
          (value) => dispatch(toEvent(value)),
          (error: unknown) => fail(call, error),
        );
      else dispatch(toEvent(result));
    } catch (error) {
      fail(call, error);
    }
  }

  /** An app that takes too long to make the body has not made it. */
  function prepare(call: number): unknown {
    const given = new AbortController();
    const preparing = ports.prepare({ signal: given.signal });
    if (!(preparing instanceof Promise)) return preparing;
    clock.during?.(preparing);
    const timer = clock.setTimeout(() => {
      endPreparing();
      const detail = `The function ${setup.bodyName} took longer than ${longestPrepare / 1000} s.`;
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
  const patient = (): CallOptions => (setup.isDisposed() ? { once: true } : { retrySignal: end.signal });
  /** In a page a stop outlives the page. Elsewhere not every `fetch` knows the option. */
  const lasting = () => ({ ...patient(), ...(globalThis.document ? { keepalive: true } : {}) });

  function query(call: number, handle: Handle<S>, hasPermit: boolean): void {
    answer(
      call,
      () => ports.query(handle, { once: true, signal: end.signal, hasPermit }),
      (result) => ({ type: "queried", now: clock.now(), call, result }),
    );
  }

  /** Sends a check if the limiter lets it. Else nothing waits here: the machine is told when to ask again. */
  function check(call: number, handle: Handle<S>, priority: RequestPriority): void {
    if (!limiter) return query(call, handle, false);
    checking = call;
    const decide = (wait: number | null) => {
      // It was called off meanwhile.
      if (checking !== call) return;
      if (wait === 0 || setup.isAwaited("query")) return query(call, handle, wait === 0);
      dispatch({ type: "deferred", now: clock.now(), call, wait: wait ?? refusedFor });
    };
    try {
      const asking = limiter.tryAcquire({ id: permit, priority, deadline: Infinity });
      if (typeof asking === "number" || asking === null) decide(asking);
      // What comes over RPC is a thenable, and no `Promise`.
      else void Promise.resolve(asking).then(decide, (error: unknown) => fail(call, error));
    } catch (error) {
      fail(call, error);
    }
  }

  /** A check that waits is of no interest any more. */
  function callOff(): void {
    if (checking === null) return;
    checking = null;
    void limiter?.cancel(permit);
  }

  function effect(wanted: SessionEffect<S>): void {
    switch (wanted.type) {
      case "claim": {
        const { call } = wanted;
        release = claims.claim(key, locks, () => {
          keeper.readForStart((runs, error) => {
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
        // Whoever is next shall find what was written.
        if (release) keeper.flush(release);
        release = undefined;
        return;
      case "prepare": {
        const { call } = wanted;
        prepared = call;
        return answer(
          call,
          () => prepare(call),
          (value) => {
            endPreparing();
            // That of a start that was given up can come late.
            if (call === prepared) body = value;
            return { type: "prepared", now: clock.now(), call };
          },
        );
      }
      case "acquire": {
        const { call, target } = wanted;
        return answer(
          call,
          () => ports.acquire(target, { signal: end.signal }),
          (lease) => ({ type: "acquired", now: clock.now(), call, lease }),
        );
      }
      case "start": {
        const { call, intent } = wanted;
        return answer(
          call,
          () => ports.start(intent, body, patient()),
          (handle) => ({ type: "started", now: clock.now(), call, handle }),
        );
      }
      case "query": {
        const { call, handle, priority } = wanted;
        if (priority !== "high") return check(call, handle, priority);
        callOff();
        return query(call, handle, false);
      }
      case "stop": {
        const { call, handle } = wanted;
        callOff();
        return answer(
          call,
          () => ports.stop(handle, lasting()),
          (result) => ({ type: "stopped", now: clock.now(), call, result }),
        );
      }
      case "store": {
        const { change, step } = wanted;
        return keeper.write(change, (error) => dispatch({ type: "stored", now: clock.now(), step, error }));
      }
      case "look":
        return keeper.read((runs) => {
          if (runs !== null) dispatch({ type: "synced", now: clock.now(), runs });
        });
      case "settle":
        return setup.settle(wanted.command, wanted.error);
      case "abort":
        callOff();
        return end.abort();
    }
  }

  return { effect, ended: end.signal };
}
