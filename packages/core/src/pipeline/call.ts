import type { ServiceCatalogue } from "../catalogue/row.ts";
import type { Texts } from "../explain/explain-error.ts";
import type { RequestPriority } from "../limiter/rate-limiter.ts";
import type { AgoraOperation, Effect } from "../errors/operations.ts";
import type { JsonObject } from "../runtime/json.ts";
import type { Absent } from "../validation/absent.ts";

/** One service, as the pipeline has to know it: its failures, and their texts in English. */
export interface Service {
  readonly catalogue: ServiceCatalogue;
  readonly texts: Texts;
}

/** Options of a single call, which go before those of the client. */
export interface CallOptions {
  /** Ends the call with an `AgoraAbortError`. A request that was already sent may still take effect. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt. Default: the client's `timeout`; 30,000 for a synchronous `stop`. */
  timeout?: number | undefined;
  /** One attempt and no repeats. */
  once?: boolean | undefined;
  /** Ends the waiting for another attempt; a request that was already sent goes on to its end. */
  retrySignal?: AbortSignal | undefined;
  /** @deprecated Use `retrySignal`, which is the same. */
  patience?: AbortSignal | undefined;
  /**
   * Who goes first where requests have to wait for the rate limit. Default: `critical` for what stops a recording or a
   * transcription, `high` for everything else.
   */
  priority?: RequestPriority | undefined;
  /** Lets the request outlive its page (`fetch`); its body can then have 64 kB at most. */
  keepalive?: boolean | undefined;
}

/** One call of an operation: what is sent, and what the pipeline has to know of it. */
export interface Call {
  readonly service: Service;
  readonly operation: AgoraOperation;
  readonly effect: Effect;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the host or base URL; starts with a slash, ids are encoded. */
  readonly path: string;
  readonly body?: object | undefined;
  /** What the call is about; goes into its errors. */
  readonly handle?: object | undefined;
  /** The proxy's proof that the caller may touch the handle. */
  readonly grant?: string | Absent;
  /** Texts that must not appear in any error: what stands in the path. */
  readonly secrets?: readonly string[];
  /** Milliseconds before each repeat after a failed connection, where the general ones do not fit. */
  readonly repeatDelays?: readonly number[];
  /** Reads out of a failed answer what runs already, where the service names it. */
  readonly readRunning?: (body: JsonObject, receivedAt: number) => Running | undefined;
  /** Any success will do, whatever its body; documents say nothing of one. */
  readonly mayBeEmpty?: boolean;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** One attempt and no more. */
  readonly once?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly retrySignal?: AbortSignal | undefined;
  readonly keepalive?: boolean | undefined;
  /** Who goes first where requests have to wait. */
  readonly priority?: RequestPriority | undefined;
  /** On whose behalf it is sent: the subjects take turns. */
  readonly subject?: string | undefined;
  /** The limiter was asked already. */
  readonly hasPermit?: boolean | undefined;
}

/** What runs already, as an answer names it. */
export interface Running {
  handle: object;
  /** The id of a transcription task or agent. */
  runningTask?: string;
}

/** A call, as middleware sees it before anything is made of it. */
export interface CallContext {
  readonly operation: AgoraOperation;
  /** Of HTTP. */
  readonly method: string;
  /** Below the host or base URL. It can hold a builder token. */
  readonly path: string;
  /** Ends the call. */
  readonly signal: AbortSignal | undefined;
}

/** A success, as middleware sees it. */
export interface Answer {
  /** The HTTP status. */
  readonly status: number;
  /** The JSON of the answer. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The service's identifier of the request. */
  readonly requestId?: string | undefined;
}

/** A success, as the operation that asked for it reads it. */
export interface ReceivedAnswer extends Omit<Answer, "requestId"> {
  readonly requestId: () => string | undefined;
  /** When the request that was answered left, by the client's clock. */
  readonly sentAt: number;
  /** When its answer was there. */
  readonly receivedAt: number;
  /** The body without secrets, for errors about it. */
  readonly excerpt: () => string;
}
