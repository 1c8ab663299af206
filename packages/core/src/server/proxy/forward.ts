import type { ClientContext } from "../../context/context.ts";
import { run } from "../../context/run-operation.ts";
import { objectAt, textAt, type JsonObject } from "../../runtime/json.ts";
import { spaceUpdates } from "../../stt/space-updates.ts";
import type { UpdateGap } from "../../stt/update-gap.ts";
import { get } from "../../validation/get.ts";
import { isBeta, takesHandle } from "./body-schema.ts";
import type { ServedOperation } from "./operations.ts";

/** One call of a page, ready to go to Agora. */
export interface ForwardedCall {
  readonly operation: ServedOperation;
  readonly context: ClientContext;
  /** The handle or lease that the call is about, put together from the address and the grant. */
  readonly target: JsonObject;
  /** What `prepare` made. */
  readonly body: JsonObject;
  /** Of list. */
  readonly filter: JsonObject;
  readonly updates: UpdateGap;
  readonly signal: AbortSignal | undefined;
  /** One attempt and no repeats. */
  readonly once: boolean;
}

/** What the operation takes, put together from an address and a body. */
function inputOf({ operation, target, body, filter }: ForwardedCall): object {
  if (takesHandle(operation)) {
    if (operation.body === "fields") return { handle: target, fields: body };
    return { handle: target, ...(operation.body && { clientRequest: objectAt(body, "clientRequest") }) };
  }
  // The address does not tell v5 from v6, whose checks let the requests of both pass.
  if (operation.body === "request") return { ...target, version: isBeta(body) ? "beta" : "v6", request: body };
  return operation.body ? { ...target, ...body } : filter;
}

/** Lets the SDK's own operation check, send and repeat; resolves with its result. */
export async function forward(call: ForwardedCall): Promise<object> {
  const { operation, context, updates, signal, once } = call;
  const use = operation.query.includes("updateMask") ? [spaceUpdates(updates)] : [];
  const result = await run(context, operation, inputOf(call), { once, ...(signal && { signal }) }, use);
  const started = textAt({ id: get(result, "agentId") ?? get(result, "taskId") }, "id");
  if (operation.effect === "begin" && started !== undefined) updates.started(started);
  return result;
}
