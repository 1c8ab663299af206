import type { Job } from "../../time/queue.ts";
import type { RtcConfig, WebConfig } from "./config.ts";
import type { Layout } from "./layout.ts";
import type { Mode } from "./mode.ts";
import type { Storage } from "./storage.ts";
import type { Subscription } from "./subscription.ts";
import type { Track } from "./tracks.ts";

/** Why a task is over. */
export type Ending =
  | "requested"
  | "idle"
  | "max-recording-hour"
  | "page-unreachable"
  | "page-load-timeout"
  | "page-unsupported"
  | "engine-failed"
  | "recorder-failed"
  | "token-refused"
  | "storage-refused"
  | "config-refused"
  | "uid-taken"
  | "server-lost";

/**
 * `running` until something ends the task; `stopping` after a stop was asked for, while files are uploaded;
 * `gone` when no worker answers for it any more.
 */
export type Phase = "running" | "stopping" | "gone";

export interface Snapshot {
  readonly fileName: string;
  readonly uid: string;
  readonly takenAt: number;
}

interface TaskBase {
  readonly sid: string;
  readonly resourceId: string;
  /** The mode as it stands in the address. */
  readonly modeName: string;
  readonly cname: string;
  /** The uid of the requests. */
  readonly uid: string;
  readonly startedAt: number;
  /** After it nothing answers for the sid any more. */
  readonly expiresAt: number;
  phase: Phase;
  /** `serverResponse.status` */
  status: number;
  ending: Ending | null;
  endedAt: number | null;
  /** Until then a stop is refused as repeated; afterwards there is nobody to refuse it. */
  leavingUntil: number;
  /** Until when the task is moving to another server. */
  awayUntil: number | null;
  /** How many servers were lost. */
  generation: number;
  /** The uid in the channel: drawn anew by each failover. */
  recorderUid: string;
  /** Number of the next notification. */
  sequence: number;
  storage: Storage;
  tracks: readonly Track[];
  /** Whether the recorder is where it records: in the channel, or on the loaded page. */
  isIn: boolean;
  /** What query says of files that had to wait on the recording server; null if no file had to. */
  upload: "stranded" | "uploaded" | null;
  /** The names of the segments and files that were uploaded. */
  readonly uploaded: Set<string>;
  /** What happens to the task by itself; cancelled when it ends. */
  readonly jobs: Set<Job>;
}

export interface RtcTask extends TaskBase {
  readonly mode: Exclude<Mode, "web">;
  readonly config: RtcConfig;
  subscription: Subscription;
  layout: Layout | null;
  snapshots: readonly Snapshot[];
  /** The streams that are being received, as `uid/audio` and `uid/video`. */
  receiving: ReadonlySet<string>;
  idleJob: Job | null;
}

export type RtmpStatus = "connecting" | "publishing" | "onhold" | "disconnected";

export interface WebTask extends TaskBase {
  readonly mode: "web";
  readonly config: WebConfig;
  onhold: boolean;
  rtmp: { url: string; status: RtmpStatus } | null;
}

export type Task = RtcTask | WebTask;
