import type { Scenario } from "../fake/fake-agora.ts";
import type { BreakDownCause } from "../fake/stt/lifecycle/break-down.ts";
import type { AfterOption } from "./recording.ts";
import { failing, toTranscriptions } from "./steps.ts";

export const sttScenarios = {
  /** The builder token is too old: the next start is refused, one with a new token works. */
  expiredBuilderToken: (): Scenario => failing(["sttTasks.start"], { kind: "builder-token-expired" }),

  /** An agent of that name is running: the next join answers 409. */
  agentNameTaken: (): Scenario => failing(["sttAgents.join"], { kind: "conflict" }),

  /** The server of an agent is lost: RECOVERING and no captions for a while. Not before it is RUNNING. */
  agentRecovery: ({ seconds = 10, after = 20 }: AfterOption & { seconds?: number } = {}): Scenario =>
    toTranscriptions(after, ["sttAgents"], (fake, id) => {
      if (!fake.agents.some(({ agentId, status }) => agentId === id && status === "RUNNING")) return "not yet";
      fake.recover(id, { seconds });
      return "done";
    }),

  /** A transcription fails for good: it loses the channel, or one of its engines. */
  transcriptionBreakdown: ({ cause = "rtc", after = 20 }: AfterOption & { cause?: BreakDownCause } = {}): Scenario =>
    toTranscriptions(after, ["sttAgents", "sttTasks"], (fake, id) => fake.breakDown(id, cause)),
};
