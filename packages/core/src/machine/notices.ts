import { adapterOf } from "./adapters/adapters.ts";
import { check } from "./check.ts";
import type { Step } from "./effects.ts";
import type { SessionNotification } from "./events.ts";
import { isSameJson, type SessionPush } from "./snapshot.ts";
import { isActive, runningStatus, type SessionState } from "./state.ts";
import { and, go, settle, store, chain } from "./step.ts";
import { takeUp } from "./take-up.ts";
import type { SessionService } from "./types.ts";

/** Copies arrive within minutes; so many keys are enough to know them. */
const mostSeen = 64;

/** Notifications come late, twice and in any order: they complete what is known, and a query decides. */
export function notified<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  notification: SessionNotification,
): Step<S> {
  const notice = adapterOf(state).readNotice(notification, state);
  if (!notice || state.seen.includes(notice.key)) return go(state);
  const { key, found, upload, isOver } = notice;
  const begun = found
    ? chain(go(state), (next) => store(takeUp(next, now, { version: 1, service: state.service, handle: found })))
    : go(state);
  return chain(begun, (next) => {
    const files = notice.files === null || isSameJson(notice.files, next.files) ? next.files : notice.files;
    const known = {
      ...next,
      files,
      upload: upload ?? next.upload,
      saidOver: next.saidOver || isOver,
      seen: [...next.seen, key].slice(-mostSeen),
    };
    return notice.check && isActive(known) ? check(known, "soon") : go(known);
  });
}

/** A snapshot of somebody who watches the same run, a server for instance. Commands that are under way come first. */
export function pushed<S extends SessionService>(
  state: SessionState<S>,
  now: number,
  snapshot: SessionPush<S>,
): Step<S> {
  if (state.step !== null || state.status === "stopping" || state.status === "acquiring" || state.disposed) {
    return go(state);
  }
  const { status, handle, serverStatus, startedAt, checkedAt, files, upload, ending } = snapshot;
  if (handle === null || (status === "stopped" && state.handle === null && state.status !== "idle")) return go(state);
  const interval = state.settings.monitorInterval;
  const next = {
    status,
    handle,
    serverStatus: serverStatus ?? state.serverStatus,
    startedAt: startedAt ?? state.startedAt,
    checkedAt: checkedAt ?? now,
    files: files === undefined || isSameJson(files, state.files) ? state.files : files,
    upload: upload ?? state.upload,
    ending: ending ?? null,
    intent: null,
    earlier: [],
    lease: null,
    confirmed: true,
    confirming: null,
    missing: status === "recovering" ? (state.missing ?? { since: now, tries: 0 }) : null,
    // Whoever pushes asks as well; this is for the case that it falls silent.
    checkAt: interval === null ? null : now + interval,
  } as const;
  return and(store(go(state, next)), ...(status === runningStatus(state) ? [settle("running")] : []));
}
