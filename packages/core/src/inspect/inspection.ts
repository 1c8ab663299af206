import type { AgoraError } from "../errors/agora-error.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import type { SessionEffect } from "../machine/effects.ts";
import type { SessionEvent } from "../machine/events.ts";
import type { SessionService, SessionStatus } from "../machine/types.ts";

/** What is told of one request. */
interface OfRequest<Type extends string> {
  /** Tells the kinds apart. */
  readonly type: Type;
  /** In ms since the epoch, by the clock of the client. */
  readonly at: number;
  /** The same in everything that is told of this request. */
  readonly id: number;
}

/** A request as it leaves. */
export interface InspectedRequest extends OfRequest<"request"> {
  /** The operation that the request is for, such as `recording.start`. */
  readonly operation: AgoraOperation;
  /** From 1; grows with every repeat of the call. */
  readonly attempt: number;
  /** The HTTP method. */
  readonly method: string;
  /** Of a client that `createPageClient` made the path below the proxy. */
  readonly url: string;
  /** The parsed JSON, without secrets. */
  readonly body: unknown;
}

/** The answer to a request. */
export interface InspectedResponse extends OfRequest<"response"> {
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON without secrets, or the text of an answer that is no JSON. */
  readonly body: unknown;
}

/** Why a request came to nothing. */
export interface InspectedFailure extends OfRequest<"failure"> {
  /** What the call rejects with, unless it is repeated. */
  readonly error: AgoraError;
}

/** An event or effect of the life cycle, as plain data. */
export interface InspectedStep<Type extends string = string> {
  /** The name of the event or effect. */
  readonly type: Type;
  readonly [field: string]: unknown;
}

/** The state of a session, as plain data: what its `toJSON()` gives. */
export interface InspectedState {
  /** What the session shows. */
  readonly status: SessionStatus;
  readonly [field: string]: unknown;
}

/** What one event did to a session. `event` and the states are what `transition` of `@agora-edge/core/machine` takes. */
export interface InspectedTransition {
  /** Tells the kinds apart. */
  readonly type: "transition";
  /** In ms since the epoch, by the clock of the client. */
  readonly at: number;
  /** The service whose session it is. */
  readonly service: SessionService;
  /** The key of the session. */
  readonly key: string;
  /** Another number for each session: one can take the place of another under the same key. */
  readonly session: number;
  /** `revive`: the session goes on from what `toJSON()` gave. */
  readonly event: InspectedStep<SessionEvent["type"] | "revive"> & { readonly now: number };
  /** What has to be done, in this order. */
  readonly effects: readonly InspectedStep<SessionEffect["type"]>[];
  /** The state before the event. */
  readonly before: InspectedState;
  /** The state after it. */
  readonly state: InspectedState;
}

/** Something that a client or one of its sessions did, without secrets. */
export type Inspection = InspectedRequest | InspectedResponse | InspectedFailure | InspectedTransition;
