import { object, type JsonObject } from "../json.ts";
import { reportStart } from "../started.ts";
import type { Resource, World } from "../world.ts";
import { readRtcConfig, readWebConfig } from "./config.ts";
import { readLayout } from "./layout.ts";
import { modeOf } from "./mode.ts";
import { startRtcTask } from "./rtc.ts";
import { readStorage } from "./storage.ts";
import { readSubscription } from "./subscription.ts";
import type { Task } from "./task.ts";
import { hourMs } from "./timing.ts";
import { startWebTask } from "./web.ts";

/** Starts a recording with a checked request. */
export function createTask(world: World, resource: Resource, modeName: string, request: JsonObject): Task {
  const mode = modeOf(modeName);
  const startedAt = world.scheduler.now();
  const base = {
    sid: world.ids.sid(),
    resourceId: resource.id,
    modeName,
    cname: resource.cname,
    uid: resource.uid,
    startedAt,
    expiresAt: startedAt + resource.expiredHours * hourMs,
    phase: "running" as const,
    status: 0,
    ending: null,
    endedAt: null,
    leavingUntil: 0,
    awayUntil: null,
    generation: 0,
    recorderUid: resource.uid,
    sequence: 0,
    storage: readStorage(request.storageConfig),
    tracks: [],
    isIn: false,
    upload: null,
  };
  if (mode === "web") {
    const config = readWebConfig(request);
    const rtmp = config.rtmpUrl === null ? null : { url: config.rtmpUrl, status: "connecting" as const };
    return begin(world, resource, { ...base, mode, config, onhold: config.onhold, rtmp, jobs: new Set() });
  }
  const config = readRtcConfig(request);
  const recording = object(request.recordingConfig);
  return begin(world, resource, {
    ...base,
    mode,
    config,
    subscription: readSubscription(recording, recording, config.streamTypes),
    layout: mode === "mix" || mode === "other" ? readLayout(object(recording.transcodingConfig)) : null,
    snapshots: [],
    receiving: new Set(),
    idleJob: null,
    jobs: new Set(),
  });
}

function begin(world: World, resource: Resource, task: Task): Task {
  resource.sid = task.sid;
  world.tasks.set(task.sid, task);
  if (task.mode === "web") startWebTask(world, task);
  else startRtcTask(world, task);
  reportStart(world, { service: "recording", id: task.sid, channel: task.cname });
  return task;
}
