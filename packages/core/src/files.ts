export {
  buildCaptionFileName,
  buildFileName,
  type FileNameParts,
  type IndividualFileNameParts,
  type MixedFileNameParts,
  type RawFileNameParts,
} from "./files/names/build.ts";
export type { BackupCopy, FileFormat, FileTrack, ParsedFileName } from "./files/names/file-name.ts";
export { objectKey, parseObjectKey } from "./files/names/object-key.ts";
export { type KnownOfFile, parseFileName } from "./files/names/parse.ts";
export { type RecordingSnapshot, snapshotOf } from "./files/names/snapshot.ts";
export type { Bucket, BucketRequest, PresignOptions, StoredObject } from "./files/bucket/bucket.ts";
export {
  listRecordingObjects,
  type ListRecordingObjectsOptions,
  type RecordingObject,
} from "./files/bucket/list-recording-objects.ts";
export { StorageError, type StorageErrorKind } from "./files/bucket/storage-error.ts";
export type { S3EndpointOptions, S3StorageConfig } from "./files/s3/endpoint.ts";
export { createS3Bucket, type S3BucketOptions } from "./files/s3/s3-bucket.ts";
export { createPlaybackHandler } from "./files/playback/handler.ts";
export type {
  PlayableRecording,
  PlaybackCors,
  PlaybackHandlerOptions,
  StoredCaptions,
  SubtitleTrack,
} from "./files/playback/options.ts";
export { checkStorage, type CheckStorageOptions, type StorageCheck } from "./files/bucket/check-storage.ts";
