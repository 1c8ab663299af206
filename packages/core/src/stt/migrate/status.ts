import { normalizeSttState } from "../states.ts";

/** The status of v7 that a status of `v6`, `v5` or `beta` corresponds to; unknown words stay as they are. */
export function migrateStatusToV7(status: string): string {
  const state = normalizeSttState(status);
  return state === status ? status : state.toUpperCase();
}
