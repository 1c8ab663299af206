// Every request as a Standard Schema: a form, a validator of a server or an input of an RPC checks it by the client's own rules.
import type { BanDuration, BanRequest, ChannelListFilter } from "./channels/types.ts";
import { banRequest } from "./channels/operations/ban.ts";
import { listRequest } from "./channels/operations/list.ts";
import { updateBanRequest } from "./channels/operations/update-ban.ts";
import { acquireRequest } from "./recording/operations/acquire.ts";
import { queryCall } from "./recording/operations/query.ts";
import { startRequest } from "./recording/operations/start.ts";
import { stopCall } from "./recording/operations/stop.ts";
import { updateCall } from "./recording/operations/update.ts";
import { layoutCall } from "./recording/operations/update-layout.ts";
import type { AcquireRequest } from "./recording/types/acquire.ts";
import type { RecordingLayoutTarget, RecordingQueryTarget, RecordingTarget } from "./recording/types/handle.ts";
import type { StartRequest } from "./recording/types/start.ts";
import type { StopClientRequest } from "./recording/types/stop.ts";
import type { UpdateClientRequest } from "./recording/types/update.ts";
import type { UpdateLayoutClientRequest } from "./recording/types/update-layout.ts";
import { listFilter } from "./stt/agents/operations/list.ts";
import { agentUpdate } from "./stt/agents/operations/update.ts";
import { acquireTaskRequest } from "./stt/tasks/operations/acquire.ts";
import { startTaskRequest } from "./stt/tasks/operations/start.ts";
import { taskUpdate } from "./stt/tasks/operations/update.ts";
import type { SttAcquireRequest } from "./stt/types/acquire.ts";
import type { SttAgentTarget, SttTaskTarget } from "./stt/types/handle.ts";
import type { SttJoinRequest } from "./stt/types/join.ts";
import type { SttListFilter } from "./stt/types/list.ts";
import type { SttStartRequest } from "./stt/types/start.ts";
import type { SttUpdateFields } from "./stt/types/update.ts";
import type { SttTaskVersion } from "./stt/types/version.ts";
import { agentCall } from "./stt/validate/agent-handle.ts";
import { joinRequest } from "./stt/validate/flat-request.ts";
import { taskCall } from "./stt/validate/task-handle.ts";
import { toStandardSchema as standard, type StandardSchema } from "./validation/standard-schema.ts";

export {
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
  withOptions,
} from "./validation/standard-schema.ts";
export type { ValidateOptions } from "./validation/validate.ts";
export type { ValidationWarning } from "./validation/issue.ts";

/*
 * Named after the methods. Methods with several arguments have them as the fields of one object, by the names of the arguments.
 */

/** What `recording.acquire` takes. */
export const recordingAcquire: StandardSchema<AcquireRequest> = /* @__PURE__ */ standard(acquireRequest);
/** What `recording.start` takes: the lease, the mode and its `clientRequest`. */
export const recordingStart: StandardSchema<StartRequest> = /* @__PURE__ */ standard(startRequest);
/** What `recording.query` takes. */
export const recordingQuery: StandardSchema<{ handle: RecordingQueryTarget }> = /* @__PURE__ */ standard(queryCall);
/** What `recording.update` takes. */
export const recordingUpdate: StandardSchema<{ handle: RecordingTarget; clientRequest: UpdateClientRequest }> =
  /* @__PURE__ */ standard(updateCall);
/** What a change of the layout takes. */
export const recordingUpdateLayout: StandardSchema<{
  handle: RecordingLayoutTarget;
  clientRequest: UpdateLayoutClientRequest;
}> = /* @__PURE__ */ standard(layoutCall);
/** What `recording.stop` takes. */
export const recordingStop: StandardSchema<{ handle: RecordingTarget; clientRequest?: StopClientRequest | undefined }> =
  /* @__PURE__ */ standard(stopCall);

/** What `sttAgents.join` takes. */
export const sttAgentsJoin: StandardSchema<SttJoinRequest> = /* @__PURE__ */ standard(joinRequest);
/** What `sttAgents.get` takes. */
export const sttAgentsGet: StandardSchema<{ handle: SttAgentTarget }> = /* @__PURE__ */ standard(agentCall);
/** What `sttAgents.update` takes. */
export const sttAgentsUpdate: StandardSchema<{ handle: SttAgentTarget; fields: SttUpdateFields<"v7"> }> =
  /* @__PURE__ */ standard(agentUpdate);
/** What `sttAgents.leave` takes. */
export const sttAgentsLeave: StandardSchema<{ handle: SttAgentTarget }> = /* @__PURE__ */ standard(agentCall);
/** What `sttAgents.list` takes. */
export const sttAgentsList: StandardSchema<SttListFilter> = /* @__PURE__ */ standard(listFilter);

/** What `sttTasks.acquire` takes. */
export const sttTasksAcquire: StandardSchema<SttAcquireRequest> = /* @__PURE__ */ standard(acquireTaskRequest);
/** What `sttTasks.start` takes: the lease, the version and its `request`. */
export const sttTasksStart: StandardSchema<SttStartRequest> = /* @__PURE__ */ standard(startTaskRequest);
/** What `sttTasks.query` takes. */
export const sttTasksQuery: StandardSchema<{ handle: SttTaskTarget }> = /* @__PURE__ */ standard(taskCall);
/** What `sttTasks.update` takes. */
export const sttTasksUpdate: StandardSchema<{ handle: SttTaskTarget; fields: SttUpdateFields<SttTaskVersion> }> =
  /* @__PURE__ */ standard(taskUpdate);
/** What `sttTasks.stop` takes. */
export const sttTasksStop: StandardSchema<{ handle: SttTaskTarget }> = /* @__PURE__ */ standard(taskCall);

/** What `channels.ban` takes. */
export const channelsBan: StandardSchema<BanRequest> = /* @__PURE__ */ standard(banRequest);
/** What `channels.updateBan` takes. */
export const channelsUpdateBan: StandardSchema<BanDuration & { id: number }> =
  /* @__PURE__ */ standard(updateBanRequest);
/** What `channels.list` takes. */
export const channelsList: StandardSchema<ChannelListFilter> = /* @__PURE__ */ standard(listRequest);
