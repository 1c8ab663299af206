import type { AgoraError } from "../errors/agora-error.ts";
import type { SessionEffect, Step } from "./effects.ts";
import type { SessionCommand } from "./events.ts";
import type { Flights, SessionState } from "./state.ts";
import type { SessionService } from "./types.ts";

export function go<S extends SessionService>(
  state: SessionState<S>,
  patch: Partial<SessionState<S>> = {},
  ...effects: SessionEffect<S>[]
): Step<S> {
  return { state: { ...state, ...patch }, effects };
}

/** Goes on from where a step came to. */
export function chain<S extends SessionService>(step: Step<S>, next: (state: SessionState<S>) => Step<S>): Step<S> {
  const { state, effects } = next(step.state);
  return { state, effects: [...step.effects, ...effects] };
}

/** Adds effects to a step. */
export function and<S extends SessionService>(step: Step<S>, ...effects: SessionEffect<S>[]): Step<S> {
  return { state: step.state, effects: [...step.effects, ...effects] };
}

/** A number for a request that is about to be sent. */
export function take<S extends SessionService>(
  state: SessionState<S>,
  flight: keyof Flights,
): { call: number; patch: Pick<SessionState<S>, "calls" | "flights"> } {
  const call = state.calls + 1;
  return { call, patch: { calls: call, flights: { ...state.flights, [flight]: call } } };
}

export function landed<S extends SessionService>(state: SessionState<S>, flight: keyof Flights): SessionState<S> {
  return { ...state, flights: { ...state.flights, [flight]: null } };
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
