import type { RecordingFile } from "./file.ts";
import type { QueryServerResponse } from "./server-response.ts";
import type { RecordingServiceState } from "./service-state.ts";
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
  /**
   * It records in `ready` and `in-progress`. Null where the answer does not say, as of a channel that only services work on:
   * that it was found is all that is known.
   */
  readonly state: RecordingState | null;
  /** States of the services that work on it, by name: `recordingService`, `rtmp_publish_service`. Empty without any. */
  readonly services: Readonly<Record<string, RecordingServiceState>>;
  /** Empty until the first file was uploaded, and for snapshots. */
  readonly files: readonly RecordingFile[];
  /** Null where the answer says nothing about it. */
  readonly upload: UploadState | null;
}
