/**
 * Quality of the recorded audio, all at 48 kHz.
 *
 * Agora docs: start, recordingConfig and extensionServiceConfig, audioProfile
 */
export const AudioProfile = {
  Mono48Kbps: 0,
  Mono128Kbps: 1,
  /** For music. */
  Stereo192Kbps: 2,
} as const;

export type AudioProfile = (typeof AudioProfile)[keyof typeof AudioProfile];
