/** A notification as it stands in the body of a webhook; its other fields do not matter here. */
export interface SessionNotification {
  readonly productId: number;
  readonly eventType: number;
  readonly noticeId?: string | undefined;
  /** STT v7: ID of the agent. */
  readonly sid?: string | undefined;
  readonly payload: object;
}

/** Whether it is a notification, and not a snapshot of another session. */
export function isNotification(event: object): event is SessionNotification {
  return "productId" in event;
}
