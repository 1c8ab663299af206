import type { AudioProfile } from "./audio-profile.ts";
import type { ChannelType } from "./channel-type.ts";
import type { ChannelDecryption } from "../../rtc/encryption.ts";
import type { SubscribeUidGroup, Subscription, VideoStreamType } from "./subscription.ts";
import type { TranscodingConfig } from "./transcoding-config.ts";
import type { Absent, NotHere } from "../../validation/absent.ts";

/**
 * What individual mode records and how. Legacy: see `RawRecordingConfig`.
 *
 * Agora docs: start, recordingConfig
 */
export type IndividualRecordingConfig = ChannelConfig & ChannelDecryption & Subscription & IndividualStreams;

/**
 * What mix mode records and how.
 *
 * Agora docs: start, recordingConfig
 */
export type MixRecordingConfig = ChannelConfig & ChannelDecryption & Subscription & MixedStreams;

/** What every mode that records a channel needs to know about it. */
export interface ChannelConfig {
  /** {@link ChannelType}; the same as in the users' SDK. Default 0, communication; better say it. */
  channelType?: ChannelType | (number & {}) | Absent;
  /** Ends the recording after so many seconds without a user (or host): 5 to 2592000, default 30, advised 300. */
  maxIdleTime?: number | Absent;
  /** {@link VideoStreamType}. Default 0, high quality. */
  videoStreamType?: VideoStreamType | Absent;
  /** JSON text with private parameters. Known: `{"correctEXTINF":true}` adds the comma missing after `#EXTINF:<n>`. */
  privateParams?: string | Absent;
  /** Settings beyond the recording itself. */
  extensionParams?: RecordingExtensionParams | Absent;
}

/** Agora docs: real-time speech-to-text, captions of a recording */
export interface RecordingExtensionParams {
  /**
   * True writes the time of day (NTP) into the recording, so that captions of its channel (`captionConfig` of
   * speech-to-text) can play in step with it. Default false: the time begins with 0.
   */
  enableNTPtimestamp?: boolean | Absent;
}

export interface IndividualStreams {
  /** {@link SubscribeUidGroup}: how many users there will be at peak. */
  subscribeUidGroup: SubscribeUidGroup | (number & {});
  /**
   * `default`: audio and video in files of their own, audio transcoded. `standard`, advised: a merged index as well.
   * `original`, for `streamTypes` 0: audio as it was sent. Default `default`.
   */
  streamMode?: "default" | "standard" | "original" | (string & {}) | Absent;
  audioProfile?: NotHere<"only in mode mix">;
  transcodingConfig?: NotHere<"only in mode mix">;
}

export interface MixedStreams {
  /** {@link SubscribeUidGroup}. Not needed in this mode. */
  subscribeUidGroup?: SubscribeUidGroup | (number & {}) | Absent;
  /** {@link AudioProfile}. Default 0. */
  audioProfile?: AudioProfile | Absent;
  /** Size, quality and layout of the video. */
  transcodingConfig?: TranscodingConfig | Absent;
  streamMode?: NotHere<"only in mode individual">;
}
