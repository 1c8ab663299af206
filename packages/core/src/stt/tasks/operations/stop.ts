import { defineOperation } from "../../../contract/operation.ts";
import { taskCall } from "../../validate/task-handle.ts";

export const stop = /* @__PURE__ */ defineOperation({
  name: "sttTasks.stop",
  method: "DELETE",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/tasks/{taskId}{?builderToken}",
  effect: "end",
  request: taskCall,
});
