import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import type { RetryPolicy } from "../errors/retry-advice.ts";

/** How the failure may be repeated: policy, pauses in seconds, and `1` when the failed call may have taken effect. */
export type Repeat = readonly [policy?: RetryPolicy, seconds?: readonly number[], outcomeUnknown?: 0 | 1];

/**
 * One documented failure, kept as a tuple because the catalogue is part of every bundle.
 *
 * Names of operations are separated by blanks and lack the service (`"start stop"`); `"*"` is every operation, and the
 * name of a client (`"sttAgents"`) every operation of it, `"change"` every operation with that effect;
 * `"sttTasks.update"` is one of two with one name. `code`
 * and `text` are what the body holds, `0` and `""` where the body has no code or text; a text that ends in `...` matches by its
 * beginning. Within one operation a code has one meaning, whatever the HTTP status that it comes with.
 */
export type CatalogueRow<Kind extends AgoraErrorKind = AgoraErrorKind> = readonly [
  operations: string,
  code: number,
  text: string,
  kind: Kind,
  ...repeat: Repeat,
];

/** What nothing but the HTTP status says. The first row that fits counts. */
export type StatusRow<Kind extends AgoraErrorKind = AgoraErrorKind> = readonly [
  operations: string,
  statuses: readonly number[],
  kind: Kind,
  ...repeat: Repeat,
];

/** What one service documents: failures by code or text, then by nothing but the HTTP status. */
export interface ServiceCatalogue {
  readonly rows: readonly CatalogueRow[];
  readonly statuses: readonly StatusRow[];
  /** What of them is about one operation, from its first failure on. */
  readonly picked: Partial<Record<AgoraOperation, readonly [readonly CatalogueRow[], readonly StatusRow[]]>>;
}
