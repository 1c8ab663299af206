import type { KnownRecordingMode, RecordingMode, RecordingModeWithoutLayout } from "./mode.ts";
import type { Absent } from "../../validation/absent.ts";

/** A running recording as plain JSON: enough for every later call from any process. `mode` tells the modes apart. */
export type RecordingHandle<Mode extends RecordingMode = KnownRecordingMode> = {
  [Each in Mode]: RecordingHandleOf<Each>;
}[Mode];

/** What every call on a running recording needs; a handle can also be put together from stored values. */
export type RecordingTarget<Mode extends RecordingMode = KnownRecordingMode> = {
  [Each in Mode]: RecordingTargetOf<Each>;
}[Mode];

/** What `updateLayout` takes: a recording in mode `mix`, or in one that this SDK does not know. */
export type RecordingLayoutTarget<Mode extends RecordingMode = "mix"> = [
  Extract<Mode, RecordingModeWithoutLayout>,
] extends [never]
  ? RecordingTargetOf<Mode>
  : never;

/** The handle of a recording in one mode. */
export interface RecordingHandleOf<Mode extends RecordingMode> {
  readonly appId: string;
  readonly cname: string;
  readonly uid: string;
  readonly mode: Mode;
  readonly resourceId: string;
  /** ID of this recording. */
  readonly sid: string;
  /** When the service accepted it, in ms since the epoch. */
  readonly startedAt: number;
  /** What a proxy of this SDK gives a browser to prove that it is the caller's. */
  readonly grant?: string;
}

/** The needed fields of a handle in one mode. */
export interface RecordingTargetOf<Mode extends RecordingMode> {
  readonly cname: string;
  readonly uid: string;
  readonly mode: Mode;
  readonly resourceId: string;
  readonly sid: string;
  readonly appId?: string | Absent;
  readonly grant?: string | Absent;
}

/** What query needs: it has no body, so channel and uid are optional. */
export interface RecordingQueryTarget {
  readonly cname?: string | Absent;
  readonly uid?: string | Absent;
  readonly mode: RecordingMode;
  readonly resourceId: string;
  readonly sid: string;
  readonly appId?: string | Absent;
  readonly grant?: string | Absent;
}
