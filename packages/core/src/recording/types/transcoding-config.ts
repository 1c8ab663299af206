import type { VideoLayout } from "./layout.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * The video of a mixed recording. Give all four numbers, or no number at all.
 *
 * Agora docs: start, recordingConfig, transcodingConfig
 */
export type TranscodingConfig = CanvasConfig & VideoLayout;

export interface CanvasConfig {
  /** Width in pixels, default 360. `width * height` is at most 1920 * 1080. */
  width?: number | Absent;
  /** Height in pixels, default 640. */
  height?: number | Absent;
  /** Frames a second: 1, 7, 10, 15, 24, 30 or 60; others become 15. Default 15. */
  fps?: number | Absent;
  /** Kbps, at most 6500. Default 500. */
  bitrate?: number | Absent;
}
