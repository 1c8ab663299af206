import { EdgeVM } from "@edge-runtime/vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { startService, type Service } from "./service.ts";
import { expected } from "./smoke.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

test("edge-runtime, in a bare EdgeVM", { timeout: 40_000 }, async () => {
  const vm = new EdgeVM();
  vm.evaluate(await bundle("programs/edge-vm.ts", { format: "iife", conditions: ["edge-light", "browser"] }));
  expect(vm.evaluate("`${typeof process} ${typeof Buffer} ${EdgeRuntime}`")).toBe("undefined undefined edge-runtime");
  // As JSON, because objects of another realm equal none of ours.
  const summary = await vm.evaluate(`smokeAsJson(${JSON.stringify(JSON.stringify(service.target("from-edge-vm")))})`);
  expect(JSON.parse(summary)).toMatchObject(expected);
});
