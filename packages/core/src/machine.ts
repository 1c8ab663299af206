// The life cycle of sessions as pure functions over plain data: for code that keeps time and storage differently, such as
// the alarms of a Durable Object. No timer, no request, no storage in here.
import type { TransitionResult } from "./machine/effects.ts";
import type { SessionService } from "./machine/types.ts";

export type { SessionEffect, TransitionResult } from "./machine/effects.ts";
/** @deprecated Renamed to `TransitionResult`. */
export type Step<S extends SessionService = SessionService> = TransitionResult<S>;
export type { SessionCommand, SessionEvent } from "./machine/events.ts";
export type { SessionNotification } from "./machine/notification.ts";
export { type Proof, type Retry, type Run, type StoredRun } from "./machine/ledger.ts";
export { applyChange, type LedgerChange } from "./machine/ledger-change.ts";
export { readRecord, recordText, type SessionRecord } from "./machine/record.ts";
export { isSameSnapshot } from "./machine/same-snapshot.ts";
export { snapshotOf } from "./machine/snapshot.ts";
export type { SessionPush, SessionSnapshot } from "./machine/snapshot-types.ts";
export { createState, type SessionSettings, type SessionState } from "./machine/state.ts";
export { revive, transition } from "./machine/transition.ts";
export type {
  Handle,
  Intent,
  Lease,
  RecordingIntent,
  RecordingSessionTarget,
  SessionEnding,
  SessionService,
  SessionStatus,
  SessionTypes,
  SttAgentIntent,
  SttAgentSessionTarget,
  SttTaskIntent,
  SttTaskSessionTarget,
  Target,
} from "./machine/types.ts";
