import { isAgoraError } from "@agora-edge/core";
import { checkStorage, type StorageCheck } from "@agora-edge/core/files";
import { Failure } from "../tool/failure.ts";
import { hasStorage, readStorage, storageAccess } from "../settings/storage.ts";
import type { Tool } from "../tool/tool.ts";
import { type Finding, ok, problem, skipped } from "./check.ts";

const check = "storage";

const action = "Until then every recording ends soon after its start, or its files go to Agora's backup.";

/** What of the settings keeps it from being tried. */
function unusable(error: unknown): Finding {
  if (error instanceof Failure) return problem(check, error.kind, error.message, action);
  if (!isAgoraError(error)) throw error;
  return problem(
    check,
    error.kind,
    error.message,
    "Only storage that speaks the protocol of S3 can be tried from here.",
  );
}

/** Puts, reads and deletes a small object, with the keys that Agora is given. */
export async function checkBucket(tool: Tool): Promise<Finding> {
  if (!hasStorage(tool)) return skipped(check, "STORAGE_BUCKET and its keys are not set.");
  let result: StorageCheck;
  try {
    result = await checkStorage(await readStorage(tool), { ...storageAccess(tool), clock: tool.clock });
  } catch (error) {
    return unusable(error);
  }
  if (!result.ok) return problem(check, result.error.kind, result.error.message, action);
  const { canRead, leftBehind } = result;
  const may = canRead ? "may write and read" : "may write, and cannot read: playback needs other keys";
  const left = leftBehind === undefined ? "" : ` The object ${leftBehind} stays there: the keys may not delete.`;
  return ok(check, `the keys ${may}.${left}`);
}
