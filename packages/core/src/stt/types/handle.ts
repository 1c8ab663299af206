import type { SttTaskVersion } from "./version.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * A running task as plain JSON: enough for every later call from any process. `version` tells the generations apart.
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11; new projects can only use v7: {@link SttAgentHandle}.
 */
export type SttTaskHandle<Version extends SttTaskVersion = SttTaskVersion> = {
  [Each in Version]: SttTaskHandleOf<Each>;
}[Version];

/** The handle of a task of one generation. */
export interface SttTaskHandleOf<Version extends SttTaskVersion> {
  readonly appId: string;
  readonly version: Version;
  /** The builder token that started it. */
  readonly tokenName: string;
  /** ID of this task. */
  readonly taskId: string;
  readonly instanceId?: string;
  /** When the service accepted it, in ms since the epoch. */
  readonly startedAt: number;
  /** What a proxy of this SDK gives a browser to prove that it is the caller's. */
  readonly grant?: string;
}

/** What every call on a running task needs; a handle can also be put together from stored values. */
export interface SttTaskTarget<Version extends SttTaskVersion = SttTaskVersion> {
  readonly tokenName: string;
  readonly taskId: string;
  /** Tells which fields and limits an update has; without it those of v6. */
  readonly version?: Version | Absent;
  readonly appId?: string | Absent;
  readonly grant?: string | Absent;
}

/** A running agent as plain JSON: enough for every later call from any process. */
export interface SttAgentHandle {
  readonly appId: string;
  readonly version: "v7";
  /** ID of this agent. */
  readonly agentId: string;
  /** The name that it was given in join. */
  readonly name: string;
  /** When the service accepted it, in ms since the epoch. */
  readonly startedAt: number;
  /** What a proxy of this SDK gives a browser to prove that it is the caller's. */
  readonly grant?: string;
}

/** What every call on a running agent needs; a handle can also be put together from stored values. */
export interface SttAgentTarget {
  readonly agentId: string;
  readonly version?: "v7" | Absent;
  readonly appId?: string | Absent;
  readonly grant?: string | Absent;
}
