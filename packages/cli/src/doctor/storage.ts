import { isAgoraError } from "@agora-edge/core";
import { checkStorage, type StorageCheck, type StorageErrorKind } from "@agora-edge/core/files";
import { Failure } from "../tool/failure.ts";
import { hasStorage, readStorage, storageAccess } from "../settings/storage.ts";
import type { Tool } from "../tool/tool.ts";
import { type Finding, ok, problem, skipped } from "./check.ts";

const check = "storage";

const consequence = "Until then every recording ends soon after its start, or its files go to Agora's backup.";

/** By the variables of this program. */
const actions: Partial<Record<StorageErrorKind, string>> = {
  "access-denied": "Allow the key to put objects into the bucket, in the policy of the key or of the bucket.",
  "clock-skew": "Let the machine set its clock by the network (NTP).",
  "expired-key": "Get new keys, and set STORAGE_ACCESS_KEY and STORAGE_SECRET_KEY.",
  "no-bucket": "Correct STORAGE_BUCKET or STORAGE_REGION, or make the bucket.",
  "slow-down": "Wait a minute, then try again.",
  "unknown-key": "Correct STORAGE_ACCESS_KEY: copy it from the console of the storage provider.",
  unreachable: "Correct STORAGE_ENDPOINT or STORAGE_REGION; look at DNS, firewall and proxy of this network.",
  "wrong-region": "Correct STORAGE_REGION, and with vendor 11 STORAGE_ENDPOINT or STORAGE_ENDPOINT_REGION.",
  "wrong-secret": "Correct STORAGE_SECRET_KEY: copy it from the console of the storage provider, or make a new key.",
};

/** What of the settings keeps it from being tried. */
function unusable(error: unknown): Finding {
  if (error instanceof Failure) {
    const action = "Set that in the environment or in the file of --settings: record does not start without.";
    return problem(check, error.kind, error.message, action);
  }
  if (!isAgoraError(error)) throw error;
  return problem(
    check,
    error.kind,
    error.message,
    "Correct it. Storage that does not speak the protocol of S3 cannot be tried from here: make a short recording.",
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
  if (!result.ok) {
    const { kind, message } = result.error;
    return problem(
      check,
      kind,
      `${message} ${consequence}`,
      actions[kind] ?? "Look up the code in the provider's documentation.",
    );
  }
  const { canRead, leftBehind } = result;
  const may = canRead ? "may write and read" : "may write, and cannot read: playback needs other keys";
  const left = leftBehind === undefined ? "" : ` The object ${leftBehind} stays there: the keys may not delete.`;
  return ok(check, `the keys ${may}.${left}`);
}
