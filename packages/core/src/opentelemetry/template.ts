import { channelsOperations } from "../channels/channels.ts";
import type { Operation } from "../contract/operation.ts";
import { readTemplate } from "../contract/uri-template.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import { recordingOperations } from "../recording/recording.ts";
import { sttAgentsOperations } from "../stt/agents/agents.ts";
import { sttTasksOperations } from "../stt/tasks/tasks.ts";

const operations: readonly Operation[] = /* @__PURE__ */ [
  recordingOperations,
  channelsOperations,
  sttAgentsOperations,
  sttTasksOperations,
].flatMap((service) => Object.values<Operation>(service));

/** The path of an operation, with names for its IDs. */
export function templateOf(name: AgoraOperation): string {
  const operation = operations.find((one) => one.name === name);
  return readTemplate(operation?.path ?? "/").path;
}
