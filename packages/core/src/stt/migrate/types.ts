import type { MigrationChange } from "../../migration/change.ts";
import type { SttJoinRequest } from "../types/join.ts";
import type { SttTaskRequest } from "../types/task-request.ts";
import type { Absent } from "../../validation/absent.ts";
import type { SttTaskVersion } from "../types/version.ts";

/** What to migrate; a start request of `sttTasks` is one. */
export type SttMigrationSource<Version extends SttTaskVersion = SttTaskVersion> = {
  [Each in Version]: SttMigrationSourceOf<Each>;
}[Version];

/** A request of one generation. */
export interface SttMigrationSourceOf<Version extends SttTaskVersion> {
  readonly version: Version;
  /** The body of start. */
  readonly request: SttTaskRequest<Version>;
  /** From acquire; becomes the name of the agent. */
  readonly instanceId?: string | Absent;
}

/** Options of `migrateToV7`. */
export interface SttMigrationOptions {
  /** Name of the agent. Default: the `instanceId`, else the name of the channel. */
  readonly name?: string | undefined;
}

/** A join request, and what became of the fields that are not in it as they were. */
export interface SttMigration {
  /** The same transcription for `sttAgents.join`. */
  readonly request: SttJoinRequest;
  /** What became of each field, and what else differs. */
  readonly changes: readonly SttMigrationChange[];
}

/** What became of one field. */
export type SttMigrationChange = MigrationChange;
