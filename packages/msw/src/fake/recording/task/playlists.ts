import { utcStamp } from "./file-names.ts";
import type { Slice } from "./slices.ts";
import type { Track } from "./tracks.ts";

const seconds = (slice: Slice) => ((slice.to - slice.from) / 1000).toFixed(6);

/** An M3U8 as the service writes it: its own tags, and lengths without the comma that players expect behind them. */
export function m3u8Text(track: Track, slices: readonly Slice[], isOver: boolean): string {
  const longest = Math.max(1, ...slices.map((slice) => Math.ceil((slice.to - slice.from) / 1000)));
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    `#EXT-X-TARGETDURATION:${longest}`,
    "#EXT-X-MEDIA-SEQUENCE:0",
    ...slices.flatMap((slice, index) => [
      ...(slice.isFirst && index > 0 ? ["#EXT-X-DISCONTINUITY"] : []),
      ...(slice.isFirst ? trackEvents(track, slice) : []),
      `#EXTINF:${seconds(slice)}`,
      slice.fileName,
    ]),
    ...(isOver ? ["#EXT-X-ENDLIST"] : []),
    "",
  ].join("\n");
}

function trackEvents({ type }: Track, slice: Slice): string[] {
  const media = type === "audio_and_video" ? ["AUDIO", "VIDEO"] : [type.toUpperCase()];
  return media.map(
    (medium) => `#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE=${medium},TIME=${utcStamp(slice.from)}`,
  );
}

/** A DASH manifest. What the service writes in its own is in no document. */
export function mpdText(slices: readonly Slice[], isOver: boolean): string {
  const total = slices.reduce((sum, slice) => sum + (slice.to - slice.from), 0) / 1000;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="${isOver ? "static" : "dynamic"}" mediaPresentationDuration="PT${total}S">`,
    '<Period><AdaptationSet mimeType="video/webm"><Representation id="0" bandwidth="1000000"><SegmentList>',
    ...slices.map(
      (slice) => `<SegmentURL media="${slice.fileName.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}"/>`,
    ),
    "</SegmentList></Representation></AdaptationSet></Period></MPD>",
    "",
  ].join("\n");
}
