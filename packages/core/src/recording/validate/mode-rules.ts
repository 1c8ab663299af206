import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import type { Report } from "../../validation/object.ts";
import type { RecordingMode } from "../types/mode.ts";
import { fileTypes } from "./client-request.ts";
import { RTMP_PUBLISH, WEB_RECORDER } from "./extension-services.ts";
import { usedLists } from "../../rtc/subscription-lists.ts";

/**
 * What a mode asks of the `clientRequest` of a start request. Accepted are combinations that the service may merely ignore,
 * or on which its documentation disagrees with itself: `streamMode` in mix, `original` without `streamTypes` 0,
 * `audioProfile` in individual, `token` in web, `extensionServiceConfig` in individual and mix. Warned of is what some
 * program sends and no document gives an effect, what a document asks for while official clients leave it out, and what was
 * left behind in `individual`.
 */
export function checkMode(request: unknown, report: Report, warn: Report): void {
  const mode = get(request, "mode");
  const at = (name: string) => get(request, `clientRequest.${name}`);
  const tell: Report = (name, message) => report(`clientRequest.${name}`, message);

  if (mode === "raw") {
    refuse(request, mode, report, "extensionServiceConfig"); // "the request is rejected"
    ignored(request, mode, warn, "recordingConfig.streamMode", "recordingConfig.transcodingConfig");
    checkAudioFiles(request, warn);
    if (at("snapshotConfig")) checkSnapshots(at("recordingConfig"), tell);
  } else if (mode === "individual") {
    expect(request, warn, at("recordingConfig") ? "recordingConfig.subscribeUidGroup" : "recordingConfig"); // R17
    ignored(request, mode, warn, "recordingConfig.transcodingConfig"); // R19
    if (fileTypes(at("recordingFileConfig")).includes("mp4")) {
      tell("recordingFileConfig.avFileType", "takes no mp4 in mode individual"); // R13
    }
    if (at("snapshotConfig")) checkSnapshots(at("recordingConfig"), tell);
  } else if (mode === "mix") {
    refuse(request, mode, report, "snapshotConfig"); // R26
  } else if (mode === "web") {
    refuse(request, mode, report, "snapshotConfig");
    ignored(request, mode, warn, "recordingConfig");
    if (isAbsent(at("extensionServiceConfig"))) tell("extensionServiceConfig", "is required in mode web");
    checkServices(at("extensionServiceConfig.extensionServices"), tell);
  }
}

/** What the documents ask for, and official clients leave out: the service gives it a value of its own. */
function expect(request: unknown, warn: Report, name: string): void {
  const path = `clientRequest.${name}`;
  if (isAbsent(get(request, path))) warn(path, `is documented as required in mode ${String(get(request, "mode"))}`);
}

/** Warns of parts of `clientRequest` that do nothing in the mode. */
function ignored(request: unknown, mode: RecordingMode, warn: Report, ...names: readonly string[]): void {
  for (const name of names) {
    const path = `clientRequest.${name}`;
    if (!isAbsent(get(request, path))) warn(path, `has no documented effect in mode ${mode}`);
  }
}

/** MP3 is documented by itself, and for audio alone. */
function checkAudioFiles(request: unknown, warn: Report): void {
  const types = fileTypes(get(request, "clientRequest.recordingFileConfig"));
  if (!types.includes("mp3")) return;
  const path = "clientRequest.recordingFileConfig.avFileType";
  if (types.length > 1) warn(path, "is documented to have mp3 by itself");
  else if (get(request, "clientRequest.recordingConfig.streamTypes") !== 0) {
    warn(path, "is documented to have mp3 for audio alone, streamTypes 0");
  }
}

/** Refuses parts of `clientRequest` that the mode does not have. */
export function refuse(request: unknown, mode: RecordingMode, report: Report, ...names: readonly string[]): void {
  for (const name of names) {
    const path = `clientRequest.${name}`;
    if (!isAbsent(get(request, path))) report(path, `is not for mode ${mode}`);
  }
}

/** R26. */
function checkSnapshots(recordingConfig: unknown, tell: Report): void {
  if (get(recordingConfig, "streamTypes") === 0) tell("recordingConfig.streamTypes", "must be 1 or 2 for snapshots");
  if (usedLists(recordingConfig, "Audio")[0] && !usedLists(recordingConfig, "Video")[0]) {
    tell("recordingConfig.subscribeVideoUids", "is required for snapshots next to an audio list");
  }
}

/** R27. Services with unknown names may stand next to the recorder. */
function checkServices(services: unknown, tell: Report): void {
  if (!Array.isArray(services)) return;
  const count = (name: string) => services.filter((service) => get(service, "serviceName") === name).length;
  if (count(WEB_RECORDER) !== 1 || count(RTMP_PUBLISH) > 1) {
    tell("extensionServiceConfig.extensionServices", `must have one ${WEB_RECORDER} and at most one ${RTMP_PUBLISH}`);
  }
}
