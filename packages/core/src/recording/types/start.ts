import type { ClientRequest } from "./client-request.ts";
import type { KnownRecordingMode, RecordingMode } from "./mode.ts";
import type { Absent } from "../../validation/absent.ts";

/**
 * Starts a recording in the mode that it names: `start({ ...resource, mode: "mix", clientRequest })`.
 *
 * Agora docs: start
 */
export type StartRequest<Mode extends RecordingMode = KnownRecordingMode> = {
  [Each in Mode]: StartRequestOf<Each>;
}[Mode];

/** A start request in one mode. */
export interface StartRequestOf<Mode extends RecordingMode> extends LeaseFields {
  /** The same as in acquire. */
  cname: string;
  /** The same as in acquire. */
  uid: string;
  /** From acquire; good for one start within five minutes. */
  resourceId: string;
  mode: Mode;
  clientRequest: ClientRequest<Mode>;
}

/** What a lease has besides; nothing of it is sent in the body. */
export interface LeaseFields {
  acquiredAt?: number | Absent;
  expiresAt?: number | Absent;
  /** 1 must go with mode `web`, anything else with `mix` and `individual`. Mode `raw` does not look at it. */
  scene?: number | Absent;
  grant?: string | Absent;
  /** Must be the App ID of the client where it is given. */
  appId?: string | Absent;
}
