import { object, type JsonObject } from "../../runtime/json.ts";
import { reportStart } from "../../state/started.ts";
import type { Resource, ServiceState } from "../../state/state.ts";
import { readRtcConfig, readWebConfig } from "../task/config.ts";
import { readLayout } from "../task/layout.ts";
import { modeOf } from "../task/mode.ts";
import { startRtcTask } from "./rtc.ts";
import { readStorage } from "../task/storage.ts";
import { readSubscription } from "../task/subscription.ts";
import type { Task } from "../task/task.ts";
import { hourMs } from "../task/timing.ts";
import { startWebTask } from "./web.ts";

/** Starts a recording with a checked request. */
export function createTask(state: ServiceState, resource: Resource, modeName: string, request: JsonObject): Task {
  const mode = modeOf(modeName);
  const startedAt = state.scheduler.now();
  const base = {
    sid: state.ids.sid(),
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
    return begin(state, resource, {
      ...base,
      mode,
      config,
      onhold: config.onhold,
      rtmp,
      uploaded: new Set(),
      jobs: new Set(),
    });
  }
  const config = readRtcConfig(request);
  const recording = object(request.recordingConfig);
  return begin(state, resource, {
    ...base,
    mode,
    config,
    subscription: readSubscription(recording, recording, config.streamTypes),
    layout: mode === "mix" || mode === "other" ? readLayout(object(recording.transcodingConfig)) : null,
    snapshots: [],
    receiving: new Set(),
    idleJob: null,
    uploaded: new Set(),
    jobs: new Set(),
  });
}

function begin(state: ServiceState, resource: Resource, task: Task): Task {
  resource.sid = task.sid;
  state.tasks.set(task.sid, task);
  if (task.mode === "web") startWebTask(state, task);
  else startRtcTask(state, task);
  reportStart(state, { service: "recording", id: task.sid, channel: task.cname });
  return task;
}
