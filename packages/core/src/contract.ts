// Every operation of Agora that this SDK has, as data: for logs, dashboards, fake services and routes of one's own.
import { channelsOperations } from "./channels/channels.ts";
import type { Method, Operation } from "./contract/operation.ts";
import { answerError } from "./context/answer-error.ts";
import { readTemplate } from "./contract/uri-template.ts";
import type { AgoraApiError } from "./errors/api-error.ts";
import type { AgoraOperation, Effect } from "./errors/operations.ts";
import type { Service } from "./pipeline/call.ts";
import { recordingOperations } from "./recording/recording.ts";
import { sttAgentsOperations } from "./stt/agents/agents.ts";
import { sttTasksOperations } from "./stt/tasks/tasks.ts";

export type { AgoraOperation, Effect } from "./errors/operations.ts";
export type { Method } from "./contract/operation.ts";
export { hostsOf } from "./pipeline/hosts.ts";

/** What there is to know of an operation without calling it. */
export interface OperationInfo<Name extends AgoraOperation = AgoraOperation> {
  /** `recording.start`: the service and the method of the client. */
  readonly name: Name;
  /** Of HTTP. */
  readonly method: Method;
  /** Below the host, with its parameters in braces: `/v1/apps/{appId}/cloud_recording/acquire`. */
  readonly path: string;
  /** The names of the parameters of the query string. */
  readonly query: readonly string[];
  /** What it does to what runs. Repeats, grants and the handling of visitors who leave follow from it. */
  readonly effect: Effect;
  /** Whether the proxy of `@agora-edge/core/server` serves it to pages. */
  readonly isForPages: boolean;
}

const infoOf = (operation: Operation): OperationInfo => {
  const { name, method, effect, serverOnly } = operation;
  const { path, query } = readTemplate(operation.path);
  return { name, method, path, query, effect, isForPages: !serverOnly };
};

/** An operation with the service that it belongs to. */
type Served = Operation & { readonly service: Service };

const all: readonly Served[] = /* @__PURE__ */ (() =>
  [recordingOperations, sttTasksOperations, sttAgentsOperations, channelsOperations].flatMap((service) =>
    Object.values<Served>(service),
  ))();

/** Every operation of every service. */
export const operations: readonly OperationInfo[] = /* @__PURE__ */ (() => all.map(infoOf))();

/**
 * The error that a client would throw for this answer: for logs and tools that have nothing but the answer.
 *
 * @param answer `status` and, as it came, the text of the body
 * @throws RangeError for an operation that does not exist
 * @example
 * explainError(errorOfAnswer("recording.start", { status: 400, text: '{"code":433}' })).title;
 */
export function errorOfAnswer(name: AgoraOperation, answer: { status: number; text: string }): AgoraApiError {
  const operation = all.find((one) => one.name === name);
  if (!operation) throw new RangeError(`There is no operation ${name}.`);
  return answerError(operation, answer);
}
