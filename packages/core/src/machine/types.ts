import type { QueryResult } from "../recording/types/query.ts";
import type { RecordingHandle } from "../recording/types/handle.ts";
import type { RecordingMode } from "../recording/types/mode.ts";
import type { RecordingResource } from "../recording/types/resource.ts";
import type { RecordingState } from "../recording/types/state.ts";
import type { StopResult } from "../recording/types/stop.ts";
import type { SttAgentHandle, SttTaskHandle } from "../stt/types/handle.ts";
import type { SttTaskLease } from "../stt/types/lease.ts";
import type { SttAgentResult, SttLeaveResult, SttStopResult, SttTaskResult } from "../stt/types/results.ts";
import type { SttState } from "../stt/states.ts";
import type { SttTaskVersion } from "../stt/types/version.ts";

/**
 * Where a session stands.
 *
 * | Status | Meaning |
 * |---|---|
 * | `idle` | Nothing is held. With `unsettled`: a start was sent whose outcome nobody knows. |
 * | `acquiring` | The lease is on its way. |
 * | `acquired` | A lease is held, for at most five minutes. |
 * | `expired` | The lease ran out unused. |
 * | `starting` | Start is under way, or was accepted and is not confirmed yet. |
 * | `recording`, `transcribing` | The service confirmed that it runs. |
 * | `recovering` | It ran; for up to 90 s the service may move it to another server. |
 * | `stopping` | Stop is under way. |
 * | `stopped` | Over; `ending` says how. |
 * | `failed` | Over by an error; `error` says which. |
 */
export type SessionStatus =
  | "idle"
  | "acquiring"
  | "acquired"
  | "expired"
  | "starting"
  | "recording"
  | "transcribing"
  | "recovering"
  | "stopping"
  | "stopped"
  | "failed";

/**
 * How it ended. `requested`: by `stop`. `already-ended`: before `stop` reached it. `nothing-recorded`: by `stop`, and the
 * service had recorded nothing (notifications may still add files). `exited`: by itself, noticed by the monitor.
 */
export type SessionEnding = "requested" | "already-ended" | "nothing-recorded" | "exited";

/** Whom a recording is for. */
export interface RecordingSessionTarget {
  readonly cname: string;
  readonly uid: string;
  readonly mode: RecordingMode;
}

/** A start that was sent, or was about to be: what has to be known to settle it. No secrets in it but a grant. */
export interface RecordingIntent extends RecordingResource {
  readonly mode: RecordingMode;
  /** When start was sent, in ms since the epoch. */
  readonly requestedAt: number;
}

/** The task that a session is about. */
export interface SttTaskSessionTarget {
  readonly instanceId: string;
  readonly version: SttTaskVersion;
}

/** A start with a builder token whose outcome nobody knows. */
export interface SttTaskIntent extends SttTaskLease {
  readonly version: SttTaskVersion;
  /** When the start was asked for, in ms since the epoch. */
  readonly requestedAt: number;
}

/** The agent that a session is about. */
export interface SttAgentSessionTarget {
  /** The agent's name, unique among running agents. */
  readonly name: string;
  readonly version: "v7";
}

/** A join whose outcome nobody knows. */
export interface SttAgentIntent extends SttAgentSessionTarget {
  /** When the start was asked for, in ms since the epoch. */
  readonly requestedAt: number;
}

/** What differs in type between the services. */
export interface SessionTypes {
  recording: {
    target: RecordingSessionTarget;
    lease: RecordingResource;
    intent: RecordingIntent;
    handle: RecordingHandle;
    queried: QueryResult;
    stopped: StopResult;
    serverStatus: RecordingState;
    running: "recording";
  };
  sttTasks: {
    target: SttTaskSessionTarget;
    lease: SttTaskLease;
    intent: SttTaskIntent;
    handle: SttTaskHandle;
    queried: SttTaskResult;
    stopped: SttStopResult;
    serverStatus: SttState;
    running: "transcribing";
  };
  sttAgents: {
    target: SttAgentSessionTarget;
    /** v7 has none. */
    lease: never;
    intent: SttAgentIntent;
    handle: SttAgentHandle;
    queried: SttAgentResult;
    stopped: SttLeaveResult;
    serverStatus: SttState;
    running: "transcribing";
  };
}

/** The resource of the client that a session drives. */
export type SessionService = keyof SessionTypes;

/** What a session is about, by service. */
export type Target<S extends SessionService> = SessionTypes[S]["target"];
/** What a start needs first, by service: a resource ID or a builder token. */
export type Lease<S extends SessionService> = SessionTypes[S]["lease"];
/** A start whose outcome nobody knows, by service. */
export type Intent<S extends SessionService> = SessionTypes[S]["intent"];
/** What names something that runs, by service. */
export type Handle<S extends SessionService> = SessionTypes[S]["handle"];
