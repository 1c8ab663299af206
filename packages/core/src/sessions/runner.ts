import type { AgoraError } from "../errors/agora-error.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { common } from "../locales/en/common.ts";
import type { SessionEffect } from "../machine/effects.ts";
import type { SessionCommand, SessionEvent } from "../machine/events.ts";
import { storageFailed } from "../machine/failures.ts";
import type { SessionService } from "../machine/types.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { SessionLocks } from "./claims.ts";
import type { Engine } from "./engine.ts";
import type { Keeper } from "./keeper.ts";
import type { SessionPorts } from "./ports.ts";
import { toAgoraError } from "./to-agora-error.ts";

/** For the app to make a request body, in ms. */
const longestPrepare = 60_000;

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
  const { clock, quota, claims } = setup.engine;
  const end = new AbortController();
  /** The body of the start under way; in no state, because it holds secrets. */
  let body: unknown;
  let prepared = 0;
  let endPreparing = () => {};
  let release: (() => void) | undefined;
  let leaveQueue: (() => void) | undefined;

  /** Answers to `call` when the work is done. */
  function answer<T>(call: number, work: () => T | Promise<T>, toEvent: (result: T) => SessionEvent<S>): void {
    const fail = (error: unknown) =>
      dispatch({ type: "failed", now: clock.now(), call, error: toAgoraError(error, setup.bodyName) });
    try {
      const result = work();
      if (result instanceof Promise) void result.then((value) => dispatch(toEvent(value)), fail);
      else dispatch(toEvent(result));
    } catch (error) {
      fail(error);
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
      const error = new AgoraTimeoutError({ kind: "client-timeout", text: common["client-timeout"], detail });
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
  const patient = (): CallOptions => (setup.isDisposed() ? { once: true } : { patience: end.signal });
  /** In a page a stop outlives the page. Elsewhere not every `fetch` knows the option. */
  const lasting = () => ({ ...patient(), ...(globalThis.document ? { keepalive: true } : {}) });

  function effect(wanted: SessionEffect<S>): void {
    switch (wanted.type) {
      case "claim": {
        const { call } = wanted;
        release = claims.claim(key, locks, () => {
          keeper.read((runs, error) => {
            if (error === undefined) return dispatch({ type: "claimed", now: clock.now(), call, runs });
            const refusal = storageFailed("Storage could not be read, so nothing was started.", error);
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
        const { call, handle, urgency } = wanted;
        const ask = () =>
          answer(
            call,
            () => ports.query(handle, { once: true, signal: end.signal }),
            (result) => ({ type: "queried", now: clock.now(), call, result }),
          );
        if (urgency === "now") return ask();
        // One that still waits is of no interest any more.
        leaveQueue?.();
        leaveQueue = quota.take(ask, urgency);
        return;
      }
      case "stop": {
        const { call, handle } = wanted;
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
        leaveQueue?.();
        return end.abort();
    }
  }

  return { effect, ended: end.signal };
}
