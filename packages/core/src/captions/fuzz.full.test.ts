import { expect, test } from "vitest";
import { pushDamaged } from "./testing/fuzz.ts";

test("20,000 damaged payloads: none throws, each is decoded or counted", async () => {
  const { decoded, dropped } = await pushDamaged(20_000);
  expect(decoded + dropped).toBe(20_000);
  expect(dropped).toBeGreaterThan(5000);
  expect(decoded).toBeGreaterThan(600);
});
