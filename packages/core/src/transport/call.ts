import type { ServiceCatalogue } from "../catalogue/row.ts";
import type { AgoraError } from "../errors/agora-error.ts";
import type { Texts } from "../errors/explain-error.ts";
import type { AgoraOperation } from "../operations.ts";
import type { JsonObject } from "../runtime/json.ts";
import type { Absent } from "../validation/absent.ts";
import type { Exchange } from "./exchange.ts";

/** One service, as the transport has to know it: its failures, and their texts in English. */
export interface Service {
  readonly catalogue: ServiceCatalogue;
  readonly texts: Texts;
}

/** One operation of a service, ready to be sent. */
export interface Call {
  readonly service: Service;
  readonly operation: AgoraOperation;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the host or base URL; starts with a slash, ids are encoded. A function is asked anew for every attempt. */
  readonly path: string | (() => string);
  readonly body?: object | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** Told every answer, as it came: the proxy passes it on. */
  readonly onAnswer?: (exchange: Exchange) => void;
  /** What the call is about; goes into its errors. */
  readonly handle?: object | undefined;
  /** Reads out of a failed answer what runs already, where the service names it. */
  readonly readRunning?: (body: JsonObject, receivedAt: number) => Running | undefined;
  /** Texts that must not appear in any error: what stands in the path. */
  readonly secrets?: readonly string[];
  /** Any success will do, whatever its body; documents say nothing of one. */
  readonly mayBeEmpty?: boolean;
  /** The proxy's proof that the caller may touch the handle. */
  readonly grant?: string | Absent;
  /** Milliseconds before each repeat after a failed connection, where the general ones do not fit. */
  readonly pauses?: readonly number[];
  /** Waited for before every attempt. False gives up: the failure of the attempt before is that of the call. */
  readonly beforeAttempt?: () => Promise<boolean>;
  /** When the call has to be over, by the client's clock, if that is before `maxElapsed`. */
  readonly deadline?: number;
  /** One attempt and no more. */
  readonly once?: boolean | undefined;
  /** Ends what is no request: waiting for a turn, a pause, another attempt. */
  readonly patience?: AbortSignal | undefined;
  readonly keepalive?: boolean | undefined;
  /** Asked before a repeat, and after the last, while the outcome is in doubt; may end the call by throwing. */
  readonly beforeRepeat?: (failure: AgoraError, deadline: number) => Promise<void>;
}

/** What runs already, as an answer names it. */
export interface Running {
  handle: object;
  /** The id of a transcription task or agent. */
  runningTask?: string;
}

export interface Answer {
  readonly body: JsonObject;
  readonly requestId: string | undefined;
  readonly status: number;
  /** The body without secrets, for errors about it. */
  readonly excerpt: () => string;
  /** When the request that was answered left, by the client's clock. */
  readonly sentAt: number;
  /** When its answer was there. */
  readonly receivedAt: number;
}

export interface CallOptions {
  /** Ends the call with an `AgoraAbortError`. A request that was already sent may still take effect. */
  signal?: AbortSignal;
  /** Milliseconds for one attempt. Default: the client's `timeout`; 30,000 for a synchronous `stop`. */
  timeout?: number;
  /** One attempt and no repeats. */
  once?: boolean;
  /** Ends the waiting for another attempt; a request that was already sent goes on to its end. */
  patience?: AbortSignal;
  /** Lets the request outlive its page (`fetch`); its body can then have 64 kB at most. */
  keepalive?: boolean;
}
