import type { SttJoinRequest } from "../stt/types/join.ts";
import type { SttTaskRequest } from "../stt/types/task-request.ts";
import type { SttTaskVersion, SttVersion } from "../stt/types/version.ts";
import type { Resolvable, SessionOptions } from "./options.ts";

/** v7: what the agent transcribes. */
export interface SttAgentTaskOptions extends SessionOptions {
  version: "v7";
  /** What join is sent, or a function that makes it: asked once per start, repeats send the same. */
  request: Resolvable<SttJoinRequest>;
  /** `name` of the agent. Needed where `request` is a function, else that of the request. */
  name?: string | undefined;
}

/**
 * v6, v5 and beta: what the task transcribes.
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11; new projects can only use v7.
 */
export interface SttBuilderTaskOptions<Version extends SttTaskVersion = SttTaskVersion> extends SessionOptions {
  version: Version;
  /** The body of start, or a function that makes it: asked once per start, repeats send the same. */
  request: Resolvable<SttTaskRequest<Version>>;
  /** Of acquire: 1 to 64 of `a-z A-Z 0-9 - _`. Needed where `request` is a function, else the channel's name. */
  instanceId?: string | undefined;
  /** Hours that the builder token lives after the start; see acquire. */
  resourceExpiredHour?: number | undefined;
}

/** What is transcribed, and how the session behaves. */
export type SttSessionOptions<Version extends SttVersion = SttVersion> = Version extends SttTaskVersion
  ? SttBuilderTaskOptions<Version>
  : SttAgentTaskOptions;
