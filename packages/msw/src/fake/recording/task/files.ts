import { m3u8Name, mp4Name, userIndexName, type RecordedFile } from "./file-names.ts";
import { isSeparate } from "./mode.ts";
import { rawFiles } from "./raw-files.ts";
import type { Task } from "./task.ts";
import { firstSliceMs, isSameTrack, momentOf, recordedMs, startOf, type Track } from "./tracks.ts";

/** Composite MP4 files end after two hours. */
const compositeRotationMs = 2 * 3_600_000;

/** The files that are there now; `final` counts slices that are not full yet, as at the end of a recording. */
export function filesOf(task: Task, now: number, final = false): RecordedFile[] {
  return listedTracks(task, now, final).flatMap((track) => filesOfTrack(task, track, now));
}

/** The tracks that have files. */
export function listedTracks(task: Task, now: number, final: boolean): Track[] {
  if (task.mode !== "web" && !task.config.recordsStreams) return [];
  const listed = task.tracks.filter((track) => final || startOf(track) + firstSliceMs <= now);
  const merged = mergedTracks(task, listed);
  /** The merged index of WebM slices is the only one. */
  const isApart = (track: Track) => !(track.webm && merged.some((one) => one.webm && one.uid === track.uid));
  return [...listed.filter(isApart), ...merged];
}

/** When the first file of the task begins, as far as one is there. */
export function firstSliceStart(task: Task, now: number): number | null {
  const starts = task.tracks.map(startOf).filter((start) => start + firstSliceMs <= now);
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** `standard` writes a third index for a user of whom both audio and video are recorded. */
function mergedTracks(task: Task, listed: readonly Track[]): Track[] {
  if (task.mode !== "individual" || !task.config.mergesStreams) return [];
  return listed
    .filter((track) => track.type === "video")
    .flatMap((video) => {
      const audio = listed.find((track) => track.type === "audio" && isSameTrack({ ...track, type: "video" }, video));
      if (!audio) return [];
      return [{ ...(startOf(audio) < startOf(video) ? audio : video), type: "audio_and_video" as const }];
    });
}

/** The index file of a track, and its MP4 or MP3 files. */
export function filesOfTrack(task: Task, track: Track, now: number): RecordedFile[] {
  const parts = { ...task, generation: track.generation };
  if (task.mode === "raw") return rawFiles(parts, task.config, track, now);
  const base = { trackType: track.type, uid: track.uid, mixedAllUser: !isSeparate(task.mode), isPlayable: true };
  const start = startOf(track);
  if (task.mode === "individual") {
    return [{ fileName: userIndexName(parts, track.uid, track), ...base, sliceStartTime: start }];
  }
  const index = { fileName: m3u8Name(parts), ...base, sliceStartTime: start };
  if (!task.config.mp4) return [index];
  const rotation = task.mode === "web" ? task.config.maxVideoDuration * 60_000 : compositeRotationMs;
  const count = Math.max(1, Math.ceil(recordedMs(track, now) / rotation));
  const videos = Array.from({ length: count }, (_, number) => ({
    fileName: mp4Name(parts, number),
    ...base,
    sliceStartTime: momentOf(track, number * rotation),
  }));
  return [index, ...videos];
}
