import type { Call } from "../pipeline/call.ts";
import { beginAttempt, type AttemptState, type CallState } from "../pipeline/state.ts";
import { recordingService } from "../recording/service.ts";
import { systemClock, type Clock } from "../runtime/clock.ts";

/** A call on its way, for tests of one step alone. */
export function callState(parts: Partial<Call> = {}, clock: Clock = systemClock): CallState {
  const call: Call = {
    service: recordingService,
    operation: "recording.start",
    effect: "begin",
    method: "POST",
    path: "/v1/apps/app1/start",
    timeout: 10_000,
    ...parts,
  };
  return {
    call,
    context: { operation: call.operation, method: call.method, path: call.path, signal: call.signal },
    clock,
    secrets: () => [],
    waiting: call.retrySignal ?? call.signal,
    use: [],
    body: undefined,
    deadline: clock.now() + 60_000,
    attempts: 0,
    failure: undefined,
    latest: undefined,
  };
}

/** An attempt on its way, with defaults for what a test does not name. */
export const attemptState = (parts: Partial<Call> = {}, clock: Clock = systemClock): AttemptState =>
  beginAttempt(callState(parts, clock));

export const success = { status: 200, body: { sid: "sid1" } } as const;
