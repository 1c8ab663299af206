import type { AgoraError } from "../errors/agora-error.ts";
import type { SessionEffect, TransitionResult } from "./effects.ts";
import type { SessionCommand } from "./events.ts";
import type { InFlight, SessionState } from "./state.ts";
import type { SessionService } from "./types.ts";

export function go<S extends SessionService>(
  state: SessionState<S>,
  patch: Partial<SessionState<S>> = {},
  ...effects: SessionEffect<S>[]
): TransitionResult<S> {
  return { state: { ...state, ...patch }, effects };
}

/** Goes on from a result. */
export function chain<S extends SessionService>(
  result: TransitionResult<S>,
  next: (state: SessionState<S>) => TransitionResult<S>,
): TransitionResult<S> {
  const { state, effects } = next(result.state);
  return { state, effects: [...result.effects, ...effects] };
}

/** Adds effects to a result. */
export function and<S extends SessionService>(
  result: TransitionResult<S>,
  ...effects: SessionEffect<S>[]
): TransitionResult<S> {
  return { state: result.state, effects: [...result.effects, ...effects] };
}

/** A number for a request that is about to be sent. */
export function take<S extends SessionService>(
  state: SessionState<S>,
  flight: keyof InFlight,
): { call: number; patch: Pick<SessionState<S>, "calls" | "inFlight"> } {
  const call = state.calls + 1;
  return { call, patch: { calls: call, inFlight: { ...state.inFlight, [flight]: call } } };
}

export function landed<S extends SessionService>(state: SessionState<S>, flight: keyof InFlight): SessionState<S> {
  return { ...state, inFlight: { ...state.inFlight, [flight]: null } };
}

/** What is left of the error when something of this kind has worked. */
export function clearedOf<S extends SessionService>(
  { error, errorOf }: SessionState<S>,
  kind: SessionState["errorOf"],
): Pick<SessionState<S>, "error" | "errorOf"> {
  return errorOf === kind ? { error: null, errorOf: null } : { error, errorOf };
}

export function settle(command: SessionCommand, error?: AgoraError): SessionEffect<never> {
  return error === undefined ? { type: "settle", command } : { type: "settle", command, error };
}

/** Another command, or `dispose()`, has ended what callers of this one wait for. */
export function giveUp(command: SessionCommand, why: string): SessionEffect<never> {
  return { type: "settle", command, givenUp: why };
}
