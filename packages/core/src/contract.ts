// Every operation of Agora that this SDK has, as data: for logs, dashboards, fake services and routes of one's own.
import { channelsOperations } from "./channels/channels.ts";
import type { Method, Operation } from "./contract/operation.ts";
import { readTemplate } from "./contract/uri-template.ts";
import type { AgoraOperation, Effect } from "./errors/operations.ts";
import { recordingOperations } from "./recording/recording.ts";
import { sttAgentsOperations } from "./stt/agents/agents.ts";
import { sttTasksOperations } from "./stt/tasks/tasks.ts";

export type { AgoraOperation, Effect } from "./errors/operations.ts";
export type { Method } from "./contract/operation.ts";

/** What there is to know of an operation without calling it. */
export interface OperationInfo<Name extends AgoraOperation = AgoraOperation> {
  readonly name: Name;
  readonly method: Method;
  /** Below the host, with its parameters in braces: `/v1/apps/{appId}/cloud_recording/acquire`. */
  readonly path: string;
  /** The names of the parameters of the query string. */
  readonly query: readonly string[];
  readonly effect: Effect;
  /** Whether the proxy of `@agora-edge/core/server` serves it to pages. */
  readonly isForPages: boolean;
}

const infoOf = (operation: Operation): OperationInfo => {
  const { name, method, effect, serverOnly } = operation;
  return { name, method, ...readTemplate(operation.path), effect, isForPages: !serverOnly };
};

/** Every operation of every service. */
export const operations: readonly OperationInfo[] = /* @__PURE__ */ (() =>
  [recordingOperations, sttTasksOperations, sttAgentsOperations, channelsOperations].flatMap((service) =>
    Object.values<Operation>(service).map(infoOf),
  ))();
