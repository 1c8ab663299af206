import type { AgoraNotification } from "../../notifications/notification.ts";

/** Anything that takes notifications: a recording session or a speech-to-text task. */
export interface NotificationReceiver<Result> {
  /** Takes a notification whose signature is right. */
  receive(event: AgoraNotification): Result;
}

/**
 * Tells a session what the service has said about its recording, which completes `files` and `upload` after a stop that
 * did not wait for them. Events of other recordings and copies change nothing.
 */
export function applyNotification<Result>(session: NotificationReceiver<Result>, event: AgoraNotification): Result {
  return session.receive(event);
}
