import type { AgoraError } from "../errors/agora-error.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import type { SessionEffect } from "../machine/effects.ts";
import type { SessionEvent } from "../machine/events.ts";
import type { SessionService, SessionStatus } from "../machine/types.ts";

/** A request as it leaves. */
export interface InspectedRequest {
  readonly type: "request";
  /** In ms since the epoch, by the clock of the client. */
  readonly at: number;
  /** The same in everything that is told of this request. */
  readonly id: number;
  readonly operation: AgoraOperation;
  /** From 1; grows with every repeat of the call. */
  readonly attempt: number;
  readonly method: string;
  /** In a page the path below the proxy. */
  readonly url: string;
  readonly body: unknown;
}

/** The answer to a request. */
export interface InspectedResponse {
  readonly type: "response";
  readonly at: number;
  readonly id: number;
  readonly status: number;
  readonly body: unknown;
}

/** Why a request came to nothing. */
export interface InspectedFailure {
  readonly type: "failure";
  readonly at: number;
  readonly id: number;
  readonly error: AgoraError;
}

/** An event or effect of the life cycle, as plain data. */
export interface InspectedStep<Type extends string = string> {
  readonly type: Type;
  readonly [field: string]: unknown;
}

/** The state of a session, as plain data: what its `toJSON()` gives. */
export interface InspectedState {
  readonly status: SessionStatus;
  readonly [field: string]: unknown;
}

/** What one event did to a session. `event` and the states are what `transition` of `@agora-edge/core/machine` takes. */
export interface InspectedTransition {
  readonly type: "transition";
  readonly at: number;
  readonly service: SessionService;
  readonly key: string;
  /** Another number for each session: one can take the place of another under the same key. */
  readonly session: number;
  /** `revive`: the session goes on from what `toJSON()` gave. */
  readonly event: InspectedStep<SessionEvent["type"] | "revive"> & { readonly now: number };
  /** What has to be done, in this order. */
  readonly effects: readonly InspectedStep<SessionEffect["type"]>[];
  readonly before: InspectedState;
  readonly state: InspectedState;
}

/** Something that a client or one of its sessions did, without secrets. */
export type Inspection = InspectedRequest | InspectedResponse | InspectedFailure | InspectedTransition;
