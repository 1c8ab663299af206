import type { AgoraOperation } from "@agora-edge/core";
import { nearestWord } from "../http/nearest.ts";
import { operations } from "../http/route-table.ts";
import { faultKinds } from "./lookup.ts";

/** A fault that nothing can meet, or that would arrive as another one, is a mistake of the test. */
export function checkFault(operation: AgoraOperation | "*", kind: string | undefined): void {
  const name: string = operation;
  if (name !== "*" && !operations.some((known) => known === name)) {
    throw new RangeError(`There is no operation ${name}. Did you mean ${nearestWord(name, operations)}?`);
  }
  if (kind === undefined) return;
  const kinds = operation === "*" ? faultKinds() : faultKinds(operation);
  if (kinds.some((known) => known === kind)) return;
  const who = operation === "*" ? "No operation" : operation;
  const never = operation === "*" ? "ever" : "never";
  throw new RangeError(
    `${who} ${never} fails as "${kind}". Did you mean "${nearestWord(kind, kinds)}"? All of them: ${kinds.join(", ")}.`,
  );
}
