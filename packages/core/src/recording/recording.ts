import type { ClientContext } from "../context/context.ts";
import type { AgoraClientOptions } from "../context/options.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { run } from "../context/run-operation.ts";
import { createClient } from "../context/create-client.ts";
import type { Absent } from "../validation/absent.ts";
import { acquire } from "./operations/acquire.ts";
import { notificationAddresses } from "./operations/notification-addresses.ts";
import { query } from "./operations/query.ts";
import { start } from "./operations/start.ts";
import { stop } from "./operations/stop.ts";
import { update } from "./operations/update.ts";
import { updateLayout } from "./operations/update-layout.ts";
import type { AcquireRequest } from "./types/acquire.ts";
import type {
  RecordingHandle,
  RecordingLayoutTarget,
  RecordingQueryTarget,
  RecordingTarget,
  RecordingTargetOf,
} from "./types/handle.ts";
import type { RecordingMode } from "./types/mode.ts";
import type { QueryResult } from "./types/query.ts";
import type { RecordingResource } from "./types/resource.ts";
import type { StartRequest } from "./types/start.ts";
import type { StopClientRequest, StopResult } from "./types/stop.ts";
import type { UpdateLayoutClientRequest } from "./types/update-layout.ts";
import type { UpdateClientRequest, UpdateResult } from "./types/update.ts";

/**
 * Cloud Recording. Every method rejects with an {@link AgoraError}; a wrong request is refused before it is sent, with
 * every problem at once (`AgoraValidationError`).
 */
export interface Recording {
  /**
   * Gets a resource ID for one recording. It can be started within five minutes (`expiresAt`); two seconds are advised.
   * Agora docs: acquire.
   */
  acquire(request: AcquireRequest, options?: CallOptions): Promise<RecordingResource>;
  /**
   * Starts a recording. Success says that the request was accepted; `query` until `state` is `ready` or `in-progress`
   * before telling anybody that it records. The handle is plain JSON: keep it, nothing else can stop the recording.
   * Agora docs: start.
   */
  start<const Mode extends RecordingMode>(
    request: StartRequest<Mode>,
    options?: CallOptions,
  ): Promise<RecordingHandle<Mode>>;
  /** Asks for state and files. `task-not-found`: over, never really started, or moving to another server for up to 90 s. */
  query(handle: RecordingQueryTarget, options?: CallOptions): Promise<QueryResult>;
  /** Replaces the subscription (`raw`, `individual`, `mix`), pauses or redirects a push (`web`), or refreshes storage credentials. */
  update<Mode extends RecordingMode>(
    handle: RecordingTargetOf<Mode>,
    clientRequest: UpdateClientRequest<Mode>,
    options?: CallOptions,
  ): Promise<UpdateResult>;
  /** Replaces the whole layout: what is left out goes back to its default. Of the known modes only `mix` has one. */
  updateLayout<Mode extends RecordingMode>(
    handle: RecordingLayoutTarget<Mode>,
    clientRequest: UpdateLayoutClientRequest,
    options?: CallOptions,
  ): Promise<UpdateResult>;
  /**
   * Ends a recording. Without `async_stop: true` the answer waits for the upload, up to about 20 s (`upload-timeout`
   * after that: the stop took effect, the upload goes on). `nothing-recorded` and `already-stopping` are endings too.
   */
  stop(
    handle: RecordingTarget<RecordingMode>,
    clientRequest?: StopClientRequest | Absent,
    options?: CallOptions,
  ): Promise<StopResult>;
  /**
   * The addresses that notifications come from, for a firewall: they can change every 24 hours, so ask at least daily.
   * Not for pages: the proxy does not serve it. Agora docs: get-ncs-ip.
   */
  notificationAddresses(options?: CallOptions): Promise<string[]>;
}

/** Every operation of Cloud Recording, by the names of the methods. */
export const recordingOperations = {
  acquire,
  start,
  query,
  update,
  updateLayout,
  stop,
  notificationAddresses,
} as const satisfies { readonly [Name in keyof Recording]: { readonly name: `recording.${Name}` } };

/** The operations over a context that another factory may share. */
export function bindRecording(context: ClientContext): Recording {
  return {
    acquire: (request, options) => run(context, acquire, request, options),
    // One mode is chosen at run time; to the outside the types are those of `Mode`.
    start: <Mode extends RecordingMode>(request: StartRequest<Mode>, options?: CallOptions) =>
      run(context, start, request, options) as Promise<RecordingHandle<Mode>>,
    query: (handle, options) => run(context, query, { handle }, options),
    update: (handle, clientRequest, options) => run(context, update, { handle, clientRequest }, options),
    updateLayout: (handle, clientRequest, options) => run(context, updateLayout, { handle, clientRequest }, options),
    stop: (handle, clientRequest, options) => run(context, stop, { handle, clientRequest }, options),
    notificationAddresses: (options) => run(context, notificationAddresses, {}, options),
  };
}

/** A client of Cloud Recording alone: its methods are on the client itself, and in `recording` as in every client. */
export interface RecordingClient extends Recording {
  readonly appId: string;
  readonly recording: Recording;
}

/**
 * A client of Cloud Recording alone, for the smallest bundle. Takes the options of `createAgoraClient`; sessions, hooks and
 * `createAgoraHandler` take it in place of a whole client.
 *
 * @throws AgoraValidationError of kind `invalid-config` when the options cannot work
 */
export function createRecording(options: AgoraClientOptions): RecordingClient {
  return createClient(options, (context) => {
    const recording = bindRecording(context);
    return { ...recording, recording };
  });
}
