import type { SttExtensionParams } from "./extension-params.ts";
import type { SttStorage } from "./storage.ts";

/** Writes captions to a bucket, as WebVTT slices and HLS playlists. Agora docs: STT v5 and v6, start, captionConfig */
export interface SttCaptionConfig {
  /** Seconds of each slice: 5 to 28800, default 60. */
  sliceDuration?: number | undefined;
  /** Where the files go. Required, but in a page behind a proxy that adds it. */
  storage?: SttStorage | undefined;
}

/** Writes captions to a bucket, as WebVTT slices and HLS playlists. Agora docs: STT v7, join, captionConfig */
export interface SttV7CaptionConfig {
  /** Seconds of each slice: 5 to 28800, default 60. */
  sliceDuration?: number | undefined;
  /** Where the files go. */
  storage?: SttStorage | undefined;
  /** More about the storage; `endpoint` is needed for `S3Compatible`. Since 7.2.1. */
  extensionParams?: SttExtensionParams | undefined;
}
