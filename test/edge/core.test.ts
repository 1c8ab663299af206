import { expect, inject, test } from "vitest";
import { placeOfCore } from "../runtimes/built-core.ts";
import { expected, smoke } from "../runtimes/smoke.ts";

test("edge-runtime, as the environment of a test suite", { timeout: 40_000 }, async () => {
  expect(globalThis).toMatchObject({ EdgeRuntime: "edge-runtime" });
  // Stacks are told by the source maps of the built files.
  expect(placeOfCore()).toMatch(/\/core\/(dist|src)\//);
  expect(import.meta.resolve("@agora-edge/core")).toContain("/core/dist/index.js");
  expect(await smoke(inject("target"))).toMatchObject(expected);
});
