import type { AllowedOrigins } from "../../server/http/origins.ts";
import type { OnError } from "../../server/http/report.ts";
import type { Absent } from "../../validation/absent.ts";
import type { Bucket } from "../bucket/bucket.ts";

type Awaitable<Value> = Value | Promise<Value>;

/** Captions that a transcription wrote into the bucket. */
export interface StoredCaptions {
  /** ID of the agent (v7) or of the task. */
  sid: string;
  cname: string;
  /** Those that were spoken, and those that were translated into. */
  languages: readonly string[];
  /** As in `captionConfig.storage`. Default: that of the recording. */
  fileNamePrefix?: readonly string[] | Absent;
}

/** Subtitles of your own, such as `toWebVTT` makes. */
export interface SubtitleTrack {
  /** Language code, such as `en-US`. */
  language: string;
  /** What viewers choose it by. Default: the language in its own words, where the runtime knows them. */
  name?: string | undefined;
  /** WebVTT whose cues count from the beginning of the recording. */
  text: string;
}

/** The recording that a visitor may see: nothing else in the bucket is served. */
export interface PlayableRecording {
  sid: string;
  cname?: string | undefined;
  /** As in `storageConfig`. */
  fileNamePrefix?: readonly string[] | Absent;
  /** The names that query, stop or a notification listed. Default: the bucket is asked, which takes keys that may list it. */
  files?: readonly string[] | undefined;
  /** Of individual recordings: the visitor may see this user alone. */
  uid?: string | undefined;
  /** Captions that a transcription wrote into the bucket. */
  captions?: StoredCaptions | undefined;
  /** Subtitles of your own, such as those of `toWebVTT`. */
  subtitles?: readonly SubtitleTrack[] | undefined;
}

/** Which other origins may play. Without it, only pages of the handler's own origin. */
export interface PlaybackCors {
  /** Origins as browsers send them (`https://app.example`), `"*"`, or a function that decides. */
  origin: AllowedOrigins;
  /** Lets players send cookies. Not with `"*"`. Default false. */
  credentials?: boolean | undefined;
}

/** Options of `createPlaybackHandler`. */
export interface PlaybackHandlerOptions {
  /** The bucket, by keys that may read it: `createS3Bucket(storageConfig)`. */
  files: Bucket;
  /**
   * Decides about every request: which recording the visitor may see, by whatever your app knows of the request. Nothing is answered with 404; a Response,
   * returned or thrown, is the answer instead; throwing anything else is 401.
   */
  authorize: (request: Request) => Awaitable<PlayableRecording | Response | null | undefined>;
  /** Which pages of other origins may use the handler. Default: none. */
  cors?: PlaybackCors | undefined;
  /**
   * Seconds for which signed addresses work at least. Those in a playlist work for an hour longer than it plays. Default 21,600 (six hours), at most
   * 604,800 (seven days). Temporary keys end them earlier.
   */
  expiresIn?: number | undefined;
  /** Segments of one playlist at most. Default 20,000: more than three days. */
  maxSegments?: number | undefined;
  /** Told what the storage refuses and what `authorize` throws. Default `console.error`. */
  onError?: OnError | undefined;
}
