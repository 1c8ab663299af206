import type { Absent } from "../../validation/absent.ts";

/** The users that are transcribed: some, all but some, or (default) everybody. Agora docs: STT v6 and v7, rtcConfig */
export type SttSpeakers = SttSpeakerInclusion | SttSpeakerExclusion;

export interface SttSpeakerInclusion {
  /** Transcribe these uids only; at most 32 (v5: 3), or `["all"]` for everybody. Default: everybody. */
  subscribeAudioUids?: readonly string[] | Absent;
  unSubscribeAudioUids?: Absent;
}

export interface SttSpeakerExclusion {
  subscribeAudioUids?: Absent;
  /** Transcribe everybody but these uids; at most 5. */
  unSubscribeAudioUids: readonly string[];
}
