import { createAgoraClient } from "@agora-edge/core";
import { expect, inject, test } from "vitest";
import { expected, smoke } from "../runtimes/smoke.ts";

test("edge-runtime, as the environment of a test suite", { timeout: 40_000 }, async () => {
  expect(globalThis).toMatchObject({ EdgeRuntime: "edge-runtime" });
  expect(await smoke(inject("target"))).toMatchObject(expected);
});

test("the core under test is the built one", () => {
  try {
    createAgoraClient({ appId: "" });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ kind: "invalid-config", stack: expect.stringContaining("core/dist/") });
  }
});
