import type { ClientContext } from "../client/context.ts";
import { integerAt, isObject } from "../runtime/json.ts";
import type { CallOptions } from "../transport/call.ts";
import { readFiles } from "./parse/files.ts";
import { nameState } from "./parse/states.ts";
import { readUpload } from "./parse/upload.ts";
import { foreignAppId, handlePath, refuse, send, unexpected } from "./prepare.ts";
import type { RecordingTarget } from "./types/handle.ts";
import type { QueryResult } from "./types/query.ts";
import { validateHandle } from "./validate/handle.ts";

export async function query(
  context: ClientContext,
  handle: RecordingTarget,
  options?: CallOptions,
): Promise<QueryResult> {
  const issues = validateHandle(handle, "recording.query", context);
  refuse("recording.query", [...issues, ...foreignAppId(context, handle.appId, "handle.appId")], handle);
  const parts = { method: "GET", path: handlePath(context, handle, "query"), handle, grant: handle.grant } as const;
  const answer = await send(context, "recording.query", parts, options);
  const { serverResponse } = answer.body;
  if (!isObject(serverResponse)) unexpected("recording.query", answer, "serverResponse", handle);
  const status = integerAt(serverResponse, "status");
  if (status === undefined) unexpected("recording.query", answer, "serverResponse.status", handle);
  const { cname, uid, resourceId, sid } = handle;
  return {
    // Older answers lack the echo.
    cname,
    uid,
    resourceId,
    sid,
    ...answer.body,
    // What the answer lacks, the type marks as optional; the status was just seen.
    serverResponse: { ...serverResponse, status },
    state: nameState(status),
    files: readFiles(serverResponse),
    upload: readUpload(serverResponse),
  };
}
