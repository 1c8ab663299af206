import type { AgoraOperation } from "@agora-edge/core";
import { gatewayRefusal, refuse, type Answer } from "./answer.ts";

/** What the service refuses with, word for word where the documentation gives the words. */
export const refusals = {
  unauthorized: gatewayRefusal(401, "Unauthorized"),
  wrongCredentials: gatewayRefusal(401, "Invalid authentication credentials"),
  noRoute: gatewayRefusal(404, "no Route matched with those values"),
  tooManyRequests: gatewayRefusal(429, "API rate limit exceeded"),
  wrongAppId: gatewayRefusal(400, "appid is invalid"),
  appIdNotServed: refuse(400, 400, "invalid_appid"),
  appNotServedOlder: refuse(400, 62, "the service is not enabled"),
  channelName: refuse(400, 401, "invalid_channel_name"),
  channelNameOlder: refuse(400, 1013, "invalid channel name"),
  notActive: refuse(400, 405, "no_active_status"),
  overload: refuse(400, 406, "vendor_over_load"),
  malformed: refuse(400, 8, "invalid http request"),
  bodyCheck: refuse(400, 2, "post method api body check failed!"),
  otherStartParameter: refuse(400, 2, "request_hash mismatch!"),
  resourceMismatch: refuse(400, 432, "the request does not fit the resource id"),
  resourceExpired: refuse(400, 433, "the resource id has expired"),
  resourceUnparsable: refuse(400, 1001, "the resource id cannot be parsed"),
  sessionMismatch: refuse(400, 1003, "the sid does not fit the resource id"),
  taskConflict: refuse(400, 53, "task conflict"),
  noWorker: refuse(404, 404, "failed to find worker"),
  exitingOlder: refuse(400, 501, "the service is exiting"),
  alreadyStopping: refuse(400, 49, "invalid operation"),
  uploadTimeout: refuse(400, 50, "upload timeout"),
  nothingRecorded: refuse(206, 435, "no recorded data"),
  alreadyStarted: refuse(201, 7, "already started"),
} as const satisfies Record<string, Answer>;

/** Names the field, as the one documented example does. */
export function invalidField(operation: AgoraOperation, path: string, code = 2): Answer {
  return refuse(400, code, `${titleOf(operation)}: invalid ${path} value!`);
}

export function titleOf(operation: AgoraOperation): string {
  const name = operation.slice(operation.indexOf(".") + 1);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
