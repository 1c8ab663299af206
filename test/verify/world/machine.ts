import type { Run, StoredRun } from "../../../packages/core/src/machine/ledger.ts";
import { serviceId } from "../../../packages/core/src/machine/identity.ts";
import { applyChange, joinChanges, type LedgerChange } from "../../../packages/core/src/machine/ledger-change.ts";
import { isSameSnapshot } from "../../../packages/core/src/machine/same-snapshot.ts";
import { snapshotOf } from "../../../packages/core/src/machine/snapshot.ts";
import { createState, type SessionState } from "../../../packages/core/src/machine/state.ts";
import { isActive } from "../../../packages/core/src/machine/activity.ts";
import { revive, transition } from "../../../packages/core/src/machine/transition.ts";

export type { SessionEffect } from "../../../packages/core/src/machine/effects.ts";
export type { SessionCommand, SessionEvent } from "../../../packages/core/src/machine/events.ts";
export type { SessionPush, SessionSnapshot } from "../../../packages/core/src/machine/snapshot-types.ts";
export type { SessionNotification } from "../../../packages/core/src/machine/notification.ts";
export type {
  Handle,
  Intent,
  Lease,
  SessionService,
  SessionTypes,
  Target,
} from "../../../packages/core/src/machine/types.ts";
export { resetProblem } from "../../../packages/core/src/machine/environment.ts";
export { createState, isActive, isSameSnapshot, joinChanges, serviceId, snapshotOf };
export type { LedgerChange, Run, SessionState, StoredRun };

/** What is verified. A test puts a broken one in its place, to see that the search finds it. */
export interface Machine {
  readonly transition: typeof transition;
  readonly revive: typeof revive;
  /** Merges what an event did to the ledger into what is stored. */
  readonly applyChange: typeof applyChange;
}

export const machine: Machine = { transition, revive, applyChange };
