import type { MigrationChange } from "../../migration/change.ts";
import type { StartRequest } from "../types/start.ts";

/** A start request of mode `raw`, and what is otherwise than it was in `individual`. */
export interface RecordingMigration {
  /** The same recording in mode `raw`. */
  readonly request: StartRequest<"raw">;
  /** What became of each field, and what else differs. */
  readonly changes: readonly MigrationChange[];
}
