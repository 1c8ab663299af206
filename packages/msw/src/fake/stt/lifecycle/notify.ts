import type { NotificationDetails } from "../../state/notification.ts";
import type { ServiceState } from "../../state/state.ts";
import type { SttAgent, SttTask } from "../run/run.ts";
import type { SttAgentNotification, SttTaskNotification } from "../../state/notification.ts";

export const seconds = (ms: number): number => Math.floor(ms / 1000);

/** `serviceType`: 0 service, 2 uploader. */
export function sendTaskEvent(
  state: ServiceState,
  task: SttTask,
  eventType: SttTaskNotification["eventType"],
  serviceType: number,
  details: NotificationDetails,
): void {
  const sequence = task.sequence;
  task.sequence += 1;
  const { channel, subBotUid, pubBotUid, translates } = task.config;
  state.notifier.publish((noticeId, notifyMs) => ({
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
  state: ServiceState,
  agent: SttAgent,
  eventType: SttAgentNotification["eventType"],
  fields: object,
): void {
  state.notifier.publish((noticeId, notifyMs) => ({
    sid: agent.id,
    noticeId,
    productId: 20,
    eventType,
    notifyMs,
    payload: { agent_id: agent.id, ...fields, channel: agent.config.channel },
  }));
}
