import type { ClientContext } from "../client/context.ts";
import { send, unexpected } from "../client/operate.ts";
import { isObject, objectAt, textAt } from "../runtime/json.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { recordingService } from "./service.ts";

const operation = "recording.notificationAddresses";

export async function notificationAddresses(context: ClientContext, options?: CallOptions): Promise<string[]> {
  const call = { service: recordingService, operation, method: "GET", path: "/v1/ncs/ip" } as const;
  const answer = await send({ ...context, transport: context.globalTransport }, call, options);
  const { hosts } = objectAt(objectAt(answer.body, "data"), "service");
  const found = Array.isArray(hosts)
    ? hosts.flatMap((host) => (isObject(host) ? (textAt(host, "primaryIP") ?? []) : []))
    : [];
  // A firewall that is told of none would lock everybody out.
  return found.length > 0 ? found : unexpected(call, answer, "data.service.hosts");
}
