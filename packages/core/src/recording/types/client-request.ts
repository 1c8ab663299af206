import type { ChannelBase } from "./channel-base.ts";
import type { ChannelServiceConfig, ExtensionServiceConfig } from "./extension-services.ts";
import type { IndividualFileConfig, MixedFileConfig, SnapshotConfig } from "./files-config.ts";
import type { AppsCollection, TranscodeOptions } from "./legacy-transcoding.ts";
import type { KnownRecordingMode, RecordingMode } from "./mode.ts";
import type { OtherClientRequest } from "./other-mode.ts";
import type { RawClientRequest } from "./raw.ts";
import type { IndividualRecordingConfig, MixRecordingConfig } from "./recording-config.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";
import type { Absent, NotHere } from "../../validation/absent.ts";

interface KnownClientRequests {
  raw: RawClientRequest;
  individual: IndividualClientRequest;
  mix: MixClientRequest;
  web: WebClientRequest;
}

type ClientRequests = {
  [Mode in RecordingMode]: Mode extends KnownRecordingMode ? KnownClientRequests[Mode] : OtherClientRequest;
};

/** What is recorded, how and where to, in one of the modes. Agora docs: start, clientRequest */
export type ClientRequest<Mode extends RecordingMode = KnownRecordingMode> = ClientRequests[Mode];

/**
 * Recording, recording with snapshots, or snapshots alone. Legacy: `raw` is the current mode, and `migrateToRaw` makes its
 * request from this one. Agora docs: start, clientRequest (individual)
 */
export type IndividualClientRequest = IndividualBase & (IndividualRecording | IndividualSnapshots);

/** Files of single users. */
export interface IndividualRecording {
  recordingConfig: IndividualRecordingConfig;
  snapshotConfig?: Absent;
}

/** Snapshots need video. Without `recordingFileConfig` nothing but snapshots is made. */
export interface IndividualSnapshots {
  recordingConfig: IndividualRecordingConfig & { streamTypes?: 1 | 2 | Absent };
  /** Takes pictures of the users' video. */
  snapshotConfig: SnapshotConfig;
}

export interface IndividualBase extends ChannelBase {
  /** Which files are made. */
  recordingFileConfig?: IndividualFileConfig | Absent;
  /** @deprecated No longer in the documentation. */
  appsCollection?: AppsCollection | Absent;
  /** @deprecated No longer in the documentation. */
  transcodeOptions?: TranscodeOptions | Absent;
  extensionServiceConfig?: NotHere<"only in modes mix and web">;
}

/** All users in one recording. Agora docs: start, clientRequest (mix) */
export interface MixClientRequest extends ChannelBase {
  /** What is recorded and how. Can be left out by the schema, the guides give it. */
  recordingConfig?: MixRecordingConfig | Absent;
  /** Which files are made. */
  recordingFileConfig?: MixedFileConfig | Absent;
  /** What else works on the channel, such as moderation. With services alone, which keep no files, there is no `storageConfig`. */
  extensionServiceConfig?: ChannelServiceConfig | Absent;
  /** Not in this mode: pictures are for `raw` and `individual`. */
  snapshotConfig?: Absent;
}

/** A web page. Agora docs: start, clientRequest (web) */
export interface WebClientRequest {
  /** Where the files go. Required, but in a page behind a proxy that adds it. */
  storageConfig?: StorageConfig | Absent;
  /** Which files are made. */
  recordingFileConfig?: MixedFileConfig | Absent;
  /** Which page is recorded and where it is pushed to. */
  extensionServiceConfig: ExtensionServiceConfig;
  /** Only channels have tokens. */
  token?: NotHere<"mode web joins no channel">;
  /** Only channels have streams to subscribe to. */
  recordingConfig?: NotHere<"mode web joins no channel">;
  /** Not in this mode: pictures are for `raw` and `individual`. */
  snapshotConfig?: Absent;
}
