import type { PageFailure } from "../../state/pages.ts";
import type { ServiceState } from "../../state/state.ts";
import { exitTask, failTask } from "./ending.ts";
import { later } from "../../state/jobs.ts";
import { reportFirstFile, setStatus, whenPresent } from "./status.ts";
import { failStorage, isStorageRefused } from "./storage-failure.ts";
import type { RtmpStatus, WebTask } from "../task/task.ts";
import { cdnConnectMs, hourMs, joinMs, pageFailureMs, pageSetupMs } from "../task/timing.ts";
import { closeTrack, firstSliceMs, openTrack } from "../task/tracks.ts";
import { reportProgress } from "./upload.ts";

/** A task of the web mode, from the accepted start on. */
export function startWebTask(state: ServiceState, task: WebTask): void {
  task.status = 1;
  later(state, task, 1_000, () => setStatus(state, task, 2));
  later(state, task, 2_000, () => {
    setStatus(state, task, 3);
    if (!isStorageRefused(state, task)) state.notifier.send(task, 30, 2, { msgName: "uploader_started", status: 0 });
  });
  later(state, task, joinMs, () => {
    if (isStorageRefused(state, task)) failStorage(state, task);
    else openPage(state, task, 1);
  });
  later(state, task, task.config.maxRecordingHour * hourMs, () => exitTask(state, task, "max-recording-hour"));
  reportProgress(state, task);
}

/** Also called when a page under recording breaks. */
export function breakPage(state: ServiceState, task: WebTask, failure: PageFailure): void {
  if (!task.isIn) return;
  const limitType = limitTypes[failure];
  if (limitType) state.notifier.send(task, 72, 6, { msgName: "web_recorder_capability_limit", limitType });
  later(state, task, pageFailureMs, () => failTask(state, task, limitType ? "page-unsupported" : "recorder-failed"));
}

/** The service reloads a page that fell silent. */
export function reloadPage(state: ServiceState, task: WebTask, reason: "audio_silence" | "page_load_timeout"): void {
  if (task.phase === "running") state.notifier.send(task, 73, 6, { msgName: "web_recorder_reload", reason });
}

/** Recording follows `onhold` once the page is there; the recorder loads it again on another server. */
export function recordPage(state: ServiceState, task: WebTask): void {
  if (!task.isIn) return;
  const now = state.scheduler.now();
  const known = task.tracks.find((track) => track.generation === task.generation);
  if (task.onhold) task.tracks = task.tracks.map((track) => closeTrack(track, now));
  else if (known) task.tracks = task.tracks.map((track) => (track === known ? openTrack(track, now) : track));
  else {
    const track = { uid: "0", type: "audio_and_video" as const, generation: task.generation, spans: [] };
    task.tracks = [...task.tracks, openTrack(track, now)];
    expectFirstFile(state, task);
  }
  if (task.onhold && task.rtmp?.status === "publishing") setRtmp(state, task, "onhold");
  if (!task.onhold && task.rtmp?.status === "onhold") setRtmp(state, task, "publishing");
}

/** Starts pushing to the address of the task, or to a new one. */
export function push(state: ServiceState, task: WebTask, url: string): void {
  const attempt = { url, status: "connecting" as const };
  task.rtmp = attempt;
  if (!task.isIn) return;
  sendRtmp(state, task);
  later(state, task, cdnConnectMs, () => {
    if (task.rtmp !== attempt) return;
    if (state.conditions.deadCdns.top(url)) setRtmp(state, task, "disconnected");
    else setRtmp(state, task, task.onhold ? "onhold" : "publishing");
  });
}

function openPage(state: ServiceState, task: WebTask, attempt: 1 | 2): void {
  setStatus(state, task, 4);
  const page = state.pages.get(task.config.url);
  if (page.kind === "fails" && isLoadFailure(page.failure)) {
    const ending = page.failure === "engine" ? "engine-failed" : "page-unreachable";
    later(state, task, pageFailureMs, () => failTask(state, task, ending));
    return;
  }
  const limit = task.config.readyTimeout * 1000;
  const readyAfter = page.kind === "loads" ? page.readyAfter : 0;
  if (limit === 0) later(state, task, pageSetupMs, () => whenPresent(state, task, () => begin(state, task)));
  else if (readyAfter !== null && readyAfter <= limit) {
    later(state, task, Math.max(readyAfter, pageSetupMs), () => whenPresent(state, task, () => begin(state, task)));
  } else {
    later(state, task, limit, () => {
      if (attempt === 2) {
        failTask(state, task, "page-load-timeout");
        return;
      }
      reloadPage(state, task, "page_load_timeout");
      openPage(state, task, 2);
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

function begin(state: ServiceState, task: WebTask): void {
  task.isIn = true;
  const recorderStartTime = Math.floor(state.scheduler.now());
  state.notifier.send(task, 70, 6, { msgName: "web_recorder_started", recorderStartTime });
  recordPage(state, task);
  if (task.rtmp) push(state, task, task.rtmp.url);
  const page = state.pages.get(task.config.url);
  if (page.kind === "fails") breakPage(state, task, page.failure);
}

export function setRtmp(state: ServiceState, task: WebTask, status: RtmpStatus): void {
  if (!task.rtmp || task.rtmp.status === status) return;
  task.rtmp = { ...task.rtmp, status };
  sendRtmp(state, task);
}

function sendRtmp(state: ServiceState, task: WebTask): void {
  if (!task.rtmp) return;
  const { url, status } = task.rtmp;
  state.notifier.send(task, 100, 6, { msgName: "rtmp_publish_status", rtmpUrl: url, status });
}

function expectFirstFile(state: ServiceState, task: WebTask): void {
  later(state, task, firstSliceMs, () => whenPresent(state, task, () => reportFirstFile(state, task)));
}
