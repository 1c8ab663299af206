import {
  type Action,
  type DesiredState,
  desiredStateOf,
  reconcile,
  updateDesired,
} from "../../../packages/core/src/server/supervise/desired-state.ts";
import { isActive, type SessionEvent, type SessionService, type SessionState, type Target } from "./machine.ts";

/** What a supervisor persists beside the state. */
export interface Supervision<S extends SessionService> {
  readonly desired: DesiredState<S> | null;
  /** Stop was asked for since the last start. */
  readonly unwanted: boolean;
}

/** Starts in a row that come to nothing. */
const limit = 5;

export const unsupervised = { desired: null, unwanted: false } as const;

/** `start()` or `stop()` of the supervisor. */
export function desire<S extends SessionService>(
  name: "start" | "stop",
  state: SessionState<S>,
  target: Target<S>,
  now: number,
): Supervision<S> {
  if (name === "stop") return { desired: null, unwanted: true };
  const desired = { ...desiredStateOf<S>(target, undefined, now), limit, accepted: isActive(state) };
  return { desired, unwanted: false };
}

/** After each event: what is desired then, and what the supervisor does about it. */
export function look<S extends SessionService>(
  { desired: before, unwanted }: Supervision<S>,
  state: SessionState<S>,
): { supervision: Supervision<S>; action: Action<S> } {
  const desired = updateDesired(state, before);
  return { supervision: { desired, unwanted }, action: reconcile(state, desired) };
}

/** The start that is due now, and what is desired after it. */
export function startAgain<S extends SessionService>(
  { desired, unwanted }: Supervision<S>,
  action: Action<S>,
  now: number,
): { supervision: Supervision<S>; event: SessionEvent<S> } | null {
  if (desired === null || action.type !== "start" || action.at > now) return null;
  const next = { ...desired, tries: desired.tries + 1, triedAt: now };
  return { supervision: { desired: next, unwanted }, event: { type: "start", now, target: action.target } };
}
