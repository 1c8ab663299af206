import type { SttRelease } from "../../settings/options.ts";
import type { TaskVersion } from "../run/run.ts";

/** What differs between the generations that share the flat body. */
export interface Limits {
  readonly family: "task" | "agent";
  readonly languages: number;
  readonly sources: number;
  readonly targets: number;
  readonly speakers: number;
  /** Lists per speaker and lists of unwanted speakers came with v6. */
  readonly hasSpeakerLanguages: boolean;
  readonly hasKeywords: boolean;
  readonly minIdle: number;
  readonly maxIdle: number;
  /** Whether with several recognised languages a target may be one of them. */
  readonly allowsMixedTargets: boolean;
}

const monthOfIdleness = 2_592_000;
const threeDays = 259_200;

const v5: Limits = {
  family: "task",
  languages: 2,
  sources: 2,
  targets: 5,
  speakers: 3,
  hasSpeakerLanguages: false,
  hasKeywords: false,
  minIdle: 5,
  maxIdle: monthOfIdleness,
  allowsMixedTargets: false,
};

const v6: Limits = { ...v5, languages: 4, sources: 4, speakers: 32, hasSpeakerLanguages: true };

export const taskLimits = (version: TaskVersion): Limits => (version === "v6" ? v6 : v5);

export const agentLimits = (release: SttRelease): Limits => ({
  ...v6,
  family: "agent",
  targets: 10,
  hasKeywords: true,
  minIdle: release === "7.2.3" ? 0 : v6.minIdle,
  maxIdle: release === "7.2.3" ? threeDays : v6.maxIdle,
  allowsMixedTargets: release === "7.2.3",
});
