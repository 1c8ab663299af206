import type { Absent } from "../../validation/absent.ts";
import type { ChannelBase } from "./client-request.ts";
import type { ChannelDecryption } from "./encryption.ts";
import type { ChannelConfig } from "./recording-config.ts";
import type { Subscription } from "./subscription.ts";
import type { UpdateChannelRequest, UpdateStorage, UpdateWebRequest } from "./update.ts";

/** The request of a mode that this SDK does not know: what the modes share has its types, everything else passes. */
export interface OtherClientRequest extends ChannelBase {
  recordingConfig?: (ChannelConfig & ChannelDecryption & Subscription & Readonly<Record<string, unknown>>) | Absent;
  recordingFileConfig?: { readonly avFileType?: readonly string[] | Absent; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** What can be changed in a mode that this SDK does not know: whatever can be in one of the others. */
export type UpdateOtherRequest = UpdateStorage &
  Pick<UpdateChannelRequest, "streamSubscribe"> &
  Pick<UpdateWebRequest, "webRecordingConfig" | "rtmpPublishConfig">;
