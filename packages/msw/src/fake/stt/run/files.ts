import { isRefused } from "../../conditions.ts";
import { later } from "../../tasks/jobs.ts";
import type { World } from "../../world.ts";
import { sendAgentEvent, sendTaskEvent } from "../notifications/send.ts";
import type { SttAgent, SttRun, SttTask } from "./run.ts";
import { progressMs } from "./timing.ts";

/** One playlist for everything and one for each language. */
function playlistsOf({ id, config, family }: SttRun): string[] {
  const targets = config.translates ? config.translations.flatMap(({ target }) => target) : [];
  const languages = new Set([...config.languages, ...targets]);
  const base = `${id}_${config.channel}.m3u8`;
  const names = [base, ...[...languages].map((language) => `${language}_${base}`)];
  return family === "task" ? names : names.map((name) => `${config.storages[0]?.prefix ?? ""}${name}`);
}

/** The uploader begins: a playlist is there after the first slice in which somebody was heard. */
export function storeCaptions(world: World, run: SttRun): void {
  if (run.config.storages.length === 0) return;
  if (run.family === "task") {
    sendTaskEvent(world, run, 30, 2, { msgName: "uploader_started", status: 0 });
    reportProgress(world, run);
  }
  expectFiles(world, run);
}

function expectFiles(world: World, run: SttRun): void {
  later(world, run, run.config.sliceDuration * 1000, () => {
    if (run.heardAt === null || !run.isIn) expectFiles(world, run);
    else reportPlaylists(world, run);
  });
}

function reportPlaylists(world: World, run: SttRun): void {
  if (run.hasFiles || isStorageRefused(world, run)) return;
  run.hasFiles = true;
  if (run.family === "agent") for (const name of playlistsOf(run)) reportFile(world, run, 200, name);
  else sendTaskEvent(world, run, 4, 2, { msgName: "voice_ai_file_infos", fileList: playlistsOf(run)[0] ?? "" });
}

const texts = {
  200: "A STT transcript m3u8 file was successfully generated & uploaded",
  201: "STT transcript upload succeeded.",
} as const;

function reportFile(world: World, agent: SttAgent, eventType: 200 | 201, name: string): void {
  const file_creation_ts = Math.floor(agent.heardAt ?? agent.createdAt);
  sendAgentEvent(world, agent, eventType, { file_name: name, file_creation_ts, message: texts[eventType] });
}

/** After the end everything that is left is uploaded. */
export function finishFiles(world: World, run: SttRun): void {
  if (run.config.storages.length === 0 || run.heardAt === null) return;
  reportPlaylists(world, run);
  if (run.family === "agent") finishAgentFiles(world, run);
  else finishTaskFiles(world, run);
}

function finishAgentFiles(world: World, agent: SttAgent): void {
  const names = playlistsOf(agent);
  if (!isStorageRefused(world, agent)) {
    reportFile(world, agent, 201, names[0] ?? "");
    return;
  }
  const file_creation_ts = Math.floor(agent.heardAt ?? agent.createdAt);
  sendAgentEvent(world, agent, 202, {
    succeed_file_list: [],
    failed_file_list: names.map((file_name) => ({ file_name, file_creation_ts, message: "access denied" })),
    message: "STT transcript upload failed.",
  });
}

function finishTaskFiles(world: World, task: SttTask): void {
  const { outcome } = world.conditions.upload;
  if (isStorageRefused(world, task) || outcome === "unknown") return;
  sendProgress(world, task, 10_000);
  const sliceStartTime = Math.floor(task.heardAt ?? task.createdAt);
  const fileList = playlistsOf(task).map((fileName) => ({ fileName, trackType: "audio", mode: 1, sliceStartTime }));
  sendTaskEvent(world, task, outcome === "backuped" ? 32 : 31, 2, { msgName: outcome, status: 0, fileList });
}

function reportProgress(world: World, task: SttTask): void {
  later(world, task, progressMs, () => {
    const recorded = task.heardAt === null ? 0 : world.scheduler.now() - task.heardAt;
    const slice = task.config.sliceDuration * 1000;
    sendProgress(world, task, recorded === 0 ? 0 : Math.floor(((recorded - (recorded % slice)) / recorded) * 10_000));
    reportProgress(world, task);
  });
}

const sendProgress = (world: World, task: SttTask, progress: number): void =>
  sendTaskEvent(world, task, 33, 2, { msgName: "uploading_progress", progress });

function isStorageRefused(world: World, { config }: SttRun): boolean {
  const { accessKey, secretKey } = world.conditions.refused;
  return config.storages.some((storage) => {
    return isRefused(accessKey, storage.accessKey) || isRefused(secretKey, storage.secretKey);
  });
}
