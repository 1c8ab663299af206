import { isRefused } from "../../state/conditions.ts";
import { later } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import { sendAgentEvent, sendTaskEvent } from "./notify.ts";
import type { SttAgent, SttRun, SttTask } from "../run/run.ts";
import { progressMs } from "../run/timing.ts";
import { putCaptions, storedLanguages } from "./put-captions.ts";

/** One playlist for everything and one for each language. */
function playlistsOf(run: SttRun): string[] {
  const { id, config, family } = run;
  const base = `${id}_${config.channel}.m3u8`;
  const names = [base, ...storedLanguages(run).map((language) => `${language}_${base}`)];
  return family === "task" ? names : names.map((name) => `${config.storages[0]?.prefix ?? ""}${name}`);
}

/** The uploader begins: a playlist is there after the first slice in which somebody was heard. */
export function storeCaptions(state: ServiceState, run: SttRun): void {
  if (run.config.storages.length === 0) return;
  if (run.family === "task") {
    sendTaskEvent(state, run, 30, 2, { msgName: "uploader_started", status: 0 });
    reportProgress(state, run);
  }
  expectFiles(state, run);
}

function expectFiles(state: ServiceState, run: SttRun): void {
  later(state, run, run.config.sliceDuration * 1000, () => {
    if (run.heardAt === null || !run.isIn) expectFiles(state, run);
    else {
      reportPlaylists(state, run);
      if (state.settings.storage) uploadSlices(state, run);
    }
  });
}

/** Slice after slice, until the end. */
function uploadSlices(state: ServiceState, run: SttRun): void {
  if (!isStorageRefused(state, run)) putCaptions(state, run, false);
  later(state, run, run.config.sliceDuration * 1000, () => uploadSlices(state, run));
}

function reportPlaylists(state: ServiceState, run: SttRun): void {
  if (run.hasFiles || isStorageRefused(state, run)) return;
  run.hasFiles = true;
  if (run.family === "agent") for (const name of playlistsOf(run)) reportFile(state, run, 200, name);
  else sendTaskEvent(state, run, 4, 2, { msgName: "voice_ai_file_infos", fileList: playlistsOf(run)[0] ?? "" });
}

const texts = {
  200: "A STT transcript m3u8 file was successfully generated & uploaded",
  201: "STT transcript upload succeeded.",
} as const;

function reportFile(state: ServiceState, agent: SttAgent, eventType: 200 | 201, name: string): void {
  const file_creation_ts = Math.floor(agent.heardAt ?? agent.createdAt);
  sendAgentEvent(state, agent, eventType, { file_name: name, file_creation_ts, message: texts[eventType] });
}

/** After the end everything that is left is uploaded. */
export function finishFiles(state: ServiceState, run: SttRun): void {
  if (run.config.storages.length === 0 || run.heardAt === null) return;
  reportPlaylists(state, run);
  if (!isStorageRefused(state, run)) putCaptions(state, run, true);
  if (run.family === "agent") finishAgentFiles(state, run);
  else finishTaskFiles(state, run);
}

function finishAgentFiles(state: ServiceState, agent: SttAgent): void {
  const names = playlistsOf(agent);
  if (!isStorageRefused(state, agent)) {
    reportFile(state, agent, 201, names[0] ?? "");
    return;
  }
  const file_creation_ts = Math.floor(agent.heardAt ?? agent.createdAt);
  sendAgentEvent(state, agent, 202, {
    succeed_file_list: [],
    failed_file_list: names.map((file_name) => ({ file_name, file_creation_ts, message: "access denied" })),
    message: "STT transcript upload failed.",
  });
}

function finishTaskFiles(state: ServiceState, task: SttTask): void {
  const { outcome } = state.conditions.upload;
  if (isStorageRefused(state, task) || outcome === "unknown") return;
  sendProgress(state, task, 10_000);
  const sliceStartTime = Math.floor(task.heardAt ?? task.createdAt);
  const fileList = playlistsOf(task).map((fileName) => ({ fileName, trackType: "audio", mode: 1, sliceStartTime }));
  sendTaskEvent(state, task, outcome === "backuped" ? 32 : 31, 2, { msgName: outcome, status: 0, fileList });
}

function reportProgress(state: ServiceState, task: SttTask): void {
  later(state, task, progressMs, () => {
    const recorded = task.heardAt === null ? 0 : state.scheduler.now() - task.heardAt;
    const slice = task.config.sliceDuration * 1000;
    sendProgress(state, task, recorded === 0 ? 0 : Math.floor(((recorded - (recorded % slice)) / recorded) * 10_000));
    reportProgress(state, task);
  });
}

const sendProgress = (state: ServiceState, task: SttTask, progress: number): void =>
  sendTaskEvent(state, task, 33, 2, { msgName: "uploading_progress", progress });

function isStorageRefused(state: ServiceState, { config }: SttRun): boolean {
  const { accessKey, secretKey } = state.conditions.refused;
  return config.storages.some((storage) => {
    return isRefused(accessKey, storage.accessKey) || isRefused(secretKey, storage.secretKey);
  });
}
