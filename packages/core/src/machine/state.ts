import type { AgoraError } from "../errors/agora-error.ts";
import type { RecordingFile } from "../recording/types/file.ts";
import type { UploadState } from "../recording/types/upload.ts";
import type { SessionNotification } from "./notification.ts";
import { inDoubt, type LedgerState, mostRefusals, type Run } from "./ledger.ts";
import type {
  Handle,
  Intent,
  Lease,
  SessionEnding,
  SessionService,
  SessionStatus,
  SessionTypes,
  Target,
} from "./types.ts";

/** What a session does by itself, with every default filled in. */
export interface SessionSettings {
  /** A lease with less time left is not used for a start, in ms. Default 30,000. */
  readonly safetyMargin: number;
  /** Between two checks of what runs, in ms; null: none. Default 120,000. */
  readonly monitorInterval: number | null;
  /** Renews an unused lease before it runs out. */
  readonly renew: boolean;
}

/**
 * How far a start has come. Nothing else may begin while there is one. `waiting`: for the network, to settle a start in
 * doubt that is to be stopped.
 */
export type StartStep = "waiting" | "claiming" | "preparing" | "acquiring" | "noting" | "sent" | "accepting";

/** Requests in flight, by number: an answer to any other is out of date. */
export interface InFlight {
  readonly acquire: number | null;
  /** Everything on the way to a start: claim, prepare, and start itself. */
  readonly start: number | null;
  readonly query: number | null;
  readonly stop: number | null;
  /** A quiet stop of a run that shall end and may have come back. */
  readonly orphan: number | null;
}

/** A series of attempts: since when, and how many were made. Times in ms since the epoch. */
export interface Series {
  readonly since: number;
  readonly tries: number;
}

/**
 * Everything about one session, as plain data: `error` has a `toJSON`, the rest is JSON. Owned by `transition`; read it
 * through `snapshotOf`.
 */
export interface SessionState<S extends SessionService = SessionService> extends LedgerState<S> {
  readonly version: 2;
  readonly service: S;
  readonly appId: string;
  /** What the session is about. */
  readonly target: Target<S>;
  /** What it does by itself. */
  readonly settings: SessionSettings;

  /** As the snapshot shows it. */
  readonly status: SessionStatus;
  readonly lease: Lease<S> | null;
  /** What the snapshot shows: what runs, or ran last. What may be alive is in the ledger (`runs`). */
  readonly handle: Handle<S> | null;
  /** What the service said last about what runs. */
  readonly serverStatus: SessionTypes[S]["serverStatus"] | null;
  readonly startedAt: number | null;
  /** When the service was last asked, in ms since the epoch. */
  readonly checkedAt: number | null;
  /** What is known of the files of the run that is shown. */
  readonly files: readonly RecordingFile[];
  /** How far the files are; null before anything is known. */
  readonly upload: UploadState | null;
  /** How it ended; null before. */
  readonly ending: SessionEnding | null;
  /** What failed last; null if nothing did, or it is settled. */
  readonly error: AgoraError | null;

  /** How far a start has come; null: none is under way. */
  readonly step: StartStep | null;
  /** The start that is being repeated was in doubt before. */
  readonly repeats: boolean;
  /** A notification that came while the start was on its way: it names the run, should the answer get lost. */
  readonly heard: SessionNotification | null;
  /** This start has had a second lease; or a lease could not be renewed in the background. */
  readonly renewed: boolean;
  /** A stop was asked for and waits until the start is through. */
  readonly stopWanted: boolean;
  /** IDs of the runs of the ledger whose start this session has noted. */
  readonly noted: readonly string[];
  /** The requests that wait for an answer. */
  readonly inFlight: InFlight;
  /** The number of the last request: each one gets the next. */
  readonly calls: number;

  /** Waiting for the first sign of life after a start. */
  readonly confirming: Series | null;
  /** It was seen running, here or by the page before. */
  readonly confirmed: boolean;
  /** It was not started here: storage, `resume` or the refusal of a start named it, so somebody else may look after it. */
  readonly resumed: boolean;
  /** Answers have been missing since. */
  readonly missing: Series | null;
  /** A stop, and what the status was before it. */
  readonly stopping: (Series & { readonly before: SessionStatus; readonly at: number | null }) | null;
  /** ID of the run that a quiet stop is on its way to. */
  readonly orphan: string | null;
  /** It is over, and its files wait on the recording server: the upload is looked at again. */
  readonly stranded: Series | null;
  /** Checks in a row that did not reach the service. */
  readonly unreachable: number;
  /** What failed with `error`: it is gone when one of its kind works. Null: a start, or a lease. */
  readonly errorOf: "query" | "stop" | "update" | null;
  /** A notification said that it is over: the next 404 settles it. */
  readonly saidOver: boolean;
  /** The last answer to a query was a 404. */
  readonly notFound: boolean;
  /** Storage does not list what runs any more: another tab has proved its end, unless the storage was cleared. */
  readonly unlisted: boolean;
  /** Notifications that were taken, to know their copies. */
  readonly seen: readonly string[];
  /** When to query next. */
  readonly checkAt: number | null;
  /** How long the rate limit wants the next query to wait, in ms. */
  readonly deferredBy: number;

  /** Whether somebody looks: without, nothing is checked. */
  readonly watched: boolean;
  /** Whether the page is shown. */
  readonly visible: boolean;
  /** Whether there is a network. */
  readonly online: boolean;
  /** Whether storage is still being read. */
  readonly restoring: boolean;
  /** Whether it was disposed: nothing is checked any more. */
  readonly disposed: boolean;
  /** When `transition` wants a `tick` next, in ms since the epoch; null: never. */
  readonly wakeAt: number | null;
}

const nothingInFlight: InFlight = { acquire: null, start: null, query: null, stop: null, orphan: null };

/** A session that holds nothing. */
export function createState<S extends SessionService>(
  service: S,
  given: { appId: string; target: Target<S>; settings?: Partial<SessionSettings> },
): SessionState<S> {
  return {
    version: 2,
    service,
    appId: given.appId,
    target: given.target,
    settings: { safetyMargin: 30_000, monitorInterval: 120_000, renew: false, ...given.settings },
    status: "idle",
    lease: null,
    handle: null,
    runs: [],
    current: null,
    read: null,
    finished: [],
    ...freshRun,
    error: null,
    step: null,
    repeats: false,
    heard: null,
    renewed: false,
    stopWanted: false,
    noted: [],
    inFlight: nothingInFlight,
    calls: 0,
    orphan: null,
    watched: true,
    visible: true,
    online: true,
    restoring: false,
    disposed: false,
    wakeAt: null,
  };
}

/** What is known of one run, before anything is. */
export const freshRun = {
  serverStatus: null,
  startedAt: null,
  checkedAt: null,
  files: [],
  upload: null,
  ending: null,
  confirming: null,
  confirmed: false,
  resumed: false,
  missing: null,
  stopping: null,
  stranded: null,
  unreachable: 0,
  errorOf: null,
  saidOver: false,
  notFound: false,
  unlisted: false,
  seen: [],
  checkAt: null,
  deferredBy: 0,
} as const;

/** Status of something that runs and was confirmed. */
export function runningStatus(state: SessionState): "recording" | "transcribing" {
  return state.service === "recording" ? "recording" : "transcribing";
}

/** Whether a stop waits for the network: it, or the start that it has to settle first, was not sent or did not arrive. */
export function isPaused({ status, step, stopping, inFlight, online }: SessionState): boolean {
  if (step === "waiting") return true;
  return status === "stopping" && !online && inFlight.stop === null && stopping !== null && stopping.at === null;
}

/** Whether something may be running that the handle can control. */
export function isActive({ status, handle }: SessionState): boolean {
  return handle !== null && ["starting", "recording", "transcribing", "recovering", "stopping"].includes(status);
}

/** Whether something shall end that nobody has found missing yet, beside what is shown. */
export function mayRunOn({ runs, current }: SessionState): boolean {
  return runs.some(
    ({ id, handle, endAskedAt, goneAt }) => id !== current && handle !== null && endAskedAt !== null && goneAt === null,
  );
}

/** Whether nothing runs, is held or under way, and nothing that ended may come back. A start may still be in doubt. */
export function isAtRest(state: SessionState): boolean {
  const { status, step, restoring, runs } = state;
  const isHeld = status === "acquiring" || status === "acquired";
  const comesBack = runs.some(({ retry }) => retry !== null && retry.refusals < mostRefusals);
  return !isActive(state) && !isHeld && step === null && !restoring && !comesBack;
}

/** Whether there is something to ask the service: what runs and is not being stopped, or files that wait. */
export function canAsk(state: SessionState): boolean {
  return state.status === "stopping" ? false : isActive(state) || (state.handle !== null && state.stranded !== null);
}

/** Starts whose outcome is in doubt while nothing runs and nothing is being started; the latest is the last. */
export function unsettledRuns<S extends SessionService>(state: SessionState<S>): readonly Run<S>[] {
  return state.step === null && !isActive(state) ? inDoubt(state.runs) : [];
}

/** What the next start repeats. */
export function unsettledOf<S extends SessionService>(state: SessionState<S>): Intent<S> | null {
  return unsettledRuns(state).at(-1)?.intent ?? null;
}

/** Whether a lease can still be used for a start, with so much time to spare. */
export function isUsable(lease: { acquiredAt: number; expiresAt: number } | null, now: number, margin = 0): boolean {
  // A clock that was set back would make a lease last for ever.
  return lease !== null && now >= lease.acquiredAt - 1000 && lease.expiresAt - now > margin;
}
