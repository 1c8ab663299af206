import type { World } from "../world.ts";
import { loseAgentServer } from "./agents/create.ts";
import { endRun } from "./run/ending.ts";
import { isAlive, type SttEnding } from "./run/run.ts";

/** What breaks: the connection to the channel, recognition, or translation. */
export type BreakDownCause = "rtc" | "asr" | "translation";

const endings: Readonly<Record<BreakDownCause, SttEnding>> = {
  rtc: "rtc-connection-error",
  asr: "fatal-asr-error",
  translation: "fatal-translation-error",
};

export function recover(world: World, agentId: string, { seconds = 10 }: { seconds?: number } = {}): void {
  world.scheduler.catchUp();
  const agent = world.stt.agents.get(agentId);
  if (agent?.status !== "RUNNING") throw new RangeError(`No agent with the ID ${agentId} is running.`);
  loseAgentServer(world, agent, seconds * 1000);
}

export function breakDown(world: World, id: string, cause: BreakDownCause = "rtc"): void {
  world.scheduler.catchUp();
  const run = world.stt.agents.get(id) ?? world.stt.tasks.get(id);
  if (!run || !isAlive(run)) throw new RangeError(`No transcription with the ID ${id} is running.`);
  endRun(world, run, endings[cause]);
}
