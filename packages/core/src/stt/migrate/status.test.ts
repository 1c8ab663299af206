import { describe, expect, test } from "vitest";
import { migrateStatusToV7 } from "./status.ts";

describe("migrateStatusToV7", () => {
  test.each([
    ["IDLE", "IDLE"],
    ["PREPARING", "STARTING"],
    ["PREPARED", "STARTING"],
    ["STARTING", "STARTING"],
    ["CREATED", "STARTING"],
    ["STARTED", "RUNNING"],
    ["IN_PROGRESS", "RUNNING"],
    ["RUNNING", "RUNNING"],
    ["RECONNECTING", "RECOVERING"],
    ["STOPPING", "STOPPING"],
    ["STOPPED", "STOPPED"],
    ["FAILURE_STOP", "FAILED"],
    ["newWord", "newWord"],
  ])("%s is %s", (old, current) => {
    expect(migrateStatusToV7(old)).toBe(current);
  });
});
