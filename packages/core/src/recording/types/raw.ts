import type { Absent, NotHere } from "../../validation/absent.ts";
import type { ChannelBase } from "./channel-base.ts";
import type { ChannelDecryption } from "../../rtc/encryption.ts";
import type { SnapshotConfig } from "./files-config.ts";
import type { ChannelConfig } from "./recording-config.ts";
import type { SubscribeUidGroup, Subscription } from "./subscription.ts";

/** Recording, recording with snapshots, or snapshots alone. Agora docs: start, clientRequest (raw) */
export type RawClientRequest = RawBase & (RawRecording | RawSnapshots);

/** Files of single users. */
export interface RawRecording {
  /** What is recorded and how. */
  recordingConfig?: RawRecordingConfig | Absent;
  snapshotConfig?: Absent;
}

/** Snapshots need video. Without `recordingFileConfig` nothing but snapshots is made. */
export interface RawSnapshots {
  /** What is recorded and how. */
  recordingConfig?: (RawRecordingConfig & { streamTypes?: 1 | 2 | Absent }) | Absent;
  /** Takes pictures of the users' video. */
  snapshotConfig: SnapshotConfig;
}

export interface RawBase extends ChannelBase {
  /** Which files are made. */
  recordingFileConfig?: RawFileConfig | Absent;
  /** A request that has it is rejected. */
  extensionServiceConfig?: NotHere<"only in modes mix and web">;
}

/**
 * What raw mode records and how.
 *
 * Agora docs: start, recordingConfig
 */
export type RawRecordingConfig = ChannelConfig & ChannelDecryption & Subscription & RawStreams;

export interface RawStreams {
  /** {@link SubscribeUidGroup}: how many users there will be at peak. */
  subscribeUidGroup?: SubscribeUidGroup | (number & {}) | Absent;
  /** Of `individual` only: raw always makes one merged playlist for each user. */
  streamMode?: NotHere<"only in mode individual">;
  audioProfile?: NotHere<"only in mode mix">;
  transcodingConfig?: NotHere<"only in mode mix">;
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
    | Absent;
}
