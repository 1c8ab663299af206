import type { ChannelUser } from "../../state/channels.ts";
import type { ServiceState } from "../../state/state.ts";
import { isDash, type VideoCodec } from "../task/codecs.ts";
import { later } from "../../state/jobs.ts";
import { reportFirstFile, whenPresent } from "./status.ts";
import { isSeparate } from "../task/mode.ts";
import { rawTracks } from "../task/raw-tracks.ts";
import { isSelected, type Selection } from "../task/subscription.ts";
import type { RtcTask } from "../task/task.ts";
import { recordedUsers } from "../task/timing.ts";
import {
  closeTrack,
  firstSliceMs,
  isOpen,
  isSameTrack,
  openTrack,
  type Track,
  type TrackType,
} from "../task/tracks.ts";

interface Stream {
  readonly uid: string;
  readonly medium: "audio" | "video";
  readonly webm: boolean;
  readonly codec: VideoCodec;
}

/** Brings what is received and recorded in line with who publishes in the channel now. */
export function syncStreams(state: ServiceState, task: RtcTask): void {
  if (!task.isIn) return;
  const streams = wantedStreams(task, state.channels.users(task.cname));
  reportStreams(state, task, streams);
  record(state, task, tracksFor(task, streams));
}

/** Nothing is received any more. */
export function endStreams(state: ServiceState, task: RtcTask): void {
  reportStreams(state, task, []);
  record(state, task, []);
}

/** Streams that break off without a word, as when a server is lost. */
export function dropStreams(state: ServiceState, task: RtcTask): void {
  task.receiving = new Set();
  task.tracks = task.tracks.map((track) => closeTrack(track, state.scheduler.now()));
}

/** The users whose video is received now, for snapshots. */
export const visibleUsers = (task: RtcTask): string[] =>
  [...task.receiving].filter((key) => key.endsWith("/video")).map((key) => key.slice(0, -"/video".length));

function wantedStreams(task: RtcTask, users: readonly ChannelUser[]): Stream[] {
  const { audio, video } = task.subscription;
  const subscribed = users.filter(({ uid }) => isSelected(audio, uid) || isSelected(video, uid));
  return subscribed.slice(0, recordedUsers).flatMap((user): Stream[] => {
    const { uid, codec } = user;
    const webm = isDash(codec) && user.video;
    const streams: Stream[] = [];
    if (user.audio && isSelected(audio, uid)) streams.push({ uid, medium: "audio", webm, codec });
    if (user.video && isSelected(video, uid)) streams.push({ uid, medium: "video", webm, codec });
    return streams;
  });
}

function reportStreams(state: ServiceState, task: RtcTask, streams: readonly Stream[]): void {
  const next = new Map(streams.map((stream) => [`${stream.uid}/${stream.medium}`, stream]));
  const report = (key: string, streamState: 0 | 1) => {
    const [streamUid = "", medium] = key.split("/");
    const isAudio = medium === "audio";
    state.notifier.send(task, isAudio ? 43 : 44, 1, {
      msgName: `recorder_${isAudio ? "audio" : "video"}_stream_state_changed`,
      streamUid,
      state: streamState,
      UtcMs: Math.floor(state.scheduler.now()),
    });
  };
  for (const key of task.receiving) if (!next.has(key)) report(key, 1);
  for (const key of next.keys()) if (!task.receiving.has(key)) report(key, 0);
  task.receiving = new Set(next.keys());
}

type TrackKey = Omit<Track, "spans">;

function tracksFor(task: RtcTask, streams: readonly Stream[]): TrackKey[] {
  const { generation } = task;
  if (task.mode === "raw") return rawTracks(task, streams);
  if (task.mode === "individual") {
    return streams.map(({ uid, medium, webm }) => ({ uid, type: medium, generation, ...(webm ? { webm } : {}) }));
  }
  return streams.length > 0 ? [{ uid: "0", type: mixedType(task), generation }] : [];
}

/** Composite files keep the type with which they began, whatever is sent later. */
function mixedType(task: RtcTask): TrackType {
  const begun = task.tracks.find((track) => track.generation === task.generation);
  if (begun) return begun.type;
  const wants = (selection: Selection) => selection.kind !== "none";
  if (!wants(task.subscription.video)) return "audio";
  return wants(task.subscription.audio) ? "audio_and_video" : "video";
}

function record(state: ServiceState, task: RtcTask, wanted: readonly TrackKey[]): void {
  const now = state.scheduler.now();
  const isWanted = (track: Track) => wanted.some((key) => isSameTrack(key, track));
  task.tracks = task.tracks.map((track) => (isOpen(track) && !isWanted(track) ? closeTrack(track, now) : track));
  for (const key of wanted) {
    const known = task.tracks.find((track) => isSameTrack(key, track));
    const lastEnd = known?.spans.at(-1)?.to ?? now;
    const opened = openTrack({ spans: known?.spans ?? [], ...key }, now);
    task.tracks = known ? task.tracks.map((track) => (track === known ? opened : track)) : [...task.tracks, opened];
    if (known && isOpen(known)) continue;
    if (task.config.recordsStreams) reportSlice(state, task, opened, lastEnd);
    if (!known) expectFirstFile(state, task);
  }
}

function reportSlice(state: ServiceState, task: RtcTask, track: Track, lastEnd: number): void {
  state.notifier.send(task, 42, 1, {
    msgName: "recorder_slice_start",
    startUtcMs: Math.floor(state.scheduler.now()),
    discontinueUtcMs: Math.floor(lastEnd),
    mixedAllUser: !isSeparate(task.mode),
    streamUid: track.uid,
    trackType: track.type,
  });
}

/** Status 5 and event 4 come with the first file. */
function expectFirstFile(state: ServiceState, task: RtcTask): void {
  if (!task.config.recordsStreams) return;
  later(state, task, firstSliceMs, () => whenPresent(state, task, () => reportFirstFile(state, task)));
}
