import type { ClientContext } from "../client/context.ts";
import { checks, foreignAppId, refuse, send, unexpected } from "../client/operate.ts";
import { startedBefore } from "../client/started-before.ts";
import { textAt, type JsonObject } from "../runtime/json.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { guardedDelays } from "../pipeline/retry.ts";
import { buildPath } from "../pipeline/url.ts";
import { isAbsent } from "../validation/absent.ts";
import { recordingPath } from "./paths.ts";
import { recordingService } from "./service.ts";
import type { RecordingHandle } from "./types/handle.ts";
import type { RecordingMode } from "./types/mode.ts";
import type { StartRequest } from "./types/start.ts";
import { validateStart } from "./operations/start.ts";

const operation = "recording.start";

export async function start<Mode extends RecordingMode>(
  context: ClientContext,
  request: StartRequest<Mode>,
  options?: CallOptions,
): Promise<RecordingHandle<Mode>> {
  const issues = [...validateStart(request, checks(context, operation)), ...foreignAppId(context, request, "appId")];
  refuse(recordingService, operation, issues);
  const { cname, uid, resourceId, mode, clientRequest } = request;
  let running: RecordingHandle<Mode> | undefined;
  const readHandle = (body: JsonObject, receivedAt: number) => {
    // An empty sid was seen in answers that had started nothing.
    const sid = textAt(body, "sid");
    const grant = textAt(body, "grant") ?? request.grant;
    if (sid !== undefined) {
      const handle = { appId: context.appId, cname, uid, mode, resourceId, sid, startedAt: receivedAt };
      running = { ...handle, ...(isAbsent(grant) ? {} : { grant }) };
    }
    return running;
  };
  const call = {
    service: recordingService,
    operation,
    method: "POST",
    path: recordingPath(context) + buildPath`/resourceid/${resourceId}/mode/${mode}/start`,
    body: { cname, uid, clientRequest },
    grant: request.grant,
    // The service starts a resource ID only once.
    repeatDelays: guardedDelays,
    readRunning: (body: JsonObject, receivedAt: number) => {
      const handle = readHandle(body, receivedAt);
      return handle && { handle };
    },
  } as const;
  try {
    const answer = await send(context, call, options);
    return readHandle(answer.body, answer.receivedAt) ?? unexpected(call, answer, "sid");
  } catch (error) {
    if (running && startedBefore(error)) return running;
    throw error;
  }
}
