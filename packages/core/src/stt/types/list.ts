import type { SttState } from "../states.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * Values of `state` in the filter of list.
 *
 * Agora docs: STT v7, list, state
 */
export const SttListState = {
  Idle: "0",
  Starting: "1",
  /** The default. */
  Running: "2",
  Stopping: "3",
  Stopped: "4",
  Recovering: "5",
  Failed: "6",
} as const;

export type SttListState = (typeof SttListState)[keyof typeof SttListState];

/** Which agents are listed. Agora docs: STT v7, list */
export interface SttListFilter {
  /** Exact name of the channel. Default: all channels. */
  channel?: string | Absent;
  /** Started at or after, in Unix seconds. Default: a day ago. */
  from_time?: number | Absent;
  /** Started at or before, in Unix seconds. Default: now. */
  to_time?: number | Absent;
  /** {@link SttListState}: one only. Default `"2"`, running. Other numbers pass, for states newer than this SDK. */
  state?: SttListState | (string & {}) | Absent;
  /** Agents on one page, default 20. How many are allowed is not documented. */
  limit?: number | Absent;
  /** Goes on after this one: `agent_id` of the last agent of the page before. Default: from the beginning. */
  cursor?: string | Absent;
}

/** One agent in a list, good as a handle for `get`, `update` and `leave`. Agora docs: STT v7, list, response */
export interface SttListItem {
  /** As the service spells it. */
  readonly agent_id: string;
  /** The same, as handles spell it. */
  readonly agentId: string;
  /** Unix seconds. */
  readonly start_ts?: number;
  /** The word that the service uses. */
  readonly status: string;
  /** The same in one vocabulary for all generations. */
  readonly state: SttState;
}
