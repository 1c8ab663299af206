import type { RecordingFile } from "./file.ts";
import type { StopServerResponse } from "./server-response.ts";
import type { RecordingState } from "./state.ts";
import type { UploadState } from "./upload.ts";
import type { Absent } from "../../validation/absent.ts";

/** Agora docs: stop, clientRequest */
export interface StopClientRequest {
  /**
   * False (default): the answer waits for the upload, up to about 20 s. True: it comes at once, and notifications tell
   * about the files.
   */
  async_stop?: boolean | Absent;
}

/** What was recorded. Agora docs: stop, response */
export interface StopResult {
  readonly cname: string;
  readonly uid: string;
  readonly resourceId: string;
  readonly sid: string;
  /** As the service sent it. */
  readonly serverResponse: StopServerResponse;
  /** Null where the answer says nothing about it, which is the rule. */
  readonly state: RecordingState | null;
  /** Can be incomplete after an asynchronous stop; empty for snapshots. */
  readonly files: readonly RecordingFile[];
  /** Where the answer says nothing about it: `pending` after an asynchronous stop, else `unknown`. */
  readonly upload: UploadState;
}
