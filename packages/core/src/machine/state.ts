import type { AgoraError } from "../errors/agora-error.ts";
import type { RecordingFile } from "../recording/types/file.ts";
import type { UploadState } from "../recording/types/upload.ts";
import type { SessionNotification } from "./notification.ts";
import type { LedgerState } from "./ledger.ts";
import type { Handle, Lease, SessionEnding, SessionService, SessionStatus, SessionTypes, Target } from "./types.ts";

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
  /** What no other session of the key is called: part of what a start without a lease is known by. */
  readonly sender: string;

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
  /** Those of them that another page, or a process before this one, has sent too: that may still be on its way. */
  readonly sentElsewhere: readonly string[];
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
  given: { appId: string; target: Target<S>; settings?: Partial<SessionSettings>; sender?: string },
): SessionState<S> {
  return {
    version: 2,
    service,
    appId: given.appId,
    sender: given.sender ?? "",
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
    sentElsewhere: [],
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
