/** An object that the service would upload to the third-party storage. */
export interface UploadedObject {
  /** The bucket of `storageConfig`. */
  readonly bucket: string;
  /** With the folders of `fileNamePrefix`. */
  readonly key: string;
  /** What is in it: a `Uint8Array<ArrayBuffer>`, which has no parameter before TypeScript 5.7. */
  readonly body: ReturnType<typeof Uint8Array.of>;
  /** Such as `video/mp2t`. */
  readonly contentType: string;
}

/** A file with sound or pictures, which the fake does not have. */
export interface MediaFile {
  readonly fileName: string;
  /** What the file has to be. */
  readonly format: "ts" | "webm" | "mp4" | "mp3" | "jpg";
  readonly trackType: "audio" | "video" | "audio_and_video";
  /** `"0"` when it is not the stream of one user. */
  readonly uid: string;
  /** Unix ms */
  readonly startTime: number;
  /** Ms. 0 for pictures. */
  readonly duration: number;
}

/** Where recorded files go. */
export interface FakeStorage {
  /**
   * Called with every object once the service would have uploaded it: segments when they are full, playlists each time they have
   * grown, all that is left at the end; of a transcription with `captionConfig` the captions. Not called when the keys are refused, or
   * for a recording that crashes.
   */
  put: (object: UploadedObject) => unknown;
  /** What is in the files. Default: a few bytes that nothing plays. */
  media?: (file: MediaFile) => Uint8Array;
}
