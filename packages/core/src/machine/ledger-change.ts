import { omit } from "../runtime/omit.ts";
import { isOver, namesOf, type Run, type StoredRun, unknown } from "./ledger.ts";
import { isSameRun, serviceId, withGrant } from "./identity.ts";
import type { SessionService } from "./types.ts";

/** What one event did to the ledger. */
export interface LedgerChange<S extends SessionService = SessionService> {
  /** Runs that are new or different, and the fields that are. */
  readonly put: readonly { readonly run: StoredRun<S>; readonly fields: readonly (keyof StoredRun)[] }[];
  /** What the runs that are over are known by: their IDs, and those of their agents. */
  readonly ended: readonly string[];
}

const storedFields = ["intent", "handle", "confirmed", "isGuess", "notMine", "endAskedAt", "goneAt"] as const;

/**
 * What has to be written after an event; null: nothing.
 *
 * @param before what storage knows
 */
export function compareLedgers<S extends SessionService>(
  before: readonly StoredRun<S>[],
  after: readonly Run<S>[],
): LedgerChange<S> | null {
  if (before === after) return null;
  const put = after.flatMap((run) => {
    const old = before.find(({ id }) => id === run.id);
    // What this tab does not know of a run that is new to it, another may have written already.
    const fields = storedFields.filter((field) => (old ?? unknown)[field] !== run[field]);
    return fields.length > 0 || !old ? [{ run: omit(run, "retry"), fields }] : [];
  });
  const ended = before.filter(({ id }) => !after.some((run) => run.id === id)).flatMap(namesOf);
  return put.length + ended.length > 0 ? { put, ended } : null;
}

function replaceRun<S extends SessionService>(old: StoredRun<S>, next: StoredRun<S>): StoredRun<S> {
  // Another tab has had the answer to the start meanwhile: a guess gives way to that, and so does the end of a guess.
  const isForgotten = next.handle === null && !next.notMine.includes(serviceId(old.handle) ?? "");
  const isWorse = isForgotten || (next.isGuess && !isSameRun(old.handle, next.handle));
  if (old.handle !== null && !old.isGuess && isWorse) return { ...old, notMine: next.notMine };
  return next;
}

/** Writes a change into what is stored, run by run: what it does not name stays as it is. */
export function applyChange<S extends SessionService>(
  there: readonly StoredRun<S>[],
  { put, ended }: LedgerChange<S>,
): readonly StoredRun<S>[] {
  let runs = there.filter((run) => !isOver(run, ended));
  for (const { run, fields } of put) {
    const old = runs.find(({ id }) => id === run.id);
    const changed = Object.fromEntries(fields.map((field) => [field, run[field]]));
    runs = old ? runs.map((one) => (one === old ? replaceRun(old, { ...old, ...changed }) : one)) : [...runs, run];
  }
  return runs.map((run) => shareGrant(run, [...there, ...runs]));
}

/** A handle keeps its grant; and what stands in the ledger twice has it in both places. */
function shareGrant<S extends SessionService>(run: StoredRun<S>, runs: readonly StoredRun<S>[]): StoredRun<S> {
  const { handle } = run;
  return handle ? { ...run, handle: runs.reduce((best, one) => withGrant(one, best), handle) } : run;
}

/**
 * Two changes, one after the other, as one: what could not be written is part of the next write. But an end that could not
 * be written is not tried again later: by then another tab may have started the same run once more. A run that is over and
 * still stands in storage does no harm, because the session that finds it asks the service about it.
 */
export function joinChanges<S extends SessionService>(first: LedgerChange<S>, next: LedgerChange<S>): LedgerChange<S> {
  const put = first.put.filter(({ run }) => !next.ended.includes(run.id));
  const merged = next.put.map(({ run, fields }) => {
    const before = put.find((one) => one.run.id === run.id);
    return { run, fields: [...new Set([...(before?.fields ?? []), ...fields])] };
  });
  const kept = put.filter(({ run }) => !merged.some((one) => one.run.id === run.id));
  const ended = first.ended.filter((id) => !merged.some(({ run }) => run.id === id));
  return { put: [...kept, ...merged], ended: [...ended, ...next.ended] };
}
