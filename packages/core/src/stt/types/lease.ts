import type { Absent } from "../../validation/absent.ts";

/**
 * A builder token, good for one task; spread it into the start request.
 *
 * Agora docs: STT v6, acquire, response
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11; new projects can only use v7, which has no builder tokens.
 */
export interface SttTaskLease {
  /** The builder token. Query, update and stop need it too. */
  readonly tokenName: string;
  /** When the service made it, in Unix seconds. */
  readonly createTs?: number;
  readonly instanceId: string;
  /** When the request for it left, in ms since the epoch. */
  readonly acquiredAt: number;
  /** Until when a task can be started with it, in ms since the epoch: five minutes later. */
  readonly expiresAt: number;
  /** What a proxy of this SDK gives a browser to prove that it is the caller's. */
  readonly grant?: string;
}

/** What a lease has besides its token; nothing of it is sent in the body of start. */
export interface SttTaskLeaseFields {
  /** When the builder token was made, in Unix seconds. */
  createTs?: number | Absent;
  instanceId?: string | Absent;
  acquiredAt?: number | Absent;
  expiresAt?: number | Absent;
  grant?: string | Absent;
  /** Must be the App ID of the client where it is given. */
  appId?: string | Absent;
}
