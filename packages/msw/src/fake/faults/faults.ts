import type { AgoraErrorKind, RecordingOperation } from "@agora-edge/core";
import type { Answer } from "../http/answer.ts";
import { isObject } from "../json.ts";
import { answerOfCode, effectOfKind, htmlPage, type Effect } from "./fixtures.ts";

export interface FaultOptions {
  /** A number of the service; the HTTP status follows from it and the operation. */
  code?: number;
  /** Replaces the text that goes with the code. */
  reason?: string;
  /** A failure by its name. */
  kind?: AgoraErrorKind;
  status?: number;
  /** A body of the gateway: `{"message": …}`. */
  message?: string;
  /** The body as it is; a text need not be JSON. */
  body?: string | object;
  headers?: Record<string, string>;
  /** The connection breaks: fetch rejects. */
  network?: true;
  /** No answer until the caller gives up. */
  hang?: true;
  /** Ms on the fake's clock before the fault, or, alone, before the normal answer. */
  delay?: number;
  /** How many requests it hits. Default: 1 */
  times?: number;
  /** The service does what was asked, but the caller sees the fault. Default: false */
  tookEffect?: boolean;
}

export interface FaultHandle {
  cancel(): void;
  /** How many requests it has hit. */
  readonly hits: number;
}

/** A fault that meets a request. */
export interface MetFault {
  /** Null: the answer is the normal one, only late. */
  readonly effect: Effect | null;
  readonly delay: number;
  readonly tookEffect: boolean;
}

interface Fault {
  readonly operation: RecordingOperation | "*";
  readonly options: FaultOptions;
  left: number;
  hits: number;
}

/** The faults that are waiting, in the order in which they were asked for. */
export class Faults {
  #faults: Fault[] = [];

  add(operation: RecordingOperation | "*", options: FaultOptions): FaultHandle {
    const probe = operation === "*" ? "recording.start" : operation;
    if (options.kind !== undefined && !effectOfKind(options.kind, probe)) {
      throw new RangeError(`The recording service never fails as "${options.kind}".`);
    }
    const fault: Fault = { operation, options, left: options.times ?? 1, hits: 0 };
    this.#faults.push(fault);
    return {
      cancel: () => {
        fault.left = 0;
      },
      get hits() {
        return fault.hits;
      },
    };
  }

  /** The fault for this request, which uses it up. */
  take(operation: RecordingOperation): MetFault | null {
    this.#faults = this.#faults.filter((fault) => fault.left > 0);
    const fault = this.#faults.find((waiting) => waiting.operation === "*" || waiting.operation === operation);
    if (!fault) return null;
    fault.left -= 1;
    fault.hits += 1;
    const { options } = fault;
    return { effect: effectOf(options, operation), delay: options.delay ?? 0, tookEffect: options.tookEffect ?? false };
  }

  clear(): void {
    this.#faults = [];
  }
}

function effectOf(options: FaultOptions, operation: RecordingOperation): Effect | null {
  if (options.network) return { kind: "network", trouble: "refused" };
  if (options.hang) return { kind: "hang" };
  const effect = options.kind === undefined ? null : effectOfKind(options.kind, operation);
  if (effect && effect.kind !== "answer") return effect;
  const says = options.code ?? options.status ?? options.message ?? options.body ?? options.reason;
  if (!effect && says === undefined && options.delay !== undefined) return null;
  return { kind: "answer", answer: adjusted(effect?.answer ?? plainAnswer(options, operation), options) };
}

function plainAnswer({ code, status, message, reason }: FaultOptions, operation: RecordingOperation): Answer {
  if (code !== undefined) return answerOfCode(code, operation);
  if (message !== undefined) return { status: 400, body: { message } };
  if (reason !== undefined) return { status: 400, body: { reason } };
  return htmlPage(status ?? 500);
}

function adjusted(answer: Answer, { status, reason, code, body, headers }: FaultOptions): Answer {
  const fields = isObject(answer.body)
    ? { ...answer.body, ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }) }
    : answer.body;
  const isBodyAlone = body !== undefined && status === undefined && code === undefined;
  return {
    status: status ?? (isBodyAlone ? 500 : answer.status),
    body: body ?? fields,
    ...(headers ? { headers } : {}),
  };
}
