/**
 * The channel profile that the users' SDK has set; must be the same here.
 *
 * Agora docs: start, recordingConfig, channelType
 */
export const ChannelType = {
  /** Idle when nobody is in the channel. */
  Communication: 0,
  /** Idle when no host is in the channel. */
  LiveBroadcast: 1,
} as const;

export type ChannelType = (typeof ChannelType)[keyof typeof ChannelType];
