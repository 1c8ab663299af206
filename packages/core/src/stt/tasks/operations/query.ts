import { defineOperation } from "../../../contract/operation.ts";
import { taskCall } from "../../validate/task-handle.ts";
import { sttTasksService } from "../service.ts";
import { readTask } from "../read-task.ts";

export const query = /* @__PURE__ */ defineOperation({
  name: "sttTasks.query",
  method: "GET",
  path: "/v1/projects/{appId}/rtsc/speech-to-text/tasks/{taskId}{?builderToken}",
  effect: "read",
  request: taskCall,
  service: sttTasksService,
  isGlobal: true,
  read: readTask,
});
