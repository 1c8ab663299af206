import { isRefused } from "../conditions.ts";
import type { World } from "../world.ts";
import { exitTask, failTask } from "./ending.ts";
import { snapshotName } from "./file-names.ts";
import { cancel, later, setStatus, whenPresent } from "./jobs.ts";
import { isStorageRefused, failStorage } from "./storage-failure.ts";
import { syncStreams, visibleUsers } from "./streams.ts";
import type { Ending, RtcTask } from "./task.ts";
import { joinMs } from "./timing.ts";
import { reportProgress } from "./upload.ts";

/** A task in a channel, of any mode but web, from the accepted start on. */
export function startRtcTask(world: World, task: RtcTask): void {
  task.status = 1;
  later(world, task, 1_000, () => setStatus(world, task, 2));
  later(world, task, 2_000, () => {
    setStatus(world, task, 3);
    if (!task.config.services && !isStorageRefused(world, task))
      world.notifier.send(task, 30, 2, { msgName: "uploader_started", status: 0 });
  });
  later(world, task, joinMs, () => whenPresent(world, task, () => join(world, task)));
  if (!task.config.services) reportProgress(world, task);
  watchIdle(world, task);
}

/** To be called whenever the channel, the subscription or the server of the task changed. */
export function reviewChannel(world: World, task: RtcTask): void {
  if (task.phase !== "running" || task.awayUntil !== null) return;
  if (task.isIn && isUidTaken(world, task)) {
    exitTask(world, task, "uid-taken");
    return;
  }
  syncStreams(world, task);
  watchIdle(world, task);
}

/** The recorder enters the channel, the first time or on another server. */
export function enterChannel(world: World, task: RtcTask): void {
  task.isIn = true;
  world.notifier.send(task, 40, 1, { msgName: "recorder_started", status: 0 });
  reviewChannel(world, task);
}

function join(world: World, task: RtcTask): void {
  if (isStorageRefused(world, task)) {
    failStorage(world, task);
    return;
  }
  const failure = joinFailure(world, task);
  if (failure) {
    failTask(world, task, failure);
    return;
  }
  enterChannel(world, task);
  setStatus(world, task, 4);
  if (task.config.services) setStatus(world, task, 5);
  if (task.config.uploadsToVod) {
    world.notifier.send(task, 60, 4, { msgName: "vod_started", aliVodInfo: { videoId: task.sid } });
  }
  takeSnapshots(world, task);
}

/** What start accepts and the recorder then stumbles over, silently. */
function joinFailure(world: World, task: RtcTask): Ending | null {
  const { token, encryption, canvas } = task.config;
  if (world.settings.appCertificate && token === "") return "token-refused";
  if (token !== "" && isRefused(world.conditions.refused.token, token)) return "token-refused";
  if (encryption.mode !== 0 && encryption.secret === "") return "config-refused";
  if ((encryption.mode === 7 || encryption.mode === 8) && !isSalt(encryption.salt)) return "config-refused";
  if (task.mode === "mix" && Math.max(canvas.width, canvas.height) > 1920) return "config-refused";
  return isUidTaken(world, task) ? "uid-taken" : null;
}

/** Base64 of 32 bytes. */
const isSalt = (salt: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(salt);

/** String uids in the channel are as bad as somebody with the uid of the recorder. */
function isUidTaken(world: World, task: RtcTask): boolean {
  return world.channels.users(task.cname).some(({ uid }) => uid === task.recorderUid || !/^\d+$/.test(uid));
}

/** Idle: nobody in a communication channel, no host in a live one. */
function watchIdle(world: World, task: RtcTask): void {
  const users = world.channels.users(task.cname);
  const isIdle = task.config.channelType === 1 ? users.every((user) => user.role !== "host") : users.length === 0;
  if (!isIdle) {
    cancel(world, task, task.idleJob);
    task.idleJob = null;
  } else if (task.idleJob === null) {
    task.idleJob = later(world, task, task.config.maxIdleTime * 1000, () => {
      task.idleJob = null;
      exitTask(world, task, "idle");
    });
  }
}

function takeSnapshots(world: World, task: RtcTask): void {
  const { snapshotInterval } = task.config;
  if (snapshotInterval === null) return;
  later(world, task, snapshotInterval * 1000, () => {
    const takenAt = Math.floor(world.scheduler.now());
    for (const uid of visibleUsers(task)) {
      const fileName = snapshotName(task, uid, takenAt);
      task.snapshots = [...task.snapshots, { fileName, uid, takenAt }];
      const name = `${task.storage.prefix}${fileName}`;
      world.notifier.send(task, 45, 1, { msgName: "recorder_snapshot_file", fileName: name });
      setStatus(world, task, 5);
    }
    takeSnapshots(world, task);
  });
}
