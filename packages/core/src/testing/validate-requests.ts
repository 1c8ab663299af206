import type { Operation } from "../contract/operation.ts";
import { recordingOperations as recording } from "../recording/recording.ts";
import { sttAgentsOperations as agents } from "../stt/agents/agents.ts";
import { sttTasksOperations as tasks } from "../stt/tasks/tasks.ts";
import type { ValidationIssue } from "../validation/issue.ts";
import { validate, type ValidateOptions } from "../validation/validate.ts";

/*
 * What an operation says of a request, as the client asks it before anything is sent.
 */

const ofRequest =
  ({ request }: Operation) =>
  (given: unknown, options?: ValidateOptions): ValidationIssue[] =>
    validate(request(), given, options);

const ofHandle =
  ({ request }: Operation) =>
  (handle: unknown, options?: ValidateOptions): ValidationIssue[] =>
    validate(request(), { handle }, options);

const ofChange =
  ({ request }: Operation, name: "clientRequest" | "fields") =>
  (handle: unknown, given?: unknown, options?: ValidateOptions): ValidationIssue[] =>
    validate(request(), { handle, [name]: given }, options);

export const validateAcquire = ofRequest(recording.acquire);
export const validateStart = ofRequest(recording.start);
export const validateQuery = ofHandle(recording.query);
export const validateUpdate = ofChange(recording.update, "clientRequest");
export const validateUpdateLayout = ofChange(recording.updateLayout, "clientRequest");
export const validateStop = ofChange(recording.stop, "clientRequest");

export const validateSttAcquire = ofRequest(tasks.acquire);
export const validateSttStart = ofRequest(tasks.start);
export const validateSttTaskHandle = ofHandle(tasks.query);
export const validateSttTaskUpdate = ofChange(tasks.update, "fields");

export const validateSttJoin = ofRequest(agents.join);
export const validateSttAgentHandle = ofHandle(agents.get);
export const validateSttAgentUpdate = ofChange(agents.update, "fields");
export const validateSttList = (filter: unknown = {}, options?: ValidateOptions): ValidationIssue[] =>
  validate(agents.list.request(), filter, options);
