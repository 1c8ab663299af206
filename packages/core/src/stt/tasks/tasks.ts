import type { ClientContext } from "../../context/context.ts";
import type { AgoraClientOptions } from "../../context/options.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { run } from "../../context/run-operation.ts";
import { createClient } from "../../context/create-client.ts";
import type { SttAcquireRequest } from "../types/acquire.ts";
import type { SttTaskHandle, SttTaskTarget } from "../types/handle.ts";
import type { SttTaskLease } from "../types/lease.ts";
import type { SttStopResult, SttTaskResult } from "../types/results.ts";
import type { SttStartRequest } from "../types/start.ts";
import type { SttUpdateFields } from "../types/update.ts";
import type { SttTaskVersion } from "../types/version.ts";
import { spaceUpdates } from "../space-updates.ts";
import { createUpdateGap } from "../update-gap.ts";
import { acquire } from "./operations/acquire.ts";
import { query } from "./operations/query.ts";
import { start } from "./operations/start.ts";
import { stop } from "./operations/stop.ts";
import { update } from "./operations/update.ts";

/**
 * Real-Time Speech-to-Text with builder tokens: v6, v5 and the beta. Every method rejects with an {@link AgoraError}.
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11, and new projects can only use v7: `sttAgents`. `migrateToV7`
 * translates requests.
 */
export interface SttTasks {
  /** Gets a builder token for one task. A task can be started with it within five minutes (`expiresAt`). */
  acquire(request: SttAcquireRequest, options?: CallOptions): Promise<SttTaskLease>;
  /**
   * Starts a task. A second start with the same token fails as `already-started`; where the service names the task that
   * runs, `error.runningTask` is its id and `error.handle` its handle.
   */
  start<const Version extends SttTaskVersion>(
    request: SttStartRequest<Version>,
    options?: CallOptions,
  ): Promise<SttTaskHandle<Version>>;
  /** Asks for the state. `task-ended`: it is over. `no-stream`: nobody is publishing. */
  query(handle: SttTaskTarget, options?: CallOptions): Promise<SttTaskResult>;
  /**
   * Replaces the fields that are given. Waits until five seconds have passed since the start and the last update of this
   * client, as the service wants it; `signal` ends the wait.
   */
  update<Version extends SttTaskVersion>(
    handle: SttTaskTarget<Version> & { readonly startedAt?: number | undefined },
    fields: SttUpdateFields<Version>,
    options?: CallOptions,
  ): Promise<SttTaskResult>;
  /** Ends a task. `already-stopping` and `task-ended` are endings too. */
  stop(handle: SttTaskTarget, options?: CallOptions): Promise<SttStopResult>;
}

/** Every operation of builder-token Speech-to-Text, by the names of the methods. */
export const sttTasksOperations = { acquire, start, query, update, stop } as const satisfies {
  readonly [Name in keyof SttTasks]: { readonly name: `sttTasks.${Name}` };
};

/** The operations over a context that another factory may share. */
export function bindSttTasks(context: ClientContext): SttTasks {
  const updates = createUpdateGap(context.globalTransport.clock);
  return {
    acquire: (request, options) => run(context, acquire, request, options),
    async start<Version extends SttTaskVersion>(request: SttStartRequest<Version>, options?: CallOptions) {
      const handle = await run(context, start, request, options);
      updates.started(handle.taskId);
      // One generation is chosen at run time; to the outside the types are those of `Version`.
      return handle as SttTaskHandle<Version>;
    },
    query: (handle, options) => run(context, query, { handle }, options),
    update: (handle, fields, options) => run(context, update, { handle, fields }, options, [spaceUpdates(updates)]),
    stop: (handle, options) => run(context, stop, { handle }, options),
  };
}

/**
 * A client of builder-token Speech-to-Text alone: its methods are on the client itself, and in `sttTasks` as in every client.
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11, and new projects can only use v7: `SttAgentsClient`.
 */
export interface SttTasksClient extends SttTasks {
  readonly appId: string;
  readonly sttTasks: SttTasks;
}

/**
 * A client of builder-token Speech-to-Text alone, for a small bundle. Takes the options of `createAgoraClient`; sessions, hooks
 * and `createAgoraHandler` take it in place of a whole client.
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11, and new projects can only use v7: `createSttAgents`.
 * @throws AgoraValidationError of kind `invalid-config` when the options cannot work
 */
export function createSttTasks(options: AgoraClientOptions): SttTasksClient {
  return createClient(options, (context) => {
    const sttTasks = bindSttTasks(context);
    return { ...sttTasks, sttTasks };
  });
}
