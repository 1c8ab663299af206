import type { StoredRun } from "../machine/ledger.ts";
import type { LedgerChange } from "../machine/ledger-change.ts";
import type { SessionService } from "../machine/types.ts";

/** Where the ledger of one key is kept. */
export interface LedgerStorage<S extends SessionService> {
  /**
   * Null without an error: this storage keeps no ledger, so the session goes by its own state. Null with an error: the ledger
   * could not be read, so nothing is started.
   */
  read(done: (runs: readonly StoredRun<S>[] | null, error?: unknown) => void): void;
  /** Reads for a start, which may only leave when storage has what is known here: what it refused is written first. */
  readForStart(done: (runs: readonly StoredRun<S>[] | null, error?: unknown) => void): void;
  /** Merges a change into what is stored. One that fails is part of the next. */
  write(change: LedgerChange<S>, done: (error?: unknown) => void): void;
  /** Calls `done` when everything is written. */
  flush(done: () => void): void;
}
