import type { ClientContext } from "../../client/context.ts";
import { checks, foreignAppId, refuse, send, unexpected } from "../../client/operate.ts";
import { startedBefore } from "../../client/started-before.ts";
import { textAt, type JsonObject } from "../../runtime/json.ts";
import type { CallOptions } from "../../pipeline/call.ts";
import { guardedDelays } from "../../pipeline/retry.ts";
import { buildPath } from "../../pipeline/url.ts";
import { isAbsent } from "../../validation/absent.ts";
import { sttService } from "../service.ts";
import type { SttTaskHandleOf } from "../types/handle.ts";
import type { SttStartRequestOf } from "../types/start.ts";
import type { SttTaskVersion } from "../types/version.ts";
import { validateSttStart } from "./operations/start.ts";
import { sttTasksPath } from "./paths.ts";

const operation = "sttTasks.start";

/** The id of the task that runs already: in a field of its own, or at the end of the sentence that says so. */
function runningId(body: JsonObject): string | undefined {
  const sentences = ["message", "reason", "detail"].map((key) => textAt(body, key)).join(" ");
  return textAt(body, "taskId") ?? /taskId is ([\w-]+)/.exec(sentences)?.[1];
}

export async function start<Version extends SttTaskVersion>(
  context: ClientContext,
  given: SttStartRequestOf<Version>,
  options?: CallOptions,
): Promise<SttTaskHandleOf<Version>> {
  const issues = [...validateSttStart(given, checks(context, operation)), ...foreignAppId(context, given, "appId")];
  refuse(sttService, operation, issues);
  const { tokenName, version, request, instanceId } = given;
  let running: SttTaskHandleOf<Version> | undefined;
  const toHandle = (body: JsonObject, taskId: string, startedAt: number): SttTaskHandleOf<Version> => {
    const grant = textAt(body, "grant") ?? given.grant;
    return {
      appId: context.appId,
      version,
      tokenName,
      taskId,
      ...(isAbsent(instanceId) ? {} : { instanceId }),
      startedAt,
      ...(isAbsent(grant) ? {} : { grant }),
    };
  };
  const call = {
    service: sttService,
    operation,
    method: "POST",
    path: sttTasksPath(context) + buildPath`/tasks?builderToken=${tokenName}`,
    body: request,
    grant: given.grant,
    // One builder token starts one task.
    repeatDelays: guardedDelays,
    secrets: [tokenName],
    readRunning: (body: JsonObject, receivedAt: number) => {
      const runningTask = runningId(body);
      if (runningTask === undefined) return undefined;
      running = toHandle(body, runningTask, receivedAt);
      return { handle: running, runningTask };
    },
  } as const;
  try {
    const answer = await send(context, call, options);
    const taskId = textAt(answer.body, "taskId") ?? unexpected(call, answer, "taskId");
    return toHandle(answer.body, taskId, answer.receivedAt);
  } catch (error) {
    if (running && startedBefore(error)) return running;
    throw error;
  }
}
