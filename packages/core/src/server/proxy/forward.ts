import type { ClientContext } from "../../client/context.ts";
import { acquire } from "../../recording/acquire.ts";
import { query } from "../../recording/query.ts";
import { start } from "../../recording/start.ts";
import { stop } from "../../recording/stop.ts";
import type { AcquireRequest } from "../../recording/types/acquire.ts";
import type { RecordingTarget, RecordingTargetOf } from "../../recording/types/handle.ts";
import type { StartRequest } from "../../recording/types/start.ts";
import { update, updateLayout } from "../../recording/update.ts";
import { objectAt, type JsonObject } from "../../runtime/json.ts";
import { get as getAgent } from "../../stt/agents/get.ts";
import { join } from "../../stt/agents/join.ts";
import { leave } from "../../stt/agents/leave.ts";
import { list } from "../../stt/agents/list.ts";
import { update as updateAgent } from "../../stt/agents/update.ts";
import { acquire as acquireTask } from "../../stt/tasks/acquire.ts";
import { query as queryTask } from "../../stt/tasks/query.ts";
import { start as startTask } from "../../stt/tasks/start.ts";
import { stop as stopTask } from "../../stt/tasks/stop.ts";
import { update as updateTask } from "../../stt/tasks/update.ts";
import type { SttAcquireRequest } from "../../stt/types/acquire.ts";
import type { SttAgentTarget, SttTaskTarget } from "../../stt/types/handle.ts";
import type { SttJoinRequest } from "../../stt/types/join.ts";
import type { SttStartRequest } from "../../stt/types/start.ts";
import type { UpdateGap } from "../../stt/update-gap.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { isBeta } from "./body-schema.ts";
import type { ProxyOperation } from "./operations.ts";

/** One call of a page, ready to go to Agora. */
export interface ForwardedCall {
  readonly operation: ProxyOperation;
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

interface Parts {
  readonly context: ClientContext;
  readonly target: object;
  readonly body: object;
  readonly clientRequest: object;
  readonly filter: object;
  readonly updates: UpdateGap;
  /** For speech-to-text, which has no regional hosts. */
  readonly stt: ClientContext;
  readonly options: CallOptions;
}

/*
 * Data is handed to an operation as what its type says: the operation looks at every field before anything is sent.
 */

const calls: { readonly [Operation in ProxyOperation]: (parts: Parts) => Promise<object> } = {
  "recording.acquire": ({ context, body, options }) => acquire(context, body as AcquireRequest, options),
  "recording.start": ({ context, target, body, options }) =>
    start(context, { ...target, ...body } as StartRequest<"mix">, options),
  "recording.query": ({ context, target, options }) => query(context, target as RecordingTarget, options),
  "recording.update": ({ context, target, clientRequest, options }) =>
    update(context, target as RecordingTargetOf<"mix">, clientRequest, options),
  "recording.updateLayout": ({ context, target, clientRequest, options }) =>
    updateLayout(context, target as RecordingTargetOf<"mix">, clientRequest, options),
  "recording.stop": ({ context, target, clientRequest, options }) =>
    stop(context, target as RecordingTarget, clientRequest, options),

  "sttTasks.acquire": ({ stt, body, options }) => acquireTask(stt, body as SttAcquireRequest, options),
  async "sttTasks.start"({ stt, target, body, updates, options }) {
    // The address does not tell v5 from v6, whose checks let the requests of both pass.
    const version = isBeta(body) ? "beta" : "v6";
    const request = { ...target, version, request: body } as SttStartRequest<"v6">;
    const handle = await startTask(stt, request, options);
    updates.started(handle.taskId);
    return handle;
  },
  "sttTasks.query": ({ stt, target, options }) => queryTask(stt, target as SttTaskTarget, options),
  "sttTasks.update": ({ stt, updates, target, body, options }) =>
    updateTask(stt, updates, target as SttTaskTarget<"v6">, body, options),
  "sttTasks.stop": ({ stt, target, options }) => stopTask(stt, target as SttTaskTarget, options),

  async "sttAgents.join"({ stt, body, updates, options }) {
    const handle = await join(stt, body as SttJoinRequest, options);
    updates.started(handle.agentId);
    return handle;
  },
  "sttAgents.get": ({ stt, target, options }) => getAgent(stt, target as SttAgentTarget, options),
  "sttAgents.update": ({ stt, updates, target, body, options }) =>
    updateAgent(stt, updates, target as SttAgentTarget, body, options),
  "sttAgents.leave": ({ stt, target, options }) => leave(stt, target as SttAgentTarget, options),
  async "sttAgents.list"({ stt, filter, options }) {
    // One page: the client on the other side asks for the next.
    const pages = list(stt, filter, options);
    const page = await pages.next();
    await pages.return();
    return page;
  },
};

/** Lets the SDK's own operation check, send and repeat; resolves with its result. */
export function forward({ operation, signal, once, ...call }: ForwardedCall): Promise<object> {
  const stt = { ...call.context, transport: call.context.globalTransport };
  const clientRequest = objectAt(call.body, "clientRequest");
  return calls[operation]({ ...call, stt, clientRequest, options: { once, ...(signal ? { signal } : {}) } });
}
