import { expect, test } from "vitest";
import { fuzz } from "../testing/fuzz.ts";

test("2,000 requests of every kind: each gets a documented answer", async () => {
  const statuses = await fuzz(2000, 1);
  for (const status of [200, 400, 401, 404]) expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(20);
});
