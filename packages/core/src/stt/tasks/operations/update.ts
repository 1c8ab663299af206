import { defineOperation } from "../../../contract/operation.ts";
import { get } from "../../../validation/get.ts";
import { object } from "../../../validation/object.ts";
import { choose, once } from "../../../validation/schema.ts";
import type { SttBetaUpdateFields, SttUpdateFields, SttV5UpdateFields, SttV6UpdateFields } from "../../types/update.ts";
import type { SttTaskVersion } from "../../types/version.ts";
import { taskHandle, type CheckedTask } from "../../validate/task-handle.ts";
import { betaFields, hasChange, v5Fields, v6Fields } from "../../validate/updated-fields.ts";
import { sttTasksService } from "../service.ts";
import { readTask } from "../read-task.ts";

/** An update of a task, as one object. */
export interface SttTaskUpdate<Fields> {
  handle: CheckedTask;
  fields: Fields;
}

/** By the generation of the handle; v6 where it does not say. */
export const taskUpdate = /* @__PURE__ */ once(() =>
  choose<SttTaskUpdate<SttUpdateFields<SttTaskVersion>>>(
    (call) => get(call, "handle.version"),
    (version) => {
      const handle = taskHandle();
      if (version === "v5")
        return object<SttTaskUpdate<SttV5UpdateFields>>({ handle, fields: v5Fields() }, {}, hasChange);
      if (version === "beta")
        return object<SttTaskUpdate<SttBetaUpdateFields>>({ handle, fields: betaFields() }, {}, hasChange);
      return object<SttTaskUpdate<SttV6UpdateFields>>({ handle, fields: v6Fields() }, {}, hasChange);
    },
  ),
);

export const update = /* @__PURE__ */ defineOperation({
  name: "sttTasks.update",
  method: "PATCH",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/tasks/{taskId}{?builderToken,sequenceId,updateMask}",
  effect: "change",
  request: taskUpdate,
  body: "fields",
  service: sttTasksService,
  isGlobal: true,
  read: readTask,
});
