import type { Absent } from "../../validation/absent.ts";

/**
 * Asks for the builder token of one task.
 *
 * Agora docs: STT v6, acquire
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11; new projects can only use v7, which has no builder tokens.
 */
export interface SttAcquireRequest {
  /**
   * Name of the task: up to 64 characters of `a-z A-Z 0-9 - _`, advised is the name of the channel. Of all tokens for one
   * name only one can start a task.
   */
  instanceId: string;
  /**
   * Hours for which the task can live. Only known from an error of the service; presumably 24 by default and 48 at most.
   */
  resourceExpiredHour?: number | Absent;
}
