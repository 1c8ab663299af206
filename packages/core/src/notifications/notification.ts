import type { JsonObject } from "../runtime/json.ts";
import type { recordingEventNames, sttAgentEventNames, sttTaskEventNames } from "./names.ts";
import type { RecordingDetails } from "./recording-details.ts";
import type { SttAgentPayloads, SttTaskDetails } from "./stt-details.ts";

/** What every notification has, by the service's own names. */
interface Envelope {
  /** The same on every resend, as far as documents say. */
  readonly noticeId?: string;
  /** When this attempt was sent, in ms since the epoch. */
  readonly notifyMs?: number;
}

type RecordingEventNames = typeof recordingEventNames;
type SttAgentEventNames = typeof sttAgentEventNames;
type SttTaskEventNames = typeof sttTaskEventNames;

/** Of Cloud Recording. `name` tells the events apart; `eventType` is the same as a number. */
export type RecordingNotification = {
  [Type in keyof RecordingEventNames]: RecordingNotificationOf<Type>;
}[keyof RecordingEventNames];

/** A notification of Cloud Recording with this number of event. */
export interface RecordingNotificationOf<Type extends keyof RecordingEventNames> extends Envelope {
  /** What this SDK calls the event. */
  readonly name: RecordingEventNames[Type];
  readonly productId: 3;
  readonly eventType: Type;
  readonly payload: {
    readonly cname: string;
    /** Of the recorder. Not the one of start: the service has moved the recording to another server. */
    readonly uid: string;
    /** ID of the recording. */
    readonly sid: string;
    /** From 0 for each recorder. Events can come out of order. */
    readonly sequence?: number;
    /** When it happened, in ms since the epoch. */
    readonly sendts?: number;
    /** 0 service, 1 recorder, 2 uploader, 4 extension, 6 web page, 8 download. */
    readonly serviceType?: number;
    /**
     * Mode raw has `rtsc/raw-recording`, individual `rtc_record`. Pages of the Chinese documentation also name
     * `rtc_snapshot` and `web_record`.
     */
    readonly serviceScene?: "rtsc/raw-recording" | "rtc_record" | "rtc_snapshot" | "web_record" | (string & {});
    readonly details: RecordingDetails[RecordingEventNames[Type]];
  };
}

/** Of Real-Time STT v7. */
export type SttAgentNotification = {
  [Type in keyof SttAgentEventNames]: SttAgentNotificationOf<Type>;
}[keyof SttAgentEventNames];

/** A notification of Real-Time STT v7 with this number of event. */
export interface SttAgentNotificationOf<Type extends keyof SttAgentEventNames> extends Envelope {
  /** What this SDK calls the event. */
  readonly name: SttAgentEventNames[Type];
  readonly productId: 20;
  readonly eventType: Type;
  /** ID of the agent. */
  readonly sid?: string;
  readonly payload: SttAgentPayloads[SttAgentEventNames[Type]];
}

/** Of Real-Time STT v5 and v6. */
export type SttTaskNotification = {
  [Type in keyof SttTaskEventNames]: SttTaskNotificationOf<Type>;
}[keyof SttTaskEventNames];

/** A notification of Real-Time STT with builder tokens with this number of event. */
export interface SttTaskNotificationOf<Type extends keyof SttTaskEventNames> extends Envelope {
  /** What this SDK calls the event. */
  readonly name: SttTaskEventNames[Type];
  /** Not documented, presumably 20. */
  readonly productId: number;
  readonly eventType: Type;
  readonly payload: {
    readonly taskId: string;
    readonly cname?: string;
    readonly subBotUid?: string;
    readonly pubBotUid?: string;
    readonly sequence?: number;
    /** Called milliseconds, sent as seconds. */
    readonly sendts?: number;
    readonly serviceType?: number;
    readonly serviceScene?: string;
    readonly details: SttTaskDetails[SttTaskEventNames[Type]];
  };
}

/** Of another product, of a type that is newer than this SDK, or with fields that are not as documented. */
export interface UnknownNotification extends Envelope {
  readonly name: "unknown";
  readonly productId: number;
  readonly eventType: number;
  readonly sid?: string;
  readonly payload: JsonObject;
}

/**
 * What Agora tells a server, with the fields of the wire, and `name` added to tell the events apart:
 * `if (event.name === "uploaded") event.payload.details.fileList`.
 */
export type AgoraNotification =
  | RecordingNotification
  | SttAgentNotification
  | SttTaskNotification
  | UnknownNotification;
