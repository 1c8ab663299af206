import { codecInNames, type VideoCodec } from "./codecs.ts";
import { isSelected } from "./subscription.ts";
import type { RtcTask } from "./task.ts";
import type { Track, TrackType } from "./tracks.ts";

/** What one user sends and the task records, now. */
interface RecordedStream {
  readonly uid: string;
  readonly medium: "audio" | "video";
  readonly codec: VideoCodec;
}

/** One track a user, for whatever the user sends. It stays one when video comes later, and when it goes. */
export function rawTracks(task: RtcTask, streams: readonly RecordedStream[]): Omit<Track, "spans">[] {
  const { generation, config, subscription } = task;
  const recorded = config.mp3 ? streams.filter(({ medium }) => medium === "audio") : streams;
  const uids = [...new Set(recorded.map(({ uid }) => uid))];
  return uids.map((uid) => {
    const own = recorded.filter((stream) => stream.uid === uid);
    const [{ codec: video } = { codec: "h264" as const }] = own;
    const codec = config.mp3 ? "mp3" : codecInNames(video, isSelected(subscription.video, uid));
    const begun = task.tracks.find(
      (track) => track.uid === uid && track.generation === generation && track.codec === codec,
    );
    const type = [begun?.type, ...own.map(({ medium }) => medium)].reduce(together);
    return { uid, generation, codec, type: type ?? "audio" };
  });
}

/** What a file holds that has held both. */
function together(one: TrackType | undefined, other: TrackType | undefined): TrackType | undefined {
  return one === undefined || other === undefined || one === other ? (one ?? other) : "audio_and_video";
}
