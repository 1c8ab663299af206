import { arrivals, type DeliveryOptions } from "./delivery.ts";
import type { Ids } from "../runtime/ids.ts";
import type { FakeNotification, NotificationDetails } from "./notification.ts";
import type { Task } from "../recording/task/task.ts";
import type { Scheduler } from "../time/scheduler.ts";
import { throwUncaught } from "../runtime/uncaught.ts";

/** Hears each notification of the fake. */
export type NotificationListener = (notification: FakeNotification) => void;

export interface Notifier {
  /** What is not said here follows from the conditions of the world. */
  subscribe(listener: NotificationListener, options?: DeliveryOptions): () => void;
  /** Sends at once. `serviceType`: 0 service, 1 recorder, 2 uploader, 4 extension, 6 page. */
  send(task: Task, eventType: number, serviceType: number, details: NotificationDetails): void;
  /** Sends at once what `make` builds, for services with another envelope. */
  publish(make: (noticeId: string, notifyMs: number) => FakeNotification): void;
}

export function createNotifier(scheduler: Scheduler, ids: () => Ids, usual: () => DeliveryOptions): Notifier {
  const subscriptions = new Set<{ listener: NotificationListener; options: DeliveryOptions }>();

  function publish(make: (noticeId: string, notifyMs: number) => FakeNotification): void {
    const notification = make(ids().noticeId(), Math.floor(scheduler.now()));
    for (const subscription of subscriptions) {
      const options = { ...usual(), ...subscription.options };
      for (const delay of arrivals(notification, options, () => ids().chance())) {
        const arrive = () => {
          if (!subscriptions.has(subscription)) return;
          scheduler.touch();
          deliver(subscription.listener, notification);
        };
        if (delay === 0) arrive();
        else scheduler.at(scheduler.now() + delay, arrive, { outside: true });
      }
    }
  }

  return {
    publish,
    subscribe(listener, options = {}) {
      const subscription = { listener, options };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    send(task, eventType, serviceType, details) {
      const sequence = task.sequence;
      task.sequence += 1;
      publish((noticeId, now) => ({
        noticeId,
        productId: 3,
        eventType,
        notifyMs: now,
        payload: {
          cname: task.cname,
          uid: task.recorderUid,
          sid: task.sid,
          sequence,
          sendts: now,
          serviceType,
          ...sceneOf(task),
          details,
        },
      }));
    },
  };
}

/** No document gives that of the other modes. */
function sceneOf({ mode }: Task): { serviceScene?: string } {
  if (mode === "raw") return { serviceScene: "rtsc/raw-recording" };
  return mode === "individual" ? { serviceScene: "rtc_record" } : {};
}

/** A listener that throws is a bug of its owner; the service goes on and the error shows as uncaught. */
function deliver(listener: NotificationListener, notification: FakeNotification): void {
  try {
    listener(notification);
  } catch (error) {
    throwUncaught(error);
  }
}
