import { describeIssue, type ValidationIssue } from "../validation/issue.ts";
import { AgoraError, type AgoraErrorInit } from "./agora-error.ts";

/**
 * The request was wrong before it was sent, the client was made with wrong options, or the answer was not what the
 * service documents. `issues` lists every problem with its path.
 */
export class AgoraValidationError extends AgoraError {
  override readonly name = "AgoraValidationError";
  /** Every problem, with its path. */
  declare readonly issues: readonly ValidationIssue[];

  constructor(init: AgoraErrorInit & { issues: readonly ValidationIssue[] }) {
    super({ ...init, detail: [init.detail, ...init.issues.map(describeIssue)].filter(Boolean).join(" ") });
  }
}
