import type { InspectedTransition } from "@agora-edge/core/inspect";
import { expect, test } from "vitest";
import { describeEffect, describeEvent, isQuiet } from "./describe.ts";

test.each([
  [{ type: "start" }, "start"],
  [{ type: "failed", error: { kind: "task-not-found" } }, "failed: task-not-found"],
  [{ type: "queried", result: { state: "in-progress" } }, "queried: in-progress"],
  [{ type: "notification", notification: { eventType: 31 } }, "notification: 31"],
  [{ type: "push", snapshot: { status: "stopped" } }, "push: stopped"],
  [{ type: "wake", visible: false, online: true }, "wake: hidden, online"],
  [{ type: "deferred", wait: 200 }, "deferred: 200 ms"],
  [{ type: "stored", step: "noting" }, "stored: noting"],
  [{ type: "stored", step: null, error: { message: "full" } }, "stored: error"],
  [{ type: "stored", step: null }, "stored"],
])("%j is described as %s", (event, words) => {
  expect(describeEvent(event)).toBe(words);
});

test("effects say whom they are for, and whether they bring an error", () => {
  expect(describeEffect({ type: "settle", command: "start", error: {} })).toBe("settle start error");
  expect(describeEffect({ type: "query", call: 3, priority: "low" })).toBe("query low");
  expect(describeEffect({ type: "release" })).toBe("release");
});

test("quiet is what only says that time has passed", () => {
  const tick: InspectedTransition = {
    type: "transition",
    at: 0,
    service: "recording",
    key: "key",
    session: 1,
    event: { type: "tick", now: 0 },
    effects: [],
    before: { status: "recording" },
    state: { status: "recording" },
  };
  expect(isQuiet(tick)).toBe(true);
  expect(isQuiet({ ...tick, effects: [{ type: "query" }] })).toBe(false);
  expect(isQuiet({ ...tick, state: { status: "expired" } })).toBe(false);
  expect(isQuiet({ ...tick, event: { type: "start", now: 0 } })).toBe(false);
});
