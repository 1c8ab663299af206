/**
 * Postponed transcoding of individual mode.
 *
 * @deprecated No longer in the documentation.
 */
export interface AppsCollection {
  /** Default `default`. */
  combinationPolicy?: "default" | "postpone_transcoding" | (string & {}) | undefined;
}

/**
 * Format of what postponed transcoding makes.
 *
 * @deprecated No longer in the documentation.
 */
export interface TranscodeOptions {
  /** Default `mp3`. */
  container?: { format?: "mp4" | "mp3" | "m4a" | "aac" | (string & {}) | undefined } | undefined;
  transConfig?: { transMode?: "postponeTranscoding" | "audioMix" | (string & {}) | undefined } | undefined;
  audio?: TranscodeAudio | undefined;
}

/** @deprecated No longer in the documentation. */
export interface TranscodeAudio {
  /** Hz. Default `"48000"`. */
  sampleRate?: "48000" | "32000" | "16000" | (string & {}) | undefined;
  /** Bit/s. */
  bitrate?: "48000" | (string & {}) | undefined;
  /** Default `"2"`. */
  channels?: "1" | "2" | (string & {}) | undefined;
}
