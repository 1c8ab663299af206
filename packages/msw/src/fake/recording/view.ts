import type { RecordingMode } from "@agora-edge/core";
import { filesOf } from "./task/files.ts";
import type { RecordedFile } from "./task/file-names.ts";
import type { Layout } from "./task/layout.ts";
import type { Subscription } from "./task/subscription.ts";
import type { Ending, RtmpStatus, Task } from "./task/task.ts";

/** A recording as the fake knows it, ended ones included. */
export interface RecordingView {
  readonly sid: string;
  readonly resourceId: string;
  readonly cname: string;
  readonly uid: string;
  readonly mode: RecordingMode;
  /** As query answers it. */
  readonly status: number;
  readonly startedAt: number;
  /** When it ended, in Unix ms. */
  readonly endedAt?: number;
  /** Why it ended. */
  readonly ending?: Ending;
  /** Index and MP4 files first, then pictures. */
  readonly files: readonly (RecordedFile | { readonly fileName: string; readonly uid: string })[];
  /** Composite mode, and modes that nobody knows. */
  readonly layout: Layout | null;
  /** Null in web mode. */
  readonly subscription: Subscription | null;
  /** Web mode only. */
  readonly onhold: boolean;
  /** The push of a page to a CDN; null without one. */
  readonly rtmp: { readonly url: string; readonly status: RtmpStatus } | null;
  /** How often another server took over, and the uid of the recorder since then. */
  readonly failovers: number;
  /** The uid of the recorder in the channel. */
  readonly recorderUid: string;
  /** Whether it costs money: it was started and has not ended. */
  readonly live: boolean;
}

export function viewOf(task: Task, now: number): RecordingView {
  const isWeb = task.mode === "web";
  return {
    sid: task.sid,
    resourceId: task.resourceId,
    cname: task.cname,
    uid: task.uid,
    mode: task.modeName,
    status: task.status,
    startedAt: task.startedAt,
    ...(task.endedAt === null ? {} : { endedAt: task.endedAt }),
    ...(task.ending === null ? {} : { ending: task.ending }),
    files: [...filesOf(task, now, task.phase !== "running"), ...(isWeb ? [] : task.snapshots)],
    layout: isWeb ? null : task.layout,
    subscription: isWeb ? null : task.subscription,
    onhold: isWeb && task.onhold,
    rtmp: isWeb ? task.rtmp : null,
    failovers: task.generation,
    recorderUid: task.recorderUid,
    live: task.phase === "running",
  };
}
