import type { ClientContext } from "../client/context.ts";
import { refuse, send, unexpected } from "../client/operate.ts";
import { integerAt, isObject, objectAt } from "../runtime/json.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { checkBan, checkId } from "./check.ts";
import { channelsService as service } from "./service.ts";
import type { BanDuration, BanRequest, BanRule } from "./types.ts";

const path = "/dev/v1/kicking-rule";

/** Agora docs: with less, the ID of a rule that was made can get lost. */
const createTimeout = 20_000;

/** A lost answer is not asked for again: each request makes a rule of its own. */
export async function ban(context: ClientContext, request: BanRequest, options?: CallOptions): Promise<{ id: number }> {
  const operation = "channels.ban";
  refuse(service, operation, checkBan(request));
  const { uid } = request;
  const body = { appid: context.appId, ...request, ...(typeof uid === "string" ? { uid: Number(uid) } : {}) };
  const call = { service, operation, method: "POST", path, body, once: true, timeout: createTimeout } as const;
  const answer = await send(context, call, options);
  return { ...answer.body, id: integerAt(answer.body, "id") ?? unexpected(call, answer, "id") };
}

export async function bans(context: ClientContext, options?: CallOptions): Promise<BanRule[]> {
  const query = `${path}?appid=${encodeURIComponent(context.appId)}`;
  const call = { service, operation: "channels.bans", method: "GET", path: query } as const;
  const answer = await send(context, call, options);
  const { rules } = answer.body;
  if (!Array.isArray(rules)) unexpected(call, answer, "rules");
  return rules.flatMap((rule) => {
    const id = isObject(rule) ? integerAt(rule, "id") : undefined;
    return isObject(rule) && id !== undefined ? [{ ...rule, id }] : [];
  });
}

export async function updateBan(
  context: ClientContext,
  id: number,
  duration: BanDuration,
  options?: CallOptions,
): Promise<{ id: number; ts?: string }> {
  const operation = "channels.updateBan";
  refuse(service, operation, checkId(id));
  const body = { appid: context.appId, id, ...duration };
  const answer = await send(context, { service, operation, method: "PUT", path, body }, options);
  return { ...objectAt(answer.body, "result"), id };
}

export async function unban(context: ClientContext, id: number, options?: CallOptions): Promise<{ id: number }> {
  const operation = "channels.unban";
  refuse(service, operation, checkId(id));
  const body = { appid: context.appId, id };
  const answer = await send(context, { service, operation, method: "DELETE", path, body }, options);
  return { ...answer.body, id };
}
