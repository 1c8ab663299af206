import type { AgoraError } from "../errors/agora-error.ts";
import { adapterOf } from "./adapters/adapters.ts";
import { check } from "./check.ts";
import type { TransitionResult } from "./effects.ts";
import type { SessionNotification } from "./notification.ts";
import { isSameJson } from "./same-snapshot.ts";
import type { SessionPush } from "./snapshot-types.ts";
import { ended } from "./ended.ts";
import { givenUp } from "./failures.ts";
import { changeRun, endRun, newRun, putRun, type Run, runFor } from "./ledger.ts";
import { isSameId, runId, serviceId, withGrant } from "./identity.ts";
import { cleanHandle } from "./record.ts";
import { freshRun, type SessionState } from "./state.ts";
import { isActive, runningStatus } from "./activity.ts";
import { and, go, settle, chain } from "./result.ts";
import { stopToo } from "./stopped-elsewhere.ts";
import { follow } from "./hydrate.ts";
import type { Handle, SessionService } from "./types.ts";

/** Copies arrive within minutes; so many keys are enough to know them. */
const mostSeen = 64;

/** Notifications come late, twice and in any order: they complete what is known, and a query decides. */
export function notified<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  notification: SessionNotification,
): TransitionResult<S> {
  const notice = adapterOf(state).readNotice(notification, state);
  if (!notice || state.seen.includes(notice.key)) return go(state);
  const { key, found, upload, isOver } = notice;
  // While the start is on its way, its answer decides; a notification only counts if that gets lost.
  if (found && state.step !== null) return go(state, { heard: notification });
  // An agent is a run of its own. Which start has begun it, nobody says.
  const begun = found ? follow(state, now, found, { isGuess: true }) : go(state);
  return chain(begun, (next) => {
    const files = notice.files === null || isSameJson(notice.files, next.files) ? next.files : notice.files;
    const known = {
      ...next,
      files,
      upload: upload ?? next.upload,
      stranded: upload === null ? next.stranded : null,
      saidOver: next.saidOver || isOver,
      seen: [...next.seen, key].slice(-mostSeen),
    };
    return notice.check && isActive(known) ? check(known, "normal") : go(known);
  });
}

/** The answer to a start got lost: what a notification said meanwhile counts now. */
export function recall<S extends SessionService>(result: TransitionResult<S>, now: number): TransitionResult<S> {
  const { heard } = result.state;
  if (heard === null || result.state.step !== null) return result;
  return chain(result, (state) => notified({ ...state, heard: null }, now, heard));
}

/** What another observer of the same run can tell; everything else is this session's own. */
const said = ["recording", "transcribing", "recovering", "stopping", "stopped", "failed"];
const over = ["stopped", "failed"];

/**
 * A snapshot of another observer of the same run, such as a server. Of another run, or older than what is known
 * here, it is ignored, and so while a command is under way.
 *
 * @param isShared the observer is another tab with the same storage
 */
export function pushed<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  snapshot: SessionPush<S>,
  error: AgoraError | null,
  isShared: boolean,
): TransitionResult<S> {
  const { status } = snapshot;
  const named = cleanHandle(state.service, snapshot.handle, now);
  const isBusy = state.step !== null || state.status === "stopping" || state.status === "acquiring";
  if (named === null || isBusy || state.disposed || state.restoring || !said.includes(status)) return go(state);
  const old = runFor(state.runs, named) ?? newRun<S>({ id: runId(named) });
  const handle = withGrant(old, named);
  const isAlive = !over.includes(status);
  // Once over, always over.
  if (isAlive && state.finished.includes(serviceId(handle) ?? "")) return go(state);
  const isOver = over.includes(state.status);
  const isNext = isOver && isAlive && state.handle !== null && handle.startedAt > state.handle.startedAt;
  // The app may go on recording the channel with a spare uid.
  if (!isFor(state, handle, isNext ? ["appId", "cname"] : ["appId", "cname", "uid", "name", "instanceId"])) {
    return go(state);
  }
  // Another tab has stored what it has started: storage says which run of the ledger that is, and whether it shall end.
  if (isShared && isAlive && (!old.handle || old.endAskedAt !== null)) return go(state, {}, { type: "look" });
  if (state.handle === null || isNext) {
    // A start that was in doubt here was settled, and what it had begun was stopped.
    const isSettled = status === "stopped" && runFor(state.runs, handle)?.handle === null;
    if (!isAlive) return isSettled ? toldOver(state, now, { ...old, handle }, isShared) : go(state);
  } else {
    if (!isSameId(state.handle, handle)) return go(state);
    if (isOver && isAlive) return go(state);
    if (isAlive && (snapshot.checkedAt ?? now) < (state.checkedAt ?? 0)) return go(state);
  }
  const { serverStatus, startedAt, checkedAt, files, upload, ending } = snapshot;
  const interval = state.settings.monitorInterval;
  const known = {
    ...state,
    ...(isNext ? freshRun : ended),
    ...(isNext ? { error: null } : {}),
    handle,
    serverStatus: serverStatus ?? (isNext ? null : state.serverStatus),
    startedAt: startedAt ?? handle.startedAt,
    checkedAt: checkedAt ?? now,
    files: files === undefined || isSameJson(files, state.files) ? state.files : files,
    upload: upload ?? (isNext ? null : state.upload),
    lease: null,
  };
  if (isAlive) {
    const isSeen = status !== "recovering";
    // What another tab has seen it may not have stored.
    const isGuess = old.isGuess && (isShared || !isSeen);
    const confirmed = old.confirmed || isSeen;
    const endAskedAt = status === "stopping" ? old.endAskedAt : null;
    const run = { ...old, handle, confirmed, isGuess, endAskedAt, goneAt: null, retry: null };
    // What settles starts in doubt is the answer of the service to a query of this session: a push can be late.
    const runs = putRun(state.runs, run);
    // The server that pushes asks the service too; this check is for the case that it falls silent.
    const later = status === "stopping" ? now + 5000 : interval === null ? null : now + interval;
    const running = isSeen
      ? { status: runningStatus(state), missing: null, checkAt: later }
      : {
          status: "recovering" as const,
          missing: state.missing ?? { since: now, tries: 0 },
          // A series that has begun here goes on at its own pace.
          checkAt: state.missing ? state.checkAt : later,
        };
    // What another tab shows, that tab has stored.
    const read = isShared ? runs : known.read;
    const shown = go({ ...known, runs, read, current: run.id, confirmed: run.confirmed }, running);
    return run.confirmed ? and(shown, settle("running")) : shown;
  }
  const end = givenUp("It is over, as a session elsewhere found out.");
  const reason = status === "failed" ? (error ?? end) : null;
  const told = chain(isOver ? go(known) : toldOver(known, now, old, isShared), (next) =>
    go(next, { status, current: null, ending: ending ?? null, error: reason }),
  );
  return and(told, settle("running", reason ?? end), settle("query"));
}

/**
 * Another observer shows a run as over. A server looks after that by itself. A tab may still stop it quietly, after a 404
 * that may be a failover: storage tells, and is not written before it was read.
 */
function toldOver<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  run: Run<S>,
  isShared: boolean,
): TransitionResult<S> {
  if (!isShared) return go(endRun(state, run.id, "said-ended"));
  const next = stopToo(changeRun(state, run.id, { handle: run.handle }), run.id, now);
  return go({ ...next, read: next.runs }, {}, { type: "look" });
}

/** Whether a handle is about the channel, uid or name of this session. */
function isFor<S extends SessionService>(
  { appId, target }: SessionState<S>,
  handle: Handle<S>,
  fields: readonly string[],
): boolean {
  const own: Readonly<Record<string, unknown>> = { ...target, appId };
  const given: Readonly<Record<string, unknown>> = { ...handle };
  return fields.every((field) => own[field] === undefined || given[field] === undefined || own[field] === given[field]);
}
