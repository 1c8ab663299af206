import type { RtmpOutput } from "./extension-services.ts";
import type { KnownRecordingMode, RecordingMode } from "./mode.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";
import type { AudioSubscription, VideoSubscription } from "./subscription.ts";
import type { Absent } from "../../validation/absent.ts";

type UpdateClientRequests = {
  [Mode in RecordingMode]: Mode extends "web"
    ? UpdateWebRequest
    : Mode extends KnownRecordingMode
      ? UpdateChannelRequest
      : UpdateOtherRequest;
};

/** What can be changed in one of the modes. Agora docs: update, clientRequest */
export type UpdateClientRequest<Mode extends RecordingMode = KnownRecordingMode> = UpdateClientRequests[Mode];

/** Agora docs: update, clientRequest (raw, individual and mix) */
export interface UpdateChannelRequest extends UpdateStorage {
  /** Replaces all earlier subscriptions. Lists must not be empty, and must fit the `streamTypes` of start. */
  streamSubscribe?: StreamSubscribe | Absent;
  /** Only of mode `web`. */
  webRecordingConfig?: Absent;
  /** Only of mode `web`. */
  rtmpPublishConfig?: Absent;
}

/** Agora docs: update, clientRequest (web) */
export interface UpdateWebRequest extends UpdateStorage {
  /** True pauses, false resumes. Default false. */
  webRecordingConfig?: { onhold?: boolean | Absent } | Absent;
  /** Another address for the push to a CDN. */
  rtmpPublishConfig?: { outputs?: readonly [] | readonly [RtmpOutput] | Absent } | Absent;
  /** Only of modes that record a channel. */
  streamSubscribe?: Absent;
}

export interface UpdateStorage {
  /** The whole storage configuration, with fresh temporary credentials. */
  storageConfig?: StorageConfig | Absent;
}

/** The users whose audio and video a running recording takes from now on. */
export interface StreamSubscribe {
  /** Whose audio is recorded. */
  audioUidList?: AudioSubscription | Absent;
  /** Whose video is recorded. */
  videoUidList?: VideoSubscription | Absent;
}

/** Agora docs: update and updateLayout, response */
export interface UpdateResult {
  readonly cname: string;
  readonly uid: string;
  readonly resourceId: string;
  readonly sid: string;
}

/** What can be changed in a mode that this SDK does not know: whatever can be in one of the others. */
export type UpdateOtherRequest = UpdateStorage &
  Pick<UpdateChannelRequest, "streamSubscribe"> &
  Pick<UpdateWebRequest, "webRecordingConfig" | "rtmpPublishConfig">;
