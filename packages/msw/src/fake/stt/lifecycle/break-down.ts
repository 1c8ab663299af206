import type { ServiceState } from "../../state/state.ts";
import { loseAgentServer } from "./create-agent.ts";
import { endRun } from "./ending.ts";
import { isAlive, type SttEnding } from "../run/run.ts";

/** What breaks: the connection to the channel, recognition, or translation. */
export type BreakDownCause = "rtc" | "asr" | "translation";

const endings: Readonly<Record<BreakDownCause, SttEnding>> = {
  rtc: "rtc-connection-error",
  asr: "fatal-asr-error",
  translation: "fatal-translation-error",
};

export function recover(state: ServiceState, agentId: string, { seconds = 10 }: { seconds?: number } = {}): void {
  state.scheduler.catchUp();
  const agent = state.stt.agents.get(agentId);
  if (agent?.status !== "RUNNING") throw new RangeError(`No agent with the ID ${agentId} is running.`);
  loseAgentServer(state, agent, seconds * 1000);
}

export function breakDown(state: ServiceState, id: string, cause: BreakDownCause = "rtc"): void {
  state.scheduler.catchUp();
  const run = state.stt.agents.get(id) ?? state.stt.tasks.get(id);
  if (!run || !isAlive(run)) throw new RangeError(`No transcription with the ID ${id} is running.`);
  endRun(state, run, endings[cause]);
}
