import { textAt } from "../runtime/json.ts";
import type { Handle, Intent, SessionService } from "./types.ts";

/** What a run was started with, and its handle, once it is known. */
interface Started<S extends SessionService = SessionService> {
  readonly intent: Intent<S> | null;
  readonly handle: Handle<S> | null;
}

/** `sid`, `taskId` or `agentId`: what the service calls a run. */
export function serviceId(handle: object | null): string | undefined {
  if (handle === null) return undefined;
  const fields = { ...handle };
  return textAt(fields, "sid") ?? textAt(fields, "taskId") ?? textAt(fields, "agentId");
}

/** Whether two handles are of the same run. With one `sid` and different resources they are not, and one of them is wrong. */
export function isSameRun(a: object | null, b: object | null): boolean {
  return a !== null && b !== null && isSameId(a, b) && runId(a) === runId(b);
}

/** Whether two handles have the same `sid`, `taskId` or `agentId`. */
export function isSameId(a: object | null, b: object | null): boolean {
  const id = serviceId(a);
  return id !== undefined && id === serviceId(b);
}

/** What a run is called from its start on, made of what it is started with or of a handle. */
export function runId(started: object): string {
  const fields = { ...started };
  const requestedAt = "requestedAt" in started ? String(started.requestedAt) : "";
  return (
    textAt(fields, "resourceId") ??
    textAt(fields, "tokenName") ??
    textAt(fields, "agentId") ??
    `${textAt(fields, "name") ?? ""} ${requestedAt}`
  );
}

/** Whether the handle came with a grant, by which a proxy lets it through. That of a lease is only lent, and opens no task. */
export function hasOwnGrant({ handle, intent }: Started): boolean {
  const grant = textAt({ ...handle }, "grant");
  return grant !== undefined && grant !== textAt({ ...intent }, "grant");
}

/** A handle that is about to replace the one of a run: not everybody who names a run has its grant, so that stays. */
export function withGrant<S extends SessionService>(run: Started<S>, next: Handle<S>): Handle<S> {
  const { handle, intent } = run;
  const isWorse = hasOwnGrant(run) && !hasOwnGrant({ handle: next, intent });
  return isWorse && isSameRun(handle, next) ? { ...next, grant: textAt({ ...handle }, "grant") } : next;
}
