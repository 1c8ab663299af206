import { cancelAll } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import { sendAgentEvent, seconds } from "./notify.ts";
import { finishFiles } from "./files.ts";
import type { SttAgent, SttEnding, SttRun } from "../run/run.ts";
import { leavingMs } from "../run/timing.ts";

/** What event 102 says of each, and get but for the first. */
export const messages: Readonly<Record<SttEnding, string>> = {
  requested: "OK",
  idle: "Idle for too long",
  lifetime: "Task exceeded maximum lifetime",
  "rtc-connection-error": "RTC connection error",
  "fatal-asr-error": "Fatal ASR error",
  "fatal-translation-error": "Fatal Translation error",
};

const isFailure = (ending: SttEnding): boolean => ending.endsWith("-error");

/** Ends a transcription: at once by its own fault, else after it has left in good order. */
export function endRun(state: ServiceState, run: SttRun, ending: SttEnding): void {
  const { scheduler } = state;
  cancelAll(state, run);
  run.idleJob = null;
  run.waiting.clear();
  run.isIn = false;
  run.ending = ending;
  if (isFailure(ending)) {
    finish(state, run, ending);
    return;
  }
  run.status = "STOPPING";
  scheduler.at(scheduler.now() + leavingMs, () => finish(state, run, ending));
}

function finish(state: ServiceState, run: SttRun, ending: SttEnding): void {
  const { scheduler, conditions } = state;
  const { ms } = conditions.upload;
  run.endedAt = scheduler.now();
  if (run.family === "agent") {
    run.status = isFailure(ending) ? "FAILED" : "STOPPED";
    // Of an agent in good order, get always says the same.
    run.message = ending === "requested" ? "ok" : messages[ending];
  } else run.status = isFailure(ending) ? "FAILURE_STOP" : "STOPPED";
  if (ms > 0) scheduler.at(scheduler.now() + ms, () => finishFiles(state, run));
  else finishFiles(state, run);
  if (run.family === "agent") reportLeave(state, run, messages[ending]);
}

function reportLeave(state: ServiceState, agent: SttAgent, message: string): void {
  const { status, createdAt, endedAt } = agent;
  const times = { start_ts: seconds(createdAt), stop_ts: seconds(endedAt ?? createdAt) };
  sendAgentEvent(state, agent, 102, { ...times, status, message });
}
