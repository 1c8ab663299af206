import { operations } from "../contract.ts";
import type { AgoraOperation, Effect } from "../errors/operations.ts";

/** What an operation does, by the contract. */
export function effectOf(operation: AgoraOperation): Effect {
  const found = operations.find(({ name }) => name === operation);
  if (!found) throw new RangeError(`There is no operation ${operation}.`);
  return found.effect;
}
