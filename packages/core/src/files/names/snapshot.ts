import type { RecordingNotificationOf } from "../../notifications/notification.ts";
import { parseObjectKey } from "./object-key.ts";
import { parseFileName } from "./parse.ts";

/** A picture in the bucket. */
export interface RecordingSnapshot {
  /** Its key in the bucket. */
  readonly key: string;
  readonly sid: string;
  readonly cname: string;
  /** The user in the picture. Undefined when the name does not follow the rules. */
  readonly uid: string | undefined;
  /** When it was taken, in ms since the epoch. Undefined when the name does not say. */
  readonly takenAt: number | undefined;
}

/** The user in the picture that event 45 tells of, and when it was taken. Undefined when the event names no file. */
export function snapshotOf(notification: RecordingNotificationOf<45>): RecordingSnapshot | undefined {
  const { cname, sid, details } = notification.payload;
  if (!details.fileName) return undefined;
  const parsed = parseFileName(parseObjectKey(details.fileName).fileName, { sid, cname });
  return { key: details.fileName, sid, cname, uid: parsed?.uid, takenAt: parsed?.time };
}
