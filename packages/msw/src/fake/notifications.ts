import type { Scheduler } from "./time/scheduler.ts";
import type { Ids } from "./ids.ts";
import type { Task } from "./tasks/task.ts";

/** A notification as the service would send it, without its signature. */
export interface FakeNotification {
  readonly noticeId: string;
  readonly productId: 3;
  readonly eventType: number;
  readonly notifyMs: number;
  readonly payload: {
    readonly cname: string;
    readonly uid: string;
    readonly sid: string;
    readonly sequence: number;
    readonly sendts: number;
    readonly serviceType: number;
    readonly details: NotificationDetails;
  };
}

export interface NotificationDetails {
  readonly msgName: string;
  readonly [field: string]: unknown;
}

export type NotificationListener = (notification: FakeNotification) => void;

export interface Notifier {
  subscribe(listener: NotificationListener): () => void;
  /** Sends at once. `serviceType`: 0 service, 1 recorder, 2 uploader, 4 extension, 6 page. */
  send(task: Task, eventType: number, serviceType: number, details: NotificationDetails): void;
}

export function createNotifier(scheduler: Scheduler, ids: () => Ids): Notifier {
  const listeners = new Set<NotificationListener>();
  return {
    subscribe(listener) {
      const own: NotificationListener = (notification) => listener(notification);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    send(task, eventType, serviceType, details) {
      const now = Math.floor(scheduler.now());
      const sequence = task.sequence;
      task.sequence += 1;
      const notification: FakeNotification = {
        noticeId: ids().noticeId(),
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
          details,
        },
      };
      if (listeners.size > 0) scheduler.touch();
      for (const listener of listeners) deliver(listener, notification);
    },
  };
}

/** A listener that throws is a bug of its owner; the service goes on and the error shows as uncaught. */
function deliver(listener: NotificationListener, notification: FakeNotification): void {
  try {
    listener(notification);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
