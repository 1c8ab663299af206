import type { RecordingFile } from "./file.ts";
import type { QueryServerResponse } from "./server-response.ts";
import type { RecordingState } from "./state.ts";
import type { UploadState } from "./upload.ts";

/** What is known of a running recording. Agora docs: query, response */
export interface QueryResult {
  readonly cname: string;
  readonly uid: string;
  readonly resourceId: string;
  readonly sid: string;
  /** As the service sent it. */
  readonly serverResponse: QueryServerResponse;
  /** It records in `ready` and `in-progress`. */
  readonly state: RecordingState;
  /** Empty until the first file was uploaded, and for snapshots. */
  readonly files: readonly RecordingFile[];
  /** Null where the answer says nothing about it. */
  readonly upload: UploadState | null;
}
