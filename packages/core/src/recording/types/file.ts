/** A recorded file, in one form for all modes and all kinds of answers. Agora docs: query and stop, fileList */
export interface RecordingFile {
  /** Name of the M3U8 or MP4 file, below the folders of `fileNamePrefix`. */
  readonly fileName: string;
  /** What is in it. */
  readonly trackType?: "audio" | "video" | "audio_and_video" | (string & {});
  /** The user whose stream it is; `"0"` for all in mix mode. */
  readonly uid?: string;
  /** Whether all users are in it. */
  readonly mixedAllUser?: boolean;
  /** Whether it can be played online. */
  readonly isPlayable?: boolean;
  /** Where it begins, in ms since the epoch. */
  readonly sliceStartTime?: number;
}
