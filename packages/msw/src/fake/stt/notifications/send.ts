import type { NotificationDetails } from "../../notifications.ts";
import type { World } from "../../world.ts";
import type { SttAgent, SttTask } from "../run/run.ts";
import type { SttAgentNotification, SttTaskNotification } from "./types.ts";

export const seconds = (ms: number): number => Math.floor(ms / 1000);

/** `serviceType`: 0 service, 2 uploader. */
export function sendTaskEvent(
  world: World,
  task: SttTask,
  eventType: SttTaskNotification["eventType"],
  serviceType: number,
  details: NotificationDetails,
): void {
  const sequence = task.sequence;
  task.sequence += 1;
  const { channel, subBotUid, pubBotUid, translates } = task.config;
  world.notifier.publish((noticeId, notifyMs) => ({
    noticeId,
    productId: 20,
    eventType,
    notifyMs,
    payload: {
      cname: channel,
      subBotUid,
      pubBotUid,
      taskId: task.id,
      sequence,
      serviceScene: translates ? "Real-Time STT + Real-Time Translation" : "Real-Time STT",
      sendts: seconds(notifyMs),
      serviceType,
      details,
    },
  }));
}

export function sendAgentEvent(
  world: World,
  agent: SttAgent,
  eventType: SttAgentNotification["eventType"],
  fields: object,
): void {
  world.notifier.publish((noticeId, notifyMs) => ({
    sid: agent.id,
    noticeId,
    productId: 20,
    eventType,
    notifyMs,
    payload: { agent_id: agent.id, ...fields, channel: agent.config.channel },
  }));
}
