import { runId, serviceId } from "./identity.ts";
import type { Handle, Intent, SessionService } from "./types.ts";

/**
 * The ledger lists every run of one key that may be alive. Three rules make an orphan impossible:
 *
 * 1. A run enters the stored ledger before its start leaves.
 * 2. It leaves the ledger only on proof of its end.
 * 3. A write merges by run, and never drops a run that it did not know.
 *
 * `transition` compares the ledger before and after each event and stores the difference, so no function can forget to.
 */
export interface Run<S extends SessionService = SessionService> {
  /** Of what it was started with: the resource ID, the builder token; for v7 the agent's name, the time of the start and who sent it. */
  readonly id: string;
  /** What it was started with; null where only its handle is known. */
  readonly intent: Intent<S> | null;
  /** Null until the service names it: the start is on its way, or its outcome is in doubt. */
  readonly handle: Handle<S> | null;
  /** It was seen running. */
  readonly confirmed: boolean;
  /** Its handle comes from a notification, which can be about another run, and no query has confirmed it. */
  readonly isGuess: boolean;
  /** `sid`s that notifications named and that turned out to be of other runs. */
  readonly notMine: readonly string[];
  /** When its end was asked for, in ms since the epoch; null: it shall run. */
  readonly endAskedAt: number | null;
  /** Since when the service does not find it, in ms since the epoch. A failover can bring it back. */
  readonly goneAt: number | null;
  /** The next quiet stop, where nobody waits for it. Not stored: the next page begins anew. */
  readonly retry: Retry | null;
}

/** Quiet stops of one run. */
export interface Retry {
  /** 404s in a row. */
  readonly tries: number;
  /** Answers that settled nothing. */
  readonly refusals: number;
  /** When the next one is due, in ms since the epoch. */
  readonly at: number;
  /** Another tab stops it too: once that has taken it out of storage, it is over. */
  readonly isShared?: boolean;
}

/** After so many refusals the pauses are long, and the session may be disposed of: storage keeps the run. */
export const mostRefusals = 10;

/** Why a run is over. Nothing else takes it out of the ledger. */
export type Proof =
  /** Its start was never sent. */
  | "not-sent"
  /** Agora docs: start. The service refused the start by an answer that settles it. */
  | "start-refused"
  /** Agora docs: start, code 53; STT join, 409. One run for each channel and uid, instance, or name: another one was taken. */
  | "superseded"
  /** Agora docs: stop. 200, 206, code 435 or 49: it ends, or has ended. */
  | "stop-answered"
  /** Agora docs: query, status 6 to 8 or 20; STT states. The service says that it ended. */
  | "said-ended"
  /** Agora docs: high availability. 404s went on for longer than a failover can take. */
  | "gone"
  /** Agora docs: STT v7, the lifetime of an agent is 72 hours; STT acquire, a session of a builder token lasts 48 at most. */
  | "outlived"
  /** Another tab proved it, and took it out of the storage that both share. */
  | "proved-elsewhere";

type Runs<S extends SessionService> = readonly Run<S>[];

/** The part of a session's state that the ledger is kept in. */
export interface LedgerState<S extends SessionService> {
  /** The ledger: every run that may be alive. */
  readonly runs: Runs<S>;
  /** ID of the run that the session starts, shows or stops; null when there is no such run. */
  readonly current: string | null;
  /** What storage was found to hold, while that is taken in. */
  readonly read: readonly StoredRun<S>[] | null;
  /** `sid`, `taskId` or `agentId` of runs that are over: a late notification does not bring them back. */
  readonly finished: readonly string[];
}

/** Late notifications come within minutes; so many are enough. */
const mostFinished = 32;

export function newRun<S extends SessionService>(given: Partial<Run<S>> & Pick<Run<S>, "id">): Run<S> {
  return { ...unknown, intent: null, handle: null, ...given };
}

/** The run that the session starts, shows or stops. */
export function currentRun<S extends SessionService>({ runs, current }: LedgerState<S>): Run<S> | null {
  return current === null ? null : (runs.find(({ id }) => id === current) ?? null);
}

/** The run that a handle is about. */
export function runFor<S extends SessionService>(runs: Runs<S>, handle: object): Run<S> | null {
  const id = runId(handle);
  const isOfIt = (run: Run<S>) => run.handle !== null && runId(run.handle) === id;
  return runs.find((run) => run.id === id) ?? runs.find(isOfIt) ?? null;
}

/** Adds a run, or replaces the one of the same ID. */
export function putRun<S extends SessionService>(runs: Runs<S>, run: Run<S>): Runs<S> {
  const isKnown = runs.some(({ id }) => id === run.id);
  return isKnown ? runs.map((one) => (one.id === run.id ? run : one)) : [...runs, run];
}

export function changeRun<S extends SessionService, State>(
  state: State & LedgerState<S>,
  id: string | null,
  change: Partial<Run<S>>,
): State & LedgerState<S> {
  return { ...state, runs: state.runs.map((run) => (run.id === id ? { ...run, ...change } : run)) };
}

/**
 * A run loses a handle that turned out to be another run's: what was started is in doubt again. A run that was nothing but
 * that handle leaves the ledger, because this session did not start it.
 */
export function forgetGuess<S extends SessionService, State>(
  state: State & LedgerState<S>,
  id: string | null,
): State & LedgerState<S> {
  const run = state.runs.find((one) => one.id === id);
  const name = serviceId(run?.handle ?? null);
  if (!run || name === undefined) return state;
  if (run.intent === null) return { ...state, runs: state.runs.filter((one) => one !== run) };
  return changeRun(state, id, {
    handle: null,
    isGuess: false,
    notMine: [...run.notMine, name],
    endAskedAt: null,
    goneAt: null,
    retry: null,
  });
}

/** What a run that is over is known by: an agent can stand in the ledger twice, by a start and by what has named it. */
export const namesOf = ({ id, handle, isGuess }: StoredRun): readonly string[] =>
  handle === null || isGuess || runId(handle) === id ? [id] : [id, runId(handle)];

/** Whether a run is one of those that are over, by their names. What the service has named meanwhile is over by that name. */
export const isOver = ({ id, handle, isGuess }: StoredRun, over: readonly string[]): boolean =>
  over.includes(handle === null ? id : runId(handle)) || (isGuess && over.includes(id));

/** The one way out of the ledger. */
export function endRun<S extends SessionService, State>(
  state: State & LedgerState<S>,
  id: string | null,
  _proof: Proof,
): State & LedgerState<S> {
  const run = state.runs.find((one) => one.id === id);
  if (!run) return state;
  const name = serviceId(run.handle);
  return {
    ...state,
    runs: state.runs.filter((one) => !isOver(one, namesOf(run))),
    current: state.current === id ? null : state.current,
    finished: name === undefined ? state.finished : [...state.finished, name].slice(-mostFinished),
  };
}

/** The same, for the run that the session starts, shows or stops. */
export function endCurrent<S extends SessionService, State>(
  state: State & LedgerState<S>,
  proof: Proof,
): State & LedgerState<S> {
  return endRun(state, state.current, proof);
}

/** Starts that were sent, and nobody knows what came of them; the latest is the last. */
export function inDoubt<S extends SessionService>(runs: Runs<S>): Runs<S> {
  return runs.filter(({ handle, intent }) => handle === null && intent !== null);
}

/** The wanted end of starts without an outcome, which the next page finds in storage; null: they shall run. */
export function askEnd<S extends SessionService, State>(
  state: State & LedgerState<S>,
  at: number | null,
): State & LedgerState<S> {
  const isChanged = ({ handle, endAskedAt }: Run<S>) => handle === null && (at === null) !== (endAskedAt === null);
  if (!state.runs.some(isChanged)) return state;
  return { ...state, runs: state.runs.map((run) => (isChanged(run) ? { ...run, endAskedAt: at } : run)) };
}

/** What shall run and has a handle; the latest is the last. */
export function alive<S extends SessionService>(runs: Runs<S>): Runs<S> {
  return runs.filter(({ handle, endAskedAt }) => handle !== null && endAskedAt === null);
}

/** Runs that may still be alive and shall end: the session stops them quietly. */
export function orphans<S extends SessionService>({ runs, current }: LedgerState<S>): Runs<S> {
  return runs.filter(({ id, handle, retry }) => id !== current && handle !== null && retry !== null);
}

/** What storage knows of a run. */
export type StoredRun<S extends SessionService = SessionService> = Omit<Run<S>, "retry">;

/** Nothing is known of it. */
export const unknown: Omit<Run, "id"> = {
  intent: null,
  handle: null,
  confirmed: false,
  isGuess: false,
  notMine: [],
  endAskedAt: null,
  goneAt: null,
  retry: null,
};

/**
 * The ledger after a look into storage. What is there counts: another tab has added to it, or has proved the end of what
 * is not there any more.
 *
 * @param now for quiet stops that another tab has left behind: they are due at once
 * @param noted for a start: IDs of the runs whose start this session has noted, which a storage that was cleared does not end
 */
export function mergeStored<S extends SessionService, State>(
  state: State & LedgerState<S>,
  there: readonly StoredRun<S>[],
  now: number,
  noted: readonly string[] = [],
): State & LedgerState<S> {
  const merged = there.map((run): Run<S> => {
    const own = state.runs.find(({ id }) => id === run.id);
    const left = run.handle !== null && run.endAskedAt !== null ? { tries: -1, refusals: 0, at: now } : null;
    return { ...run, retry: own?.retry ?? left };
  });
  const lost = state.runs.filter(({ id }) => !there.some((run) => run.id === id));
  // A storage that was cleared settles nothing of what this session has started.
  const isKept = ({ id }: Run<S>) => there.length === 0 && noted.includes(id);
  const known = lost
    .filter((run) => !isKept(run))
    .reduce((each, { id }) => endRun(each, id, "proved-elsewhere"), state);
  return { ...known, runs: [...lost.filter(isKept), ...merged], read: there };
}
