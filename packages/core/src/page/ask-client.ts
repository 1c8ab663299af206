import type { AgoraClient } from "../client/agora-client.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import { isObject } from "../runtime/json.ts";

/** Asks a client for servers what a page was asked. Nothing is changed by that, so an update need not wait for its time. */
export async function askClient(
  client: AgoraClient,
  operation: AgoraOperation,
  args: readonly unknown[],
): Promise<unknown> {
  const [service = "", name = ""] = operation.split(".");
  const method: (...args: unknown[]) => Promise<unknown> = Reflect.get(Reflect.get(client, service), name);
  return method(...args.map((arg) => (isObject(arg) && "startedAt" in arg ? { ...arg, startedAt: 0 } : arg)));
}
