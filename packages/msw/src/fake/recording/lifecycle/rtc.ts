import { isRefused } from "../../state/conditions.ts";
import type { ServiceState } from "../../state/state.ts";
import { exitTask, failTask } from "./ending.ts";
import { putSnapshot } from "./put-files.ts";
import { snapshotName } from "../task/file-names.ts";
import { cancel, later } from "../../state/jobs.ts";
import { setStatus, whenPresent } from "./status.ts";
import { isStorageRefused, failStorage } from "./storage-failure.ts";
import { syncStreams, visibleUsers } from "./streams.ts";
import type { Ending, RtcTask } from "../task/task.ts";
import { joinMs } from "../task/timing.ts";
import { reportProgress } from "./upload.ts";

/** A task in a channel, of any mode but web, from the accepted start on. */
export function startRtcTask(state: ServiceState, task: RtcTask): void {
  task.status = 1;
  later(state, task, 1_000, () => setStatus(state, task, 2));
  later(state, task, 2_000, () => {
    setStatus(state, task, 3);
    if (!task.config.services && !isStorageRefused(state, task))
      state.notifier.send(task, 30, 2, { msgName: "uploader_started", status: 0 });
  });
  later(state, task, joinMs, () => whenPresent(state, task, () => join(state, task)));
  if (!task.config.services) reportProgress(state, task);
  watchIdle(state, task);
}

/** To be called whenever the channel, the subscription or the server of the task changed. */
export function reviewChannel(state: ServiceState, task: RtcTask): void {
  if (task.phase !== "running" || task.awayUntil !== null) return;
  if (task.isIn && isUidTaken(state, task)) {
    exitTask(state, task, "uid-taken");
    return;
  }
  syncStreams(state, task);
  watchIdle(state, task);
}

/** The recorder enters the channel, the first time or on another server. */
export function enterChannel(state: ServiceState, task: RtcTask): void {
  task.isIn = true;
  state.notifier.send(task, 40, 1, { msgName: "recorder_started", status: 0 });
  reviewChannel(state, task);
}

function join(state: ServiceState, task: RtcTask): void {
  if (isStorageRefused(state, task)) {
    failStorage(state, task);
    return;
  }
  const failure = joinFailure(state, task);
  if (failure) {
    failTask(state, task, failure);
    return;
  }
  enterChannel(state, task);
  setStatus(state, task, 4);
  if (task.config.services) setStatus(state, task, 5);
  if (task.config.uploadsToVod) {
    state.notifier.send(task, 60, 4, { msgName: "vod_started", aliVodInfo: { videoId: task.sid } });
  }
  takeSnapshots(state, task);
}

/** What start accepts and the recorder then stumbles over, silently. */
function joinFailure(state: ServiceState, task: RtcTask): Ending | null {
  const { token, encryption, canvas } = task.config;
  if (state.settings.appCertificate && token === "") return "token-refused";
  if (token !== "" && isRefused(state.conditions.refused.token, token)) return "token-refused";
  if (encryption.mode !== 0 && encryption.secret === "") return "config-refused";
  if ((encryption.mode === 7 || encryption.mode === 8) && !isSalt(encryption.salt)) return "config-refused";
  if (task.mode === "mix" && Math.max(canvas.width, canvas.height) > 1920) return "config-refused";
  return isUidTaken(state, task) ? "uid-taken" : null;
}

/** Base64 of 32 bytes. */
const isSalt = (salt: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(salt);

/** String uids in the channel are as bad as somebody with the uid of the recorder. */
function isUidTaken(state: ServiceState, task: RtcTask): boolean {
  return state.channels.users(task.cname).some(({ uid }) => uid === task.recorderUid || !/^\d+$/.test(uid));
}

/** Idle: nobody in a communication channel, no host in a live one. */
function watchIdle(state: ServiceState, task: RtcTask): void {
  const users = state.channels.users(task.cname);
  const isIdle = task.config.channelType === 1 ? users.every((user) => user.role !== "host") : users.length === 0;
  if (!isIdle) {
    cancel(state, task, task.idleJob);
    task.idleJob = null;
  } else if (task.idleJob === null) {
    task.idleJob = later(state, task, task.config.maxIdleTime * 1000, () => {
      task.idleJob = null;
      exitTask(state, task, "idle");
    });
  }
}

function takeSnapshots(state: ServiceState, task: RtcTask): void {
  const { snapshotInterval } = task.config;
  if (snapshotInterval === null) return;
  later(state, task, snapshotInterval * 1000, () => {
    const takenAt = Math.floor(state.scheduler.now());
    for (const uid of visibleUsers(task)) {
      const fileName = snapshotName(task, uid, takenAt);
      task.snapshots = [...task.snapshots, { fileName, uid, takenAt }];
      putSnapshot(state, task, { fileName, uid, takenAt });
      const name = `${task.storage.prefix}${fileName}`;
      state.notifier.send(task, 45, 1, { msgName: "recorder_snapshot_file", fileName: name });
      setStatus(state, task, 5);
    }
    takeSnapshots(state, task);
  });
}
