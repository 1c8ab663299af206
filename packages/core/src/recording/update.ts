import type { ClientContext } from "../client/context.ts";
import { checks, foreignAppId, refuse, send } from "../client/operate.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { ValidationIssue } from "../validation/issue.ts";
import { echo } from "./parse/echo.ts";
import { handlePath } from "./paths.ts";
import { recordingService } from "./service.ts";
import type { RecordingTargetOf } from "./types/handle.ts";
import type { RecordingMode } from "./types/mode.ts";
import type { UpdateClientRequest, UpdateResult } from "./types/update.ts";
import type { UpdateLayoutClientRequest } from "./types/update-layout.ts";
import { validateUpdate } from "./operations/update.ts";
import { validateUpdateLayout } from "./operations/update-layout.ts";

async function change(
  context: ClientContext,
  action: "update" | "updateLayout",
  issues: readonly ValidationIssue[],
  handle: RecordingTargetOf<RecordingMode>,
  clientRequest: object,
  options: CallOptions | undefined,
): Promise<UpdateResult> {
  const operation = `recording.${action}` as const;
  const all = [...issues, ...foreignAppId(context, handle, "handle.appId")];
  refuse(recordingService, operation, all, handle);
  const { cname, uid, grant } = handle;
  const path = handlePath(context, handle, action);
  const body = { cname, uid, clientRequest };
  const call = { service: recordingService, operation, method: "POST", path, body, handle, grant } as const;
  const answer = await send(context, call, options);
  return { ...answer.body, ...echo(answer.body, handle) };
}

export async function update<Mode extends RecordingMode>(
  context: ClientContext,
  handle: RecordingTargetOf<Mode>,
  clientRequest: UpdateClientRequest<Mode>,
  options?: CallOptions,
): Promise<UpdateResult> {
  const issues = validateUpdate(handle, clientRequest, checks(context, "recording.update"));
  return change(context, "update", issues, handle, clientRequest, options);
}

export async function updateLayout(
  context: ClientContext,
  handle: RecordingTargetOf<RecordingMode>,
  clientRequest: UpdateLayoutClientRequest,
  options?: CallOptions,
): Promise<UpdateResult> {
  const issues = validateUpdateLayout(handle, clientRequest, checks(context, "recording.updateLayout"));
  return change(context, "updateLayout", issues, handle, clientRequest, options);
}
