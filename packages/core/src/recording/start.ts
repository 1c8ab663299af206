import type { ClientContext } from "../client/context.ts";
import { isAgoraError } from "../errors/agora-error.ts";
import { textAt, type JsonObject } from "../runtime/json.ts";
import type { CallOptions } from "../transport/call.ts";
import { buildPath } from "../transport/url.ts";
import { foreignAppId, recordingPath, refuse, send, unexpected } from "./prepare.ts";
import type { RecordingHandle } from "./types/handle.ts";
import type { RecordingMode } from "./types/mode.ts";
import type { StartRequest } from "./types/start.ts";
import { validateStart } from "./validate/start.ts";

/** A lost start may be sent again with its resource ID, twice: the service starts a resource ID only once. */
const pauses = [3000, 6000] as const;

/** Whether an earlier attempt of this call may have started what the service now says is running. */
function repeatedInDoubt(error: unknown): boolean {
  return (
    isAgoraError(error) &&
    error.kind === "already-started" &&
    isAgoraError(error.cause) &&
    error.cause.retry.outcomeUnknown
  );
}

export async function start<Mode extends RecordingMode>(
  context: ClientContext,
  request: StartRequest<Mode>,
  options?: CallOptions,
): Promise<RecordingHandle<Mode>> {
  refuse("recording.start", [...validateStart(request, context), ...foreignAppId(context, request.appId, "appId")]);
  const { cname, uid, resourceId, mode, clientRequest } = request;
  let running: RecordingHandle<Mode> | undefined;
  const readHandle = (body: JsonObject, receivedAt: number) => {
    // An empty sid was seen in answers that had started nothing.
    const sid = textAt(body, "sid");
    const grant = textAt(body, "grant") ?? request.grant;
    if (sid !== undefined) {
      const handle = { appId: context.appId, cname, uid, mode, resourceId, sid, startedAt: receivedAt };
      running = { ...handle, ...(grant === undefined ? {} : { grant }) };
    }
    return running;
  };
  try {
    const answer = await send(
      context,
      "recording.start",
      {
        method: "POST",
        path: recordingPath(context) + buildPath`/resourceid/${resourceId}/mode/${mode}/start`,
        body: { cname, uid, clientRequest },
        grant: request.grant,
        pauses,
        readHandle,
      },
      options,
    );
    return readHandle(answer.body, answer.receivedAt) ?? unexpected("recording.start", answer, "sid");
  } catch (error) {
    if (running && repeatedInDoubt(error)) return running;
    throw error;
  }
}
