import type { Absent } from "../../validation/absent.ts";

/**
 * Which media are recorded.
 *
 * Agora docs: start, recordingConfig, streamTypes
 */
export const StreamTypes = { Audio: 0, Video: 1, AudioAndVideo: 2 } as const;

export type StreamTypes = (typeof StreamTypes)[keyof typeof StreamTypes];

/**
 * Which stream of a user is recorded where users send two.
 *
 * Agora docs: start, recordingConfig, videoStreamType
 */
export const VideoStreamType = { High: 0, Low: 1 } as const;

export type VideoStreamType = (typeof VideoStreamType)[keyof typeof VideoStreamType];

/**
 * How many users are subscribed to at peak, audio and video together.
 *
 * Agora docs: start, recordingConfig, subscribeUidGroup
 */
export const SubscribeUidGroup = {
  UpTo2: 0,
  From3To7: 1,
  From8To12: 2,
  From13To17: 3,
  From18To32: 4,
  From33To49: 5,
} as const;

export type SubscribeUidGroup = (typeof SubscribeUidGroup)[keyof typeof SubscribeUidGroup];

/**
 * What is recorded of whom. A list for one medium alone unsubscribes from the other medium entirely.
 *
 * Agora docs: start, recordingConfig, streamTypes and the four lists of uids
 */
export type Subscription =
  | (BothMedia & AudioSubscription & VideoSubscription)
  | (OnlyAudio & AudioSubscription)
  | (OnlyVideo & VideoSubscription);

export interface BothMedia {
  /** {@link StreamTypes}. Default 2, audio and video. */
  streamTypes?: 2 | Absent;
}

export interface OnlyAudio {
  /** {@link StreamTypes}: audio. */
  streamTypes: 0;
  subscribeVideoUids?: Absent;
  unSubscribeVideoUids?: Absent;
}

export interface OnlyVideo {
  /** {@link StreamTypes}: video. */
  streamTypes: 1;
  subscribeAudioUids?: Absent;
  unSubscribeAudioUids?: Absent;
}

/** The users whose audio is recorded: some, all but some, or (default) everybody. */
export type AudioSubscription = AudioInclusion | AudioExclusion;

export interface AudioInclusion {
  /** Record the audio of these uids only; at most 32, or `["#allstream#"]` for everybody. */
  subscribeAudioUids?: readonly string[] | Absent;
  unSubscribeAudioUids?: Absent;
}

export interface AudioExclusion {
  subscribeAudioUids?: Absent;
  /** Record the audio of everybody but these uids; at most 32. */
  unSubscribeAudioUids: readonly string[];
}

/** The users whose video is recorded: some, all but some, or (default) everybody. */
export type VideoSubscription = VideoInclusion | VideoExclusion;

export interface VideoInclusion {
  /** Record the video of these uids only; at most 32, or `["#allstream#"]` for everybody. */
  subscribeVideoUids?: readonly string[] | Absent;
  unSubscribeVideoUids?: Absent;
}

export interface VideoExclusion {
  subscribeVideoUids?: Absent;
  /** Record the video of everybody but these uids; at most 32. */
  unSubscribeVideoUids: readonly string[];
}
