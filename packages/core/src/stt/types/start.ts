import type { SttTaskLeaseFields } from "./lease.ts";
import type { SttTaskRequest } from "./task-request.ts";
import type { SttTaskVersion } from "./version.ts";

/**
 * Starts a task of the generation that it names: `start({ ...lease, version: "v6", request })`.
 *
 * Agora docs: STT v6, start
 *
 * @deprecated The service of v5 and v6 ended on 2026-06-11; new projects can only use v7: `sttAgents.join`.
 */
export type SttStartRequest<Version extends SttTaskVersion = SttTaskVersion> = {
  [Each in Version]: SttStartRequestOf<Each>;
}[Version];

/** A start request of one generation. */
export interface SttStartRequestOf<Version extends SttTaskVersion> extends SttTaskLeaseFields {
  /** The builder token from acquire; good for one start within five minutes. */
  tokenName: string;
  version: Version;
  /** What is sent as the body. */
  request: SttTaskRequest<Version>;
}
