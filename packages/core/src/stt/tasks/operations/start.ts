import { defineOperation } from "../../../contract/operation.ts";
import { pathPart } from "../../../recording/validate/identity.ts";
import { get } from "../../../validation/get.ts";
import type { ValidationIssue } from "../../../validation/issue.ts";
import { object } from "../../../validation/object.ts";
import { choose, once } from "../../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../../validation/validate.ts";
import type { SttTaskLeaseFields } from "../../types/lease.ts";
import type { SttStartRequestOf } from "../../types/start.ts";
import type { SttTaskVersion } from "../../types/version.ts";
import { betaRequest } from "../../validate/beta-request.ts";
import { v5Request, v6Request } from "../../validate/flat-request.ts";
import { taskVersion } from "../../validate/task-handle.ts";

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

/** Every problem of a start that shows before it is sent. Paths are the caller's: `request.rtcConfig.pubBotUid`. */
export function validateSttStart(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate(startTaskRequest(), request, options);
}

export const start = /* @__PURE__ */ defineOperation({
  name: "sttTasks.start",
  method: "POST",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/tasks{?builderToken}",
  effect: "begin",
  request: startTaskRequest,
  body: "request",
});
