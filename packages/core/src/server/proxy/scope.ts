import type { Operation } from "../../contract/operation.ts";
import { textAt, type JsonObject } from "../../runtime/json.ts";

/**
 * What a lease or a handle is about, from the outside in: the parts of a grant that must not be exchanged. Undefined where it
 * is about nothing that runs or can run.
 */
export function scopeOf(thing: JsonObject): string[] | undefined {
  const ids = (...names: readonly string[]) => names.flatMap((name) => textAt(thing, name) ?? []);
  if (textAt(thing, "agentId") !== undefined) return ["sttAgents", ...ids("agentId")];
  if (textAt(thing, "tokenName") !== undefined) return ["sttTasks", ...ids("tokenName", "taskId")];
  if (textAt(thing, "resourceId") !== undefined) return ["recording", ...ids("resourceId", "sid")];
  return undefined;
}

/**
 * The scopes of which a grant is good for an operation on this thing. What was recorded with a lease can be asked about and
 * stopped by whose the lease is: when the answer to a start is lost, a notification brings the sid, and no grant comes with
 * it. The service refuses a sid of another resource.
 */
export function scopesOf(thing: JsonObject, { effect }: Pick<Operation, "effect">): string[][] {
  const own = scopeOf(thing);
  if (!own) return [];
  const isFound = own[0] === "recording" && own.length > 2 && (effect === "read" || effect === "end");
  return isFound ? [own, own.slice(0, 2)] : [own];
}
