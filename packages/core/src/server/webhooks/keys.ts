import type { AgoraNotification } from "../../notifications/notification.ts";
import { get } from "../../validation/get.ts";

/**
 * What a notification is recognised by when it comes again. Either key is enough: `noticeId` stays the same on a resend,
 * while redundant sending may give two of them to one event, which then has the same number in its session. Without a
 * number, an agent's events happen once each.
 *
 * `notifyMs` is in no key: it is another on every resend.
 */
export function keysOf(event: AgoraNotification): string[] {
  const { productId, eventType, noticeId } = event;
  const at = (path: string) => get(event, path);
  const id = at("payload.sid") ?? at("payload.taskId") ?? at("payload.agent_id") ?? at("sid");
  const sequence = at("payload.sequence");
  const isCounted = typeof sequence === "number";
  const isOnce = event.name === "agent-joined" || event.name === "agent-left";
  return [
    ...(noticeId === undefined ? [] : [JSON.stringify(["notice", productId, noticeId])]),
    ...(typeof id === "string" && (isCounted || isOnce)
      ? [JSON.stringify(["event", productId, id, at("payload.uid") ?? "", sequence ?? "", eventType])]
      : []),
  ];
}
