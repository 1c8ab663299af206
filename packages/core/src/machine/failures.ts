import { AgoraAbortError } from "../errors/abort-error.ts";
import { AgoraError, isAgoraError, type AgoraErrorContext } from "../errors/agora-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { pickText } from "../explain/explain-error.ts";
import { local } from "../locales/en/local.ts";
import { extra } from "../locales/en/extra.ts";
import type { SessionService } from "./types.ts";

/** The lease is worth nothing: another one, and start works. */
const spentLease: readonly AgoraErrorKind[] = [
  "resource-expired",
  "resource-unparsable",
  "builder-token-expired",
  "builder-token-unparsable",
];

/** Whether the start needs another lease, and nothing else. */
export function needsNewLease({ kind, operation }: AgoraError): boolean {
  return spentLease.includes(kind) && operation !== undefined && operation.endsWith("start");
}

/** Whether a start was refused because something runs already. */
export function runsAlready({ kind }: AgoraError): boolean {
  return kind === "already-started" || kind === "conflict" || kind === "task-conflict";
}

const gone: readonly AgoraErrorKind[] = ["task-not-found", "task-ended", "not-found"];
const unsent: readonly AgoraErrorKind[] = ["network-error", "dns-failure", "client-timeout", "aborted"];

/** An earlier attempt of the same call got lost, and may have done what this one was refused. */
export function mayHaveWorked({ cause }: AgoraError): boolean {
  return isAgoraError(cause) && cause.retry.outcomeUnknown;
}

/** What routers say of an address that they do not know, such as those of an app that is being deployed. */
const ofRouter = /^(404\W*)?(page )?not found\W*$|\b(route|cannot (get|post|delete))\b/i;

/**
 * Agora docs: status codes. A 404 of the service says what was not found; one without a word, or with those of a router, is of
 * somebody on the way.
 */
export function isGone({ kind, code, reason }: AgoraError): boolean {
  return gone.includes(kind) && (code !== undefined || (reason !== undefined && !ofRouter.test(reason)));
}

/** The handle is put together of two runs: the service knows both, and says that they do not fit. */
export function isOther({ kind }: AgoraError): boolean {
  return kind === "session-mismatch" || kind === "task-token-mismatch";
}

/** Whether two failures tell a person the same: each answer has an identifier of its own, which is no news. */
export function isSameFailure(a: AgoraError | null, b: AgoraError): boolean {
  return (
    a?.kind === b.kind &&
    a.operation === b.operation &&
    a.status === b.status &&
    a.code === b.code &&
    a.reason === b.reason
  );
}

/** The service was not reached, so nothing was learnt. */
export function isUnreachable({ kind }: AgoraError): boolean {
  return unsent.includes(kind);
}

/**
 * What a failed query says. `gone`: nothing runs here (any more, or for the moment). `alive`: it runs, in silence.
 * `ending`: it is shutting down. `unsure`: the service cannot tell. `unreachable`: nobody answered. `busy`: asked too
 * often. `refused`: the question was wrong, or somebody on the way did not let it through.
 */
export type QueryFailure = "gone" | "alive" | "ending" | "unsure" | "unreachable" | "busy" | "refused";

export function readQueryFailure(error: AgoraError): QueryFailure {
  const { kind, status } = error;
  if (isGone(error)) return "gone";
  if (kind === "no-stream") return "alive";
  if (kind === "service-exiting") return "ending";
  if (kind === "rate-limited") return "busy";
  if (isUnreachable(error)) return "unreachable";
  // The app's own server did not pass it on, whatever is wrong there.
  if (kind.startsWith("proxy-")) return "refused";
  // A login page says that the question did not arrive, whatever its status.
  if (kind === "non-json-response" && status !== undefined && status < 500) return "refused";
  // A server in trouble, or a body that makes no sense, says nothing about the recording.
  return status !== undefined && (status >= 500 || status < 300) ? "unsure" : "refused";
}

/**
 * What a failed stop says. `empty`: it is over, with nothing recorded. `uploading`: it is over, the upload goes on.
 * `gone`: nothing runs here. `already`: it was ending anyway. `unsure`: stop again. `refused`: it still runs.
 */
export type StopFailure = "empty" | "uploading" | "gone" | "already" | "unsure" | "refused";

export function readStopFailure(error: AgoraError): StopFailure {
  const { kind, status } = error;
  if (kind === "nothing-recorded") return "empty";
  if (kind === "upload-timeout") return "uploading";
  if (kind === "already-stopping" || kind === "service-exiting") return "already";
  if (isGone(error)) return "gone";
  return isUnreachable(error) || kind === "rate-limited" || (status ?? 0) >= 500 || error.retry.outcomeUnknown
    ? "unsure"
    : "refused";
}

const notRunning = {
  recording: ["task-not-found", "recording.start"],
  sttTasks: ["task-ended", "sttTasks.start"],
  sttAgents: ["task-ended", "sttAgents.join"],
} as const;

/** It did not come up, or broke down: names the usual causes. */
export function notRunningError(
  service: SessionService,
  facts: AgoraErrorContext & { detail?: string | undefined },
): AgoraError {
  const [kind, operation] = notRunning[service];
  return new AgoraError({ ...facts, kind, operation, text: pickText(extra, kind, operation) });
}

/** The command does not fit the status. */
export function invalidState(detail: string, cause?: unknown): AgoraError {
  return new AgoraError({ kind: "invalid-state", text: extra["invalid-state"], detail, cause });
}

/** The storage cannot be read or written, so nothing was sent. */
export function storageFailed(detail: string, cause?: unknown): AgoraError {
  return new AgoraError({ kind: "storage-failed", text: extra["storage-failed"], detail, cause });
}

/** The command was given up, by another command or by `dispose()`. */
export function givenUp(detail: string): AgoraError {
  return new AgoraAbortError({ kind: "aborted", text: local.aborted, detail });
}
