import type { ClientContext } from "../client/context.ts";
import { buildPath } from "../pipeline/url.ts";
import type { RecordingQueryTarget } from "./types/handle.ts";

/** The path of an operation, below the project's. */
export function recordingPath(context: ClientContext): string {
  return buildPath`/v1/apps/${context.appId}/cloud_recording`;
}

/** The path of an operation on something that runs. */
export function handlePath(context: ClientContext, handle: RecordingQueryTarget, action: string): string {
  const { resourceId, sid, mode } = handle;
  return recordingPath(context) + buildPath`/resourceid/${resourceId}/sid/${sid}/mode/${mode}/` + action;
}
