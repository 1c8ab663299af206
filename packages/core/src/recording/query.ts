import type { ClientContext } from "../client/context.ts";
import { checks, foreignAppId, refuse, send, unexpected } from "../client/operate.ts";
import { isObject } from "../runtime/json.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { readFiles } from "./parse/files.ts";
import { readServices } from "./parse/services.ts";
import { readState } from "./parse/states.ts";
import { readUpload } from "./parse/upload.ts";
import { echo } from "./parse/echo.ts";
import { handlePath } from "./paths.ts";
import { recordingService } from "./service.ts";
import type { RecordingQueryTarget } from "./types/handle.ts";
import type { QueryResult } from "./types/query.ts";
import { validateQuery } from "./operations/query.ts";

const operation = "recording.query";

/** The call alone: stop asks it too. */
export function queryCall(context: ClientContext, handle: RecordingQueryTarget) {
  const path = handlePath(context, handle, "query");
  return { service: recordingService, operation, method: "GET", path, handle, grant: handle.grant } as const;
}

export async function query(
  context: ClientContext,
  handle: RecordingQueryTarget,
  options?: CallOptions,
): Promise<QueryResult> {
  const issues = validateQuery(handle, checks(context, operation));
  refuse(recordingService, operation, [...issues, ...foreignAppId(context, handle, "handle.appId")], handle);
  const call = queryCall(context, handle);
  const answer = await send(context, call, options);
  const { serverResponse } = answer.body;
  if (!isObject(serverResponse)) unexpected(call, answer, "serverResponse");
  // Where services alone work on the channel there is no status; but something there must be.
  if (Object.keys(serverResponse).length === 0) unexpected(call, answer, "serverResponse.status");
  const services = readServices(serverResponse);
  return {
    ...answer.body,
    ...echo(answer.body, handle),
    serverResponse,
    state: readState(serverResponse, services),
    services,
    files: readFiles(serverResponse),
    upload: readUpload(serverResponse),
  };
}
