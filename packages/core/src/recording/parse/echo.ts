import type { Reading } from "../../context/run-operation.ts";
import { textAt, type JsonObject } from "../../runtime/json.ts";
import type { RecordingQueryTarget } from "../types/handle.ts";
import type { UpdateResult } from "../types/update.ts";

/** What an answer repeats of the call; older answers lack some of it. */
export function echo(body: JsonObject, handle: RecordingQueryTarget) {
  return {
    cname: textAt(body, "cname") ?? handle.cname ?? "",
    uid: textAt(body, "uid") ?? handle.uid ?? "",
    resourceId: textAt(body, "resourceId") ?? handle.resourceId,
    sid: textAt(body, "sid") ?? handle.sid,
  };
}

/** What a change answers. */
export function readChange({ answer, input }: Reading<{ handle: RecordingQueryTarget }>): UpdateResult {
  return { ...answer.body, ...echo(answer.body, input.handle) };
}
