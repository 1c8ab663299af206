import type { RtmpOutput } from "./extension-services.ts";
import type { KnownRecordingMode, RecordingMode } from "./mode.ts";
import type { UpdateOtherRequest } from "./other-mode.ts";
import type { StorageConfig } from "./storage-config.ts";
import type { AudioSubscription, VideoSubscription } from "./subscription.ts";

/** What can be changed in one of the modes. Agora docs: update, clientRequest */
export type UpdateClientRequest<Mode extends RecordingMode = KnownRecordingMode> = Mode extends KnownRecordingMode
  ? {
      raw: UpdateChannelRequest;
      individual: UpdateChannelRequest;
      mix: UpdateChannelRequest;
      web: UpdateWebRequest;
    }[Mode]
  : UpdateOtherRequest;

/** Agora docs: update, clientRequest (raw, individual and mix) */
export interface UpdateChannelRequest extends UpdateStorage {
  /** Replaces all earlier subscriptions. Lists must not be empty, and must fit the `streamTypes` of start. */
  streamSubscribe?: StreamSubscribe | undefined;
  webRecordingConfig?: never;
  rtmpPublishConfig?: never;
}

/** Agora docs: update, clientRequest (web) */
export interface UpdateWebRequest extends UpdateStorage {
  /** True pauses, false resumes. Default false. */
  webRecordingConfig?: { onhold?: boolean | undefined } | undefined;
  /** Another address for the push to a CDN. */
  rtmpPublishConfig?: { outputs?: readonly [] | readonly [RtmpOutput] | undefined } | undefined;
  streamSubscribe?: never;
}

export interface UpdateStorage {
  /** The whole storage configuration, with fresh temporary credentials. */
  storageConfig?: StorageConfig | undefined;
}

export interface StreamSubscribe {
  audioUidList?: AudioSubscription | undefined;
  videoUidList?: VideoSubscription | undefined;
}

/** Agora docs: update and updateLayout, response */
export interface UpdateResult {
  readonly cname: string;
  readonly uid: string;
  readonly resourceId: string;
  readonly sid: string;
}
