import { invalid } from "../context/invalid.ts";
import { cleanHandle } from "../machine/record.ts";
import type { Handle, SessionService } from "../machine/types.ts";

/**
 * The handle in what an app gives to `resume`: it may come from a database, with other fields around it.
 *
 * @throws AgoraError of kind `invalid-request` when it has not what calls need, or is of another App ID
 */
export function readHandle<S extends SessionService>(
  service: S,
  appId: string,
  given: unknown,
  now: number,
): Handle<S> {
  const handle = cleanHandle(service, given, now);
  if (handle !== null && handle.appId === undefined) return { ...handle, appId };
  if (handle !== null && handle.appId === appId) return handle;
  const message = handle === null ? "is no handle: it lacks an ID" : "is of another App ID";
  throw invalid("invalid-request", "handle", message);
}
