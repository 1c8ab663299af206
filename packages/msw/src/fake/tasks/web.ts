import type { PageFailure } from "../pages.ts";
import type { World } from "../world.ts";
import { exitTask, failTask } from "./ending.ts";
import { later, reportFirstFile, setStatus, whenPresent } from "./jobs.ts";
import { failStorage, isStorageRefused } from "./storage-failure.ts";
import type { RtmpStatus, WebTask } from "./task.ts";
import { cdnConnectMs, hourMs, joinMs, pageFailureMs, pageSetupMs } from "./timing.ts";
import { closeTrack, firstSliceMs, openTrack } from "./tracks.ts";
import { reportProgress } from "./upload.ts";

/** A task of the web mode, from the accepted start on. */
export function startWebTask(world: World, task: WebTask): void {
  task.status = 1;
  later(world, task, 1_000, () => setStatus(world, task, 2));
  later(world, task, 2_000, () => {
    setStatus(world, task, 3);
    if (!isStorageRefused(world, task)) world.notifier.send(task, 30, 2, { msgName: "uploader_started", status: 0 });
  });
  later(world, task, joinMs, () => {
    if (isStorageRefused(world, task)) failStorage(world, task);
    else openPage(world, task, 1);
  });
  later(world, task, task.config.maxRecordingHour * hourMs, () => exitTask(world, task, "max-recording-hour"));
  reportProgress(world, task);
}

/** Also called when a page under recording breaks. */
export function breakPage(world: World, task: WebTask, failure: PageFailure): void {
  if (!task.isIn) return;
  const limitType = limitTypes[failure];
  if (limitType) world.notifier.send(task, 72, 6, { msgName: "web_recorder_capability_limit", limitType });
  later(world, task, pageFailureMs, () => failTask(world, task, limitType ? "page-unsupported" : "recorder-failed"));
}

/** The service reloads a page that fell silent. */
export function reloadPage(world: World, task: WebTask, reason: "audio_silence" | "page_load_timeout"): void {
  if (task.phase === "running") world.notifier.send(task, 73, 6, { msgName: "web_recorder_reload", reason });
}

/** Recording follows `onhold` once the page is there; the recorder loads it again on another server. */
export function recordPage(world: World, task: WebTask): void {
  if (!task.isIn) return;
  const now = world.scheduler.now();
  const known = task.tracks.find((track) => track.generation === task.generation);
  if (task.onhold) task.tracks = task.tracks.map((track) => closeTrack(track, now));
  else if (known) task.tracks = task.tracks.map((track) => (track === known ? openTrack(track, now) : track));
  else {
    const track = { uid: "0", type: "audio_and_video" as const, generation: task.generation, spans: [] };
    task.tracks = [...task.tracks, openTrack(track, now)];
    expectFirstFile(world, task);
  }
  if (task.onhold && task.rtmp?.status === "publishing") setRtmp(world, task, "onhold");
  if (!task.onhold && task.rtmp?.status === "onhold") setRtmp(world, task, "publishing");
}

/** Starts pushing to the address of the task, or to a new one. */
export function push(world: World, task: WebTask, url: string): void {
  const attempt = { url, status: "connecting" as const };
  task.rtmp = attempt;
  if (!task.isIn) return;
  sendRtmp(world, task);
  later(world, task, cdnConnectMs, () => {
    if (task.rtmp !== attempt) return;
    if (world.conditions.deadCdns.top(url)) setRtmp(world, task, "disconnected");
    else setRtmp(world, task, task.onhold ? "onhold" : "publishing");
  });
}

function openPage(world: World, task: WebTask, attempt: 1 | 2): void {
  setStatus(world, task, 4);
  const page = world.pages.get(task.config.url);
  if (page.kind === "fails" && isLoadFailure(page.failure)) {
    const ending = page.failure === "engine" ? "engine-failed" : "page-unreachable";
    later(world, task, pageFailureMs, () => failTask(world, task, ending));
    return;
  }
  const limit = task.config.readyTimeout * 1000;
  const readyAfter = page.kind === "loads" ? page.readyAfter : 0;
  if (limit === 0) later(world, task, pageSetupMs, () => whenPresent(world, task, () => begin(world, task)));
  else if (readyAfter !== null && readyAfter <= limit) {
    later(world, task, Math.max(readyAfter, pageSetupMs), () => whenPresent(world, task, () => begin(world, task)));
  } else {
    later(world, task, limit, () => {
      if (attempt === 2) {
        failTask(world, task, "page-load-timeout");
        return;
      }
      reloadPage(world, task, "page_load_timeout");
      openPage(world, task, 2);
    });
  }
}

const isLoadFailure = (failure: PageFailure): boolean =>
  failure === "unreachable" || failure === "http-error" || failure === "engine";

export const limitTypes: { readonly [failure in PageFailure]?: string } = {
  webgl: "WebGL",
  resolution: "resolution",
  bandwidth: "bandwidth",
};

function begin(world: World, task: WebTask): void {
  task.isIn = true;
  const recorderStartTime = Math.floor(world.scheduler.now());
  world.notifier.send(task, 70, 6, { msgName: "web_recorder_started", recorderStartTime });
  recordPage(world, task);
  if (task.rtmp) push(world, task, task.rtmp.url);
  const page = world.pages.get(task.config.url);
  if (page.kind === "fails") breakPage(world, task, page.failure);
}

export function setRtmp(world: World, task: WebTask, status: RtmpStatus): void {
  if (!task.rtmp || task.rtmp.status === status) return;
  task.rtmp = { ...task.rtmp, status };
  sendRtmp(world, task);
}

function sendRtmp(world: World, task: WebTask): void {
  if (!task.rtmp) return;
  const { url, status } = task.rtmp;
  world.notifier.send(task, 100, 6, { msgName: "rtmp_publish_status", rtmpUrl: url, status });
}

function expectFirstFile(world: World, task: WebTask): void {
  later(world, task, firstSliceMs, () => whenPresent(world, task, () => reportFirstFile(world, task)));
}
