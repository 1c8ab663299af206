import type { MediaFile } from "../../settings/storage.ts";
import type { ServiceState } from "../../state/state.ts";
import type { RecordedFile } from "../task/file-names.ts";
import { filesOfTrack, listedTracks } from "../task/files.ts";
import { m3u8Text, mpdText } from "../task/playlists.ts";
import { isWebm, slicesOf } from "../task/slices.ts";
import type { Task } from "../task/task.ts";
import type { Track } from "../task/tracks.ts";

const contentTypes = {
  m3u8: "application/vnd.apple.mpegurl",
  mpd: "application/dash+xml",
  ts: "video/mp2t",
  webm: "video/webm",
  mp4: "video/mp4",
  mp3: "audio/mpeg",
  jpg: "image/jpeg",
} as const;

type Format = keyof typeof contentTypes;

const encoder = new TextEncoder();

/** Uploads what has come since it was called last; `final` takes what is in the making too. */
export function putFiles(state: ServiceState, task: Task, final: boolean): void {
  if (!state.settings.storage) return;
  const now = state.scheduler.now();
  for (const track of listedTracks(task, now, final)) putTrack(state, task, track, final);
}

/** A picture, at once. */
export function putSnapshot(
  state: ServiceState,
  task: Task,
  file: { fileName: string; uid: string; takenAt: number },
): void {
  const { fileName, uid, takenAt: startTime } = file;
  putMedia(state, task, { fileName, format: "jpg", trackType: "video", uid, startTime, duration: 0 });
}

function putTrack(state: ServiceState, task: Task, track: Track, final: boolean): void {
  const now = state.scheduler.now();
  const { uid, type: trackType } = track;
  const files = filesOfTrack(task, track, now);
  const playlists = files.filter(({ fileName }) => /\.(m3u8|mpd)$/.test(fileName));
  const slices = playlists.length > 0 ? slicesOf(task, track, now, final) : [];
  for (const { fileName, from, to } of slices) {
    const format = isWebm(track) ? "webm" : "ts";
    putMedia(state, task, { fileName, format, trackType, uid, startTime: from, duration: to - from });
  }
  for (const { fileName } of playlists) {
    const isMpd = fileName.endsWith(".mpd");
    const text = isMpd ? mpdText(slices, final) : m3u8Text(track, slices, final);
    put(state, task, fileName, isMpd ? "mpd" : "m3u8", encoder.encode(text));
  }
  putWholeFiles(state, task, files, final);
}

/** An MP4 or MP3 is uploaded when the next one has begun, or at the end. */
function putWholeFiles(state: ServiceState, task: Task, files: readonly RecordedFile[], final: boolean): void {
  for (const format of ["mp4", "mp3"] as const) {
    const series = files.filter(({ fileName }) => fileName.endsWith(`.${format}`));
    for (const [index, { fileName, trackType, uid, sliceStartTime: startTime }] of series.entries()) {
      const next = series[index + 1]?.sliceStartTime;
      if (next === undefined && !final) continue;
      const duration = (next ?? state.scheduler.now()) - startTime;
      putMedia(state, task, { fileName, format, trackType, uid, startTime, duration });
    }
  }
}

function putMedia(state: ServiceState, task: Task, file: MediaFile): void {
  if (!state.settings.storage || task.uploaded.has(file.fileName)) return;
  task.uploaded.add(file.fileName);
  const { media = placeholder } = state.settings.storage;
  put(state, task, file.fileName, file.format, new Uint8Array(media(file)));
}

/** An empty packet of a transport stream; elsewhere it is only not nothing. */
function placeholder(): Uint8Array {
  return Uint8Array.from({ length: 188 }, (_, index) => [0x47, 0x1f, 0xff, 0x10][index] ?? 0xff);
}

function put(state: ServiceState, task: Task, fileName: string, format: Format, body: Uint8Array<ArrayBuffer>): void {
  const { bucket, prefix } = task.storage;
  state.settings.storage?.put({ bucket, key: `${prefix}${fileName}`, body, contentType: contentTypes[format] });
}
