/** Seconds until the last cue of a WebVTT text ends. */
function lastEnd(text: string): number {
  const ends = [...text.matchAll(/-->\s*(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})/g)].map(
    ([, hours = "0", minutes = "0", seconds = "0", ms = "0"]) =>
      Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(ms) / 1000,
  );
  return Math.max(1, ...ends);
}

/** A playlist with one segment, which is the whole text. */
export function writeSubtitlePlaylist(text: string, address: string): string {
  const length = lastEnd(text);
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    `#EXT-X-TARGETDURATION:${Math.ceil(length)}`,
    "#EXT-X-PLAYLIST-TYPE:VOD",
    `#EXTINF:${length.toFixed(3)},`,
    address,
    "#EXT-X-ENDLIST",
    "",
  ].join("\n");
}

/** Says where in the video's own time the cues begin. */
export function mapToVideo(text: string, firstPts: number | undefined): string {
  if (firstPts === undefined || /^X-TIMESTAMP-MAP/m.test(text)) return text;
  return text.replace(
    /^\uFEFF?WEBVTT[^\n]*/,
    (header) => `${header}\nX-TIMESTAMP-MAP=MPEGTS:${firstPts},LOCAL:00:00:00.000`,
  );
}
