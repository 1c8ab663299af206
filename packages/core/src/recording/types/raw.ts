import type { ChannelBase } from "./client-request.ts";
import type { ChannelDecryption } from "./encryption.ts";
import type { SnapshotConfig } from "./files-config.ts";
import type { ChannelConfig } from "./recording-config.ts";
import type { SubscribeUidGroup, Subscription } from "./subscription.ts";

/** Recording, recording with snapshots, or snapshots alone. Agora docs: start, clientRequest (raw) */
export type RawClientRequest = RawBase & (RawRecording | RawSnapshots);

/** Files of single users. */
export interface RawRecording {
  /** What is recorded and how. */
  recordingConfig?: RawRecordingConfig | undefined;
  snapshotConfig?: never;
}

/** Snapshots need video. Without `recordingFileConfig` nothing but snapshots is made. */
export interface RawSnapshots {
  /** What is recorded and how. */
  recordingConfig?: (RawRecordingConfig & { streamTypes?: 1 | 2 | undefined }) | undefined;
  /** Takes pictures of the users' video. */
  snapshotConfig: SnapshotConfig;
}

export interface RawBase extends ChannelBase {
  /** Which files are made. */
  recordingFileConfig?: RawFileConfig | undefined;
  /** A request that has it is rejected. */
  extensionServiceConfig?: never;
}

/**
 * What raw mode records and how.
 *
 * Agora docs: start, recordingConfig
 */
export type RawRecordingConfig = ChannelConfig & ChannelDecryption & Subscription & RawStreams;

export interface RawStreams {
  /** {@link SubscribeUidGroup}: how many users there will be at peak. */
  subscribeUidGroup?: SubscribeUidGroup | (number & {}) | undefined;
  /** Of `individual` only: raw always makes one merged playlist for each user. */
  streamMode?: never;
  audioProfile?: never;
  transcodingConfig?: never;
}

/**
 * Files of raw mode. Leave it out to take snapshots only, give it to record as well. Of users who send VP8 or VP9 there is
 * DASH instead.
 *
 * Agora docs: start, recordingFileConfig
 */
export interface RawFileConfig {
  /** `["hls"]` (default), `["hls", "mp4"]`, or `["mp3"]` for audio alone. */
  avFileType?:
    | readonly "hls"[]
    | readonly ["hls", ...("mp4" | (string & {}))[]]
    | readonly ["mp4", "hls"]
    | readonly ["mp3"]
    | undefined;
}
