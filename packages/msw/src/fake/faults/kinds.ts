import type { AgoraErrorKind, LocalErrorKind } from "@agora-edge/core";

/**
 * Kinds that no answer arrives as. `ok` is no failure: a 200 that makes no sense is `unexpected-response`. The words of
 * `translation-target-equals-source` are not documented: what the service says then arrives as `invalid-body` or
 * `bad-request`.
 */
type WordlessKind = "ok" | "translation-target-equals-source";

/**
 * What a request can fail as. Not what fails before anything is sent, or because the caller says so: `aborted`,
 * `invalid-config`, `invalid-request`, `invalid-signature` and `invalid-state` come from the client alone.
 */
export type FaultKind = Exclude<AgoraErrorKind, LocalErrorKind | WordlessKind>;
