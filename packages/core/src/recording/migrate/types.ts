import type { MigrationChange } from "../../migration/change.ts";
import type { StartRequest } from "../types/start.ts";

/** A start request of mode `raw`, and what is otherwise than it was in `individual`. */
export interface RecordingMigration {
  readonly request: StartRequest<"raw">;
  readonly changes: readonly MigrationChange[];
}
