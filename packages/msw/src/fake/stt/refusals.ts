import type { SttTasksOperation } from "@agora-edge/core";
import { gatewayRefusal, refuse, type Answer } from "../http/answer.ts";
import { titleOf } from "../http/refusals.ts";

/** What the builder-token family refuses with, word for word where the documentation gives the words. */
export const taskRefusals = {
  notEnabled: gatewayRefusal(400, "invalid_appid!"),
  notEnabledOnAcquire: refuse(400, 62, "invalid_appid!"),
  unparsable: refuse(400, 1001, "the builder token cannot be parsed"),
  otherApp: refuse(400, 1003, "the App ID does not match the builder token"),
  otherProduct: gatewayRefusal(400, "the product name does not match with builderToken"),
  expired: gatewayRefusal(400, "resourceId reaches out the limited time interval!"),
  otherTask: gatewayRefusal(400, "The taskId does not match with builderToken."),
  unknownTask: refuse(400, 53, "the task does not match the builder token"),
  notFound: gatewayRefusal(404, "The task is not found"),
  repeatedStart: refuse(409, 49, "repeated start"),
  repeatedStop: refuse(400, 49, "repeated stop"),
  tooEarly: gatewayRefusal(400, "an update has to wait for 5 seconds after start and after the update before"),
  silent: { status: 206, body: {} },
  running: { status: 201, body: {} },
  retired: gatewayRefusal(410, "this version has reached its end of life, use /api/speech-to-text/v1"),
} as const satisfies Record<string, Answer>;

/** The one text is published with this status, whatever the task is doing. */
export const alreadyStarted = (taskId: string): Answer =>
  gatewayRefusal(409, `The task has been started, current status is STARTED, taskId is ${taskId}`);

export const badSchema = (why: string): Answer => gatewayRefusal(400, `body schema check fail, ${why}`);

export const badField = (operation: SttTasksOperation, path: string): Answer =>
  refuse(400, 2, `${titleOf(operation)}: invalid ${path} value!`);

/** v7 has a reason from a short list and a detail in free words. */
export const agentRefusal = (status: number, reason: string, detail: string, more: object = {}): Answer => ({
  status,
  body: { reason, detail, ...more },
});

export const agentRefusals = {
  notEnabled: agentRefusal(403, "ServiceNotEnabled", "core: allocate failed, please check if the appid is valid"),
  suspended: agentRefusal(403, "AccountSuspended", "the account is suspended"),
  malformed: agentRefusal(400, "InvalidRequestBody", "the body is not a JSON object"),
  notFound: agentRefusal(404, "TaskNotFound", "task not found"),
  quota: agentRefusal(422, "ResourceQuotaLimitExceeded", "too many tasks are running"),
  tooEarly: agentRefusal(400, "InvalidFieldValue", "an update has to wait for 5 seconds after join or another update"),
  internal: agentRefusal(500, "InternalError", "internal error"),
} as const satisfies Record<string, Answer>;

/** Both families take `agora token="…"` too, and have words for what is wrong with it. */
export const tokenRefusals = {
  invalid: gatewayRefusal(401, "Invalid token"),
  expired: gatewayRefusal(401, "Token is expired"),
} as const satisfies Record<string, Answer>;
