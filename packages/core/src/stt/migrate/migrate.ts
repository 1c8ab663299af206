import { collectChanges, type Changes } from "../../migration/collect-changes.ts";
import { isAbsent } from "../../validation/absent.ts";
import { migrateBeta } from "./beta.ts";
import { migrateFlat } from "./flat.ts";
import type { SttMigration, SttMigrationOptions, SttMigrationSource } from "./types.ts";

/**
 * The join request of v7 that transcribes what a request of `v6`, `v5` or `beta` transcribed, and what changes on the way.
 * A pure function: nothing is sent, and nothing is checked but what migrates.
 *
 * The calls change too: there is no acquire, `start` is `join`, `query` is `get`, `stop` is `leave`.
 */
export function migrateToV7(source: SttMigrationSource, options: SttMigrationOptions = {}): SttMigration {
  const changes = collectChanges("v7 has it there.");
  const name = chooseName(source, options, changes);
  const request =
    source.version === "beta" ? migrateBeta(source.request, changes) : migrateFlat(source.request, changes);
  return { request: { ...request, name }, changes: changes.list };
}

const UNIQUE = "No two agents that run may have the same name; a repeat of a lost join needs the same.";

function chooseName(source: SttMigrationSource, { name }: SttMigrationOptions, changes: Changes): string {
  const { instanceId } = source;
  if (name === undefined && !isAbsent(instanceId)) return changes.moved(instanceId, "instanceId", "name", UNIQUE);
  changes.dropped(instanceId, "instanceId", "v7 has no acquire; the agent has the name that was given.");
  changes.added("name", UNIQUE);
  if (name !== undefined) return name;
  const { channelName } = source.version === "beta" ? source.request.audio.agoraRtcConfig : source.request.rtcConfig;
  // As many characters as a name can have.
  return channelName.slice(0, 64);
}
