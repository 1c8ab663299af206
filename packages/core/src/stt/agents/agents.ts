import type { ClientContext } from "../../context/context.ts";
import type { AgoraClientOptions } from "../../context/options.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { run } from "../../context/run-operation.ts";
import { createClient } from "../../context/create-client.ts";
import type { SttAgentHandle, SttAgentTarget } from "../types/handle.ts";
import type { SttJoinRequest } from "../types/join.ts";
import type { SttListFilter, SttListItem } from "../types/list.ts";
import type { SttAgentResult, SttLeaveResult } from "../types/results.ts";
import type { SttUpdateFields } from "../types/update.ts";
import { spaceUpdates } from "../space-updates.ts";
import { createUpdateGap } from "../update-gap.ts";
import { get } from "./operations/get.ts";
import { join } from "./operations/join.ts";
import { leave } from "./operations/leave.ts";
import { list, listAll } from "./operations/list.ts";
import { update } from "./operations/update.ts";

/** Real-Time Speech-to-Text v7, the one for new projects. Every method rejects with an {@link AgoraError}. */
export interface SttAgents {
  /**
   * Lets an agent join a channel and transcribe it. A second join with the name of a running agent fails as `conflict`;
   * where the service names that agent, `error.runningTask` is its id and `error.handle` its handle.
   */
  join(request: SttJoinRequest, options?: CallOptions): Promise<SttAgentHandle>;
  /** Asks for the state. */
  get(handle: SttAgentTarget, options?: CallOptions): Promise<SttAgentResult>;
  /**
   * Replaces the fields that are given. Waits until five seconds have passed since the join and the last update of this
   * client, as the service wants it; `signal` ends the wait.
   */
  update(
    handle: SttAgentTarget & { readonly startedAt?: number | undefined },
    fields: SttUpdateFields<"v7">,
    options?: CallOptions,
  ): Promise<SttAgentResult>;
  /** Lets an agent leave. An agent that has left before answers `not-found`. */
  leave(handle: SttAgentTarget, options?: CallOptions): Promise<SttLeaveResult>;
  /** All agents that fit the filter, page after page as you iterate. Without `state`: the running ones. */
  list(filter?: SttListFilter, options?: CallOptions): AsyncIterable<SttListItem>;
}

/** Every operation of Speech-to-Text v7, by the names of the methods. */
export const sttAgentsOperations = { join, get, update, leave, list } as const satisfies {
  readonly [Name in keyof SttAgents]: { readonly name: `sttAgents.${Name}` };
};

/** The operations over a context that another factory may share. */
export function bindSttAgents(context: ClientContext): SttAgents {
  const updates = createUpdateGap(context.globalTransport.clock);
  return {
    async join(request, options) {
      const handle = await run(context, join, request, options);
      updates.started(handle.agentId);
      return handle;
    },
    get: (handle, options) => run(context, get, { handle }, options),
    update: (handle, fields, options) => run(context, update, { handle, fields }, options, [spaceUpdates(updates)]),
    leave: (handle, options) => run(context, leave, { handle }, options),
    list: (filter = {}, options) => listAll(context, filter, options),
  };
}

/** A client of Speech-to-Text v7 alone: its methods are on the client itself, and in `sttAgents` as in every client. */
export interface SttAgentsClient extends SttAgents {
  readonly appId: string;
  readonly sttAgents: SttAgents;
}

/**
 * A client of Speech-to-Text v7 alone, for a small bundle. Takes the options of `createAgoraClient`; sessions, hooks and
 * `createAgoraHandler` take it in place of a whole client.
 *
 * @throws AgoraValidationError of kind `invalid-config` when the options cannot work
 */
export function createSttAgents(options: AgoraClientOptions): SttAgentsClient {
  return createClient(options, (context) => {
    const sttAgents = bindSttAgents(context);
    return { ...sttAgents, sttAgents };
  });
}
