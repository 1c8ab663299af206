import type { Absent } from "../../validation/absent.ts";

/**
 * Postponed transcoding of individual mode.
 *
 * @deprecated No longer in the documentation.
 */
export interface AppsCollection {
  /** Default `default`. */
  combinationPolicy?: "default" | "postpone_transcoding" | (string & {}) | Absent;
}

/**
 * Format of what postponed transcoding makes.
 *
 * @deprecated No longer in the documentation.
 */
export interface TranscodeOptions {
  /** Default `mp3`. */
  container?: { format?: "mp4" | "mp3" | "m4a" | "aac" | (string & {}) | Absent } | Absent;
  /** `postponeTranscoding` transcodes after the recording, `audioMix` merges the audio. */
  transConfig?: { transMode?: "postponeTranscoding" | "audioMix" | (string & {}) | Absent } | Absent;
  /** Sample rate, bitrate and channels. */
  audio?: TranscodeAudio | Absent;
}

/** @deprecated No longer in the documentation. */
export interface TranscodeAudio {
  /** Hz. Default `"48000"`. */
  sampleRate?: "48000" | "32000" | "16000" | (string & {}) | Absent;
  /** Bit/s. */
  bitrate?: "48000" | (string & {}) | Absent;
  /** Default `"2"`. */
  channels?: "1" | "2" | (string & {}) | Absent;
}
