import type { Absent } from "../../validation/absent.ts";

/**
 * Files of individual mode (legacy): HLS, without MP4. Leave it out to take snapshots only, give it to record as well.
 *
 * Agora docs: start, recordingFileConfig
 */
export interface IndividualFileConfig {
  /** Default `["hls"]`. */
  avFileType?: readonly "hls"[] | Absent;
}

/**
 * Files of mix and web mode.
 *
 * Agora docs: start, recordingFileConfig
 */
export interface MixedFileConfig {
  /** `["hls"]` (default) or `["hls", "mp4"]`; MP4 comes only next to HLS. */
  avFileType?: readonly ["hls", ...("mp4" | (string & {}))[]] | readonly ["mp4", "hls"] | Absent;
}

/**
 * Pictures taken of every user who sends video.
 *
 * Agora docs: start, snapshotConfig
 */
export interface SnapshotConfig {
  /** Seconds between two pictures, 1 to 3600, default 10. One page still says from 5 on. */
  captureInterval?: number | Absent;
  /** The only one that is documented; others are sent with a warning. */
  fileType: readonly ["jpg"];
}
