import type { SttExtensionParams } from "./extension-params.ts";
import type { SttStorage } from "./storage.ts";
import type { Absent } from "../../validation/absent.ts";

/** Writes captions to a bucket, as WebVTT slices and HLS playlists. Agora docs: STT v5 and v6, start, captionConfig */
export interface SttCaptionConfig {
  /** Seconds of each slice: 5 to 28800, default 60. */
  sliceDuration?: number | Absent;
  /** Where the files go. Required, but in a page behind a proxy that adds it. */
  storage?: SttStorage | Absent;
}

/** Writes captions to a bucket, as WebVTT slices and HLS playlists. Agora docs: STT v7, join, captionConfig */
export interface SttV7CaptionConfig {
  /** Seconds of each slice: 5 to 28800, default 60. */
  sliceDuration?: number | Absent;
  /** Where the files go. */
  storage?: SttStorage | Absent;
  /** More about the storage; `endpoint` is needed for `S3Compatible`. Since 7.2.1. */
  extensionParams?: SttExtensionParams | Absent;
}
