import type { UpdateGap } from "./update-gap.ts";
import { deriveUpdateMask } from "./update-mask.ts";

/** The parameters of an update: a number greater than the last, and what the fields replace. Commas stay, as documented. */
export function updateQuery(updates: UpdateGap, fields: object): string {
  const mask = encodeURIComponent(deriveUpdateMask(fields)).replaceAll("%2C", ",");
  return `sequenceId=${updates.nextSequence()}&updateMask=${mask}`;
}
