import type { SessionStorage } from "@agora-edge/core";

/** Whether a storage may have something to restore, as far as a render can know: one whose answers take time may. */
export function mayHold(storage: SessionStorage | undefined, key: string): boolean {
  try {
    return storage !== undefined && (storage.isAsync !== false || (storage.get(key) ?? null) !== null);
  } catch {
    return true;
  }
}
