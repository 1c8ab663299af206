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
    /** Of the modes of which it is documented. */
    readonly serviceScene?: string;
    readonly details: NotificationDetails;
  };
}

export interface NotificationDetails {
  readonly msgName: string;
  readonly [field: string]: unknown;
}

/** Of a task of the builder-token family. Its product number is not documented; v7 has the same. */
export interface SttTaskNotification {
  readonly noticeId: string;
  readonly productId: 20;
  readonly eventType: 4 | 30 | 31 | 32 | 33;
  readonly notifyMs: number;
  readonly payload: {
    readonly cname: string;
    readonly subBotUid: string;
    readonly pubBotUid: string;
    readonly taskId: string;
    readonly sequence: number;
    readonly serviceScene: string;
    /** Seconds, as in every published sample. */
    readonly sendts: number;
    readonly serviceType: number;
    readonly details: NotificationDetails;
  };
}

/** Of an agent of v7. */
export interface SttAgentNotification {
  /** The agent ID. */
  readonly sid: string;
  readonly noticeId: string;
  readonly productId: 20;
  readonly eventType: 101 | 102 | 104 | 200 | 201 | 202;
  readonly notifyMs: number;
  readonly payload: { readonly agent_id: string; readonly channel: string; readonly [field: string]: unknown };
}

/** A notification of Real-Time STT, of either generation. */
export type SttNotification = SttTaskNotification | SttAgentNotification;
