import type { AgoraOperation } from "@agora-edge/core";
import type { Answer } from "../http/answer.ts";
import { isObject } from "../runtime/json.ts";
import { htmlPage, type Effect } from "./fixture.ts";
import type { FaultKind } from "./kinds.ts";
import { checkFault } from "./check.ts";
import { answerOfCode, effectOfKind, isKnownKind } from "./lookup.ts";

/** How an operation fails, how often, and whether it takes effect all the same. */
export interface FaultOptions {
  /** A number of the service; the HTTP status follows from it and the operation. */
  code?: number;
  /** Replaces the text that goes with the code. */
  reason?: string;
  /** The longer text beside a reason, for v7 of the transcription service. */
  detail?: string;
  /**
   * A failure by its name, in the words of the operation's documentation. `proxy-…` come with the header of the proxy of
   * `@agora-edge/core/server`.
   */
  kind?: FaultKind;
  /** The HTTP status of the answer. */
  status?: number;
  /** A body of the gateway: `{"message": …}`. */
  message?: string;
  /** The body as it is; a text need not be JSON. */
  body?: string | object;
  /** Of the answer. */
  headers?: Record<string, string>;
  /** The connection breaks: fetch rejects. */
  network?: true;
  /** No answer until the caller gives up. */
  hang?: true;
  /** Ms on the fake's clock before the fault; alone, before whatever is answered, another fault included. */
  delay?: number;
  /** How many requests it hits. Default: 1 */
  times?: number;
  /** The service does what was asked, but the caller sees the fault. Default: false */
  tookEffect?: boolean;
  /** The request reaches the service twice, and the caller sees the second answer. */
  twice?: true;
}

/** A fault that was asked for: how often it hit, and how to take it back. */
export interface FaultHandle {
  /** It hits no more requests. */
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
  readonly twice: boolean;
}

interface Fault {
  readonly operation: AgoraOperation | "*";
  readonly options: FaultOptions;
  left: number;
  hits: number;
}

/** The faults that are waiting, in the order in which they were asked for. */
export class Faults {
  #faults: Fault[] = [];

  add(operation: AgoraOperation | "*", options: FaultOptions): FaultHandle {
    checkFault(operation, options.kind);
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

  /** The fault for this request, which uses it up. One that is a delay alone goes with the one that comes next. */
  take(operation: AgoraOperation): MetFault | null {
    this.#faults = this.#faults.filter((fault) => fault.left > 0);
    const meeting = this.#faults.filter((fault) => meets(fault, operation)).toSorted(byUrgency);
    const slow = meeting.find(isDelayAlone);
    const fault = meeting.find((one) => !isDelayAlone(one));
    for (const met of [slow, fault]) {
      if (!met) continue;
      met.left -= 1;
      met.hits += 1;
    }
    if (!slow && !fault) return null;
    return {
      effect: fault ? effectOf(fault.options, operation) : null,
      delay: (slow?.options.delay ?? 0) + (fault?.options.delay ?? 0),
      tookEffect: fault?.options.tookEffect ?? false,
      twice: fault?.options.twice ?? false,
    };
  }

  /** Those that have not met all their requests yet, in words. */
  get waiting(): string[] {
    return this.#faults
      .filter(({ left }) => left > 0)
      .map(
        ({ operation, options, left }) =>
          `${operation} ${JSON.stringify({ ...options, times: Number.isFinite(left) ? left : "always" })}`,
      );
  }

  clear(): void {
    this.#faults = [];
  }
}

/** A kind passes operations by that never fail so. */
function meets({ operation, options: { kind } }: Fault, met: AgoraOperation): boolean {
  return (operation === "*" || operation === met) && (kind === undefined || isKnownKind(kind, met));
}

/** What was said of one operation before what was said of all, what ends before what goes on for ever. */
function byUrgency(one: Fault, other: Fault): number {
  const rank = ({ operation, left }: Fault) => (operation === "*" ? 2 : 0) + (left === Infinity ? 1 : 0);
  return rank(one) - rank(other);
}

const isDelayAlone = ({ options }: Fault): boolean =>
  options.delay !== undefined &&
  Object.entries(options).every(([name, value]) => name === "delay" || name === "times" || value === undefined);

function effectOf(options: FaultOptions, operation: AgoraOperation): Effect | null {
  if (options.network) return { kind: "network", trouble: "refused" };
  if (options.hang) return { kind: "hang" };
  const effect = options.kind === undefined ? null : effectOfKind(options.kind, operation);
  if (effect && effect.kind !== "answer") return effect;
  const { code, status, message, body, reason, detail } = options;
  const says = code ?? status ?? message ?? body ?? reason ?? detail;
  if (!effect && says === undefined && (options.delay !== undefined || options.twice)) return null;
  return { kind: "answer", answer: adjusted(effect?.answer ?? plainAnswer(options, operation), options) };
}

function plainAnswer({ code, status, message, reason, detail }: FaultOptions, operation: AgoraOperation): Answer {
  if (code !== undefined) return answerOfCode(code, operation);
  if (message !== undefined) return { status: 400, body: { message } };
  if (reason !== undefined || detail !== undefined) return { status: 400, body: {} };
  return htmlPage(status ?? 500);
}

function adjusted(answer: Answer, { status, reason, detail, code, body, headers }: FaultOptions): Answer {
  const fields = isObject(answer.body)
    ? {
        ...answer.body,
        ...(code === undefined ? {} : { code }),
        ...(reason === undefined ? {} : { reason }),
        ...(detail === undefined ? {} : { detail }),
      }
    : answer.body;
  const isBodyAlone = body !== undefined && status === undefined && code === undefined;
  return {
    status: status ?? (isBodyAlone ? 500 : answer.status),
    body: body ?? fields,
    ...(answer.headers || headers ? { headers: { ...answer.headers, ...headers } } : {}),
  };
}
