import type { ClientContext } from "../../client/context.ts";
import { buildPath } from "../../pipeline/url.ts";
import type { SttTaskTarget } from "../types/handle.ts";

/** The path of the builder-token family, below the project's. */
export function sttTasksPath(context: ClientContext): string {
  return buildPath`/v1/projects/${context.appId}/rtsc/speech-to-text`;
}

/** The path of a call on something that runs. */
export function taskPath(context: ClientContext, { taskId, tokenName }: SttTaskTarget): string {
  return sttTasksPath(context) + buildPath`/tasks/${taskId}?builderToken=${tokenName}`;
}
