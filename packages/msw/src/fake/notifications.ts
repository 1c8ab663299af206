import type { Ids } from "./ids.ts";
import type { SttNotification } from "./stt/notifications/types.ts";
import type { Task } from "./tasks/task.ts";
import type { Scheduler } from "./time/scheduler.ts";

/** A notification as the service would send it, without its signature. `productId` tells which. */
export type FakeNotification = RecordingNotification | SttNotification;

/** Of Cloud Recording. */
export interface RecordingNotification {
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
  /** Sends at once what `make` builds, for services with another envelope. */
  publish(make: (noticeId: string, notifyMs: number) => FakeNotification): void;
}

export function createNotifier(scheduler: Scheduler, ids: () => Ids): Notifier {
  const listeners = new Set<NotificationListener>();

  function publish(make: (noticeId: string, notifyMs: number) => FakeNotification): void {
    const notification = make(ids().noticeId(), Math.floor(scheduler.now()));
    if (listeners.size > 0) scheduler.touch();
    for (const listener of listeners) deliver(listener, notification);
  }

  return {
    publish,
    subscribe(listener) {
      const own: NotificationListener = (notification) => listener(notification);
      listeners.add(own);
      return () => listeners.delete(own);
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
          details,
        },
      }));
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
