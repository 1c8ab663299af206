import { defineOperation } from "../../../contract/operation.ts";
import { pathPart } from "../../../rtc/identity.ts";
import { get } from "../../../validation/get.ts";
import { object } from "../../../validation/object.ts";
import { choose, once } from "../../../validation/schema.ts";
import type { SttTaskLeaseFields } from "../../types/lease.ts";
import type { SttStartRequestOf } from "../../types/start.ts";
import type { SttTaskVersion } from "../../types/version.ts";
import { betaRequest } from "../../validate/beta-request.ts";
import { v5Request, v6Request } from "../../validate/flat-request.ts";
import { taskVersion } from "../../validate/task-handle.ts";
import type { Reading } from "../../../context/run-operation.ts";
import { textAt, type JsonObject } from "../../../runtime/json.ts";
import { isAbsent } from "../../../validation/absent.ts";
import { sttTasksService } from "../service.ts";
import type { SttTaskHandleOf } from "../../types/handle.ts";

/** Nothing is looked at of what a lease has besides. */
type Checked<Version extends SttTaskVersion> = Omit<SttStartRequestOf<Version>, keyof SttTaskLeaseFields>;

const lease = () => ({ tokenName: pathPart(), version: taskVersion() });
const lenient = [{}, undefined, "lenient"] as const;

/** What start takes, by the generation that it names. */
export const startTaskRequest = /* @__PURE__ */ once(() =>
  choose<Checked<SttTaskVersion>>(
    (start) => get(start, "version"),
    (version) => {
      if (version === "v5") return object<Checked<"v5">>({ ...lease(), request: v5Request() }, ...lenient);
      if (version === "v6") return object<Checked<"v6">>({ ...lease(), request: v6Request() }, ...lenient);
      if (version === "beta") return object<Checked<"beta">>({ ...lease(), request: betaRequest() }, ...lenient);
      // Its version is wrong, and whatever its request may hold.
      const request = object<object>({}, {});
      return object<Omit<Checked<"v6">, "request"> & { request: object }>({ ...lease(), request }, ...lenient);
    },
  ),
);

type AnyStart = Pick<SttStartRequestOf<SttTaskVersion>, "tokenName" | "version" | "instanceId" | "grant">;

/** The id of the task that runs already: in a field of its own, or at the end of the sentence that says so. */
function runningId(body: JsonObject): string | undefined {
  const sentences = ["message", "reason", "detail"].map((key) => textAt(body, key)).join(" ");
  return textAt(body, "taskId") ?? /taskId is ([\w-]+)/.exec(sentences)?.[1];
}

function toHandle(
  body: JsonObject,
  taskId: string,
  { appId, version, tokenName, instanceId, grant: given }: AnyStart & { readonly appId: string },
  startedAt: number,
): SttTaskHandleOf<SttTaskVersion> {
  const grant = textAt(body, "grant") ?? given;
  return {
    appId,
    version,
    tokenName,
    taskId,
    ...(isAbsent(instanceId) ? {} : { instanceId }),
    startedAt,
    ...(isAbsent(grant) ? {} : { grant }),
  };
}

export const start = /* @__PURE__ */ defineOperation({
  name: "sttTasks.start",
  method: "POST",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/tasks{?builderToken}",
  effect: "begin",
  request: startTaskRequest,
  body: "request",
  service: sttTasksService,
  isGlobal: true,
  read: ({ answer, input, appId, missing }: Reading<AnyStart>): SttTaskHandleOf<SttTaskVersion> =>
    toHandle(answer.body, textAt(answer.body, "taskId") ?? missing("taskId"), { ...input, appId }, answer.receivedAt),
  readRunning(body: JsonObject, input: AnyStart, appId: string, receivedAt: number) {
    const taskId = runningId(body);
    return taskId === undefined ? undefined : toHandle(body, taskId, { ...input, appId }, receivedAt);
  },
});
