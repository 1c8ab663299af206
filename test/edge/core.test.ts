import { expect, inject, test } from "vitest";
import { placeOfCore } from "../runtimes/built-core.ts";
import { expected, smoke } from "../runtimes/smoke.ts";

test("edge-runtime, as the environment of a test suite", { timeout: 40_000 }, async () => {
  expect(globalThis).toMatchObject({ EdgeRuntime: "edge-runtime" });
  expect(placeOfCore()).toContain("/core/dist/");
  expect(await smoke(inject("target"))).toMatchObject(expected);
});
