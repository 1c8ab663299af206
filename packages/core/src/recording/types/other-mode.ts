import type { Absent } from "../../validation/absent.ts";
import type { ChannelBase } from "./channel-base.ts";
import type { ChannelDecryption } from "../../rtc/encryption.ts";
import type { ChannelConfig } from "./recording-config.ts";
import type { Subscription } from "./subscription.ts";

/** The request of a mode that this SDK does not know: what the modes share has its types, everything else passes. */
export interface OtherClientRequest extends ChannelBase {
  /** What is recorded and how. */
  recordingConfig?: (ChannelConfig & ChannelDecryption & Subscription & Readonly<Record<string, unknown>>) | Absent;
  /** Which files are made. */
  recordingFileConfig?: { readonly avFileType?: readonly string[] | Absent; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}
