import { defineOperation } from "../../../contract/operation.ts";
import { taskCall } from "../../validate/task-handle.ts";
import type { Reading } from "../../../context/run-operation.ts";
import { sttTasksService } from "../service.ts";
import type { SttTaskTarget } from "../../types/handle.ts";
import type { SttStopResult } from "../../types/results.ts";

export const stop = /* @__PURE__ */ defineOperation({
  name: "sttTasks.stop",
  method: "DELETE",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/tasks/{taskId}{?builderToken}",
  effect: "end",
  request: taskCall,
  service: sttTasksService,
  isGlobal: true,
  mayBeEmpty: true,
  read: ({ answer, input }: Reading<{ handle: SttTaskTarget }>): SttStopResult => ({
    ...answer.body,
    taskId: input.handle.taskId,
  }),
});
