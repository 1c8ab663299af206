import { describe, expect, test } from "vitest";
import { isSttOver, isSttRunning, normalizeSttState } from "./states.ts";

const rows: [status: string, state: string][] = [
  ["IDLE", "idle"],
  ["PREPARING", "starting"],
  ["PREPARED", "starting"],
  ["STARTING", "starting"],
  ["CREATED", "starting"],
  ["STARTED", "running"],
  ["IN_PROGRESS", "running"],
  ["RUNNING", "running"],
  ["RECONNECTING", "recovering"],
  ["RECOVERING", "recovering"],
  ["STOPPING", "stopping"],
  ["STOPPED", "stopped"],
  ["FAILURE_STOP", "failed"],
  ["FAILED", "failed"],
];

describe("normalizeSttState", () => {
  test.each(rows)("%s is %s", (status, state) => {
    expect(normalizeSttState(status)).toBe(state);
    expect(normalizeSttState(state)).toBe(state);
    for (const word of [status, state]) {
      expect(isSttRunning(word)).toBe(state === "running");
      expect(isSttOver(word)).toBe(state === "stopped" || state === "failed");
    }
  });

  test.each(["PAUSED", "Stopped", "", "constructor", "__proto__"])("leaves %j as it is", (status) => {
    expect(normalizeSttState(status)).toBe(status);
    expect(isSttRunning(status) || isSttOver(status)).toBe(false);
  });
});
