import type { Job } from "../../time/queue.ts";
import type { SttConfig } from "./config.ts";
import type { CaptionFiles } from "./stored-captions.ts";

/** Why a transcription is over. */
export type SttEnding =
  | "requested"
  | "idle"
  | "lifetime"
  | "rtc-connection-error"
  | "fatal-asr-error"
  | "fatal-translation-error";

/** What a task of the builder-token family and an agent of v7 have in common. */
export interface SttRunBase {
  readonly id: string;
  readonly createdAt: number;
  /** The settings of now: an update replaces them. */
  config: SttConfig;
  ending: SttEnding | null;
  endedAt: number | null;
  /** When it was started or last updated. */
  changedAt: number;
  sequenceId: number | null;
  /** Whether the bots are in the channel and captions flow. */
  isIn: boolean;
  /** When somebody was first heard: from then on there is something to store. */
  heardAt: number | null;
  /** Whether the playlists were reported. */
  hasFiles: boolean;
  /** Of `captionConfig`. */
  readonly stored: CaptionFiles;
  idleJob: Job | null;
  readonly jobs: Set<Job>;
  /** What waits for captions to flow. */
  readonly waiting: Set<() => void>;
  /** The time of the last result; it only grows. */
  lastTextTs: number;
}

/** The status of a task with a builder token in the fake, in the words of the service. */
export type TaskStatus =
  | "PREPARING"
  | "PREPARED"
  | "STARTING"
  | "CREATED"
  | "STARTED"
  | "IN_PROGRESS"
  | "STOPPING"
  | "STOPPED"
  | "FAILURE_STOP";

/** A generation of Real-Time STT with builder tokens. */
export type TaskVersion = "beta" | "v5" | "v6";

export interface SttTask extends SttRunBase {
  readonly family: "task";
  readonly version: TaskVersion;
  readonly tokenName: string;
  readonly instanceId: string;
  status: TaskStatus;
  /** Number of the next notification. */
  sequence: number;
}

/** The status of an agent in the fake, in the words of the service. */
export type AgentStatus = "STARTING" | "RUNNING" | "RECOVERING" | "STOPPING" | "STOPPED" | "FAILED";

export interface SttAgent extends SttRunBase {
  readonly family: "agent";
  readonly name: string;
  status: AgentStatus;
  /** `message` of get and of event 102. */
  message: string;
}

export type SttRun = SttTask | SttAgent;

/** Not asked to stop, and not over. */
export const isAlive = (run: SttRun): boolean => run.ending === null;

/** The fields with which every transcription begins. */
export const freshRun = (id: string, createdAt: number, config: SttConfig): SttRunBase => ({
  id,
  createdAt,
  config,
  ending: null,
  endedAt: null,
  changedAt: createdAt,
  sequenceId: null,
  isIn: false,
  heardAt: null,
  hasFiles: false,
  stored: { captions: [], slices: 0 },
  idleJob: null,
  jobs: new Set(),
  waiting: new Set(),
  lastTextTs: 0,
});
