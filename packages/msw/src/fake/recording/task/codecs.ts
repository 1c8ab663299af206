/** What users send as video. */
export type VideoCodec = "h264" | "h265" | "av1" | "vp8" | "vp9";

/** HLS and MP4 cannot hold it: it is DASH. */
export const isDash = (codec: string): boolean => codec === "vp8" || codec === "vp9" || codec === "opus";

/** MP4 takes less than HLS. */
export const fitsMp4 = (codec: string): boolean => !isDash(codec) && codec !== "av1";

/** The codec in the names of files in which the video of a user is, or only the audio. */
export function codecInNames(video: VideoCodec, hasVideo: boolean): string {
  if (hasVideo) return video;
  return isDash(video) ? "opus" : "aac";
}
