import { expect, test } from "vitest";
import { fuzz } from "../testing/fuzz.ts";

test("100,000 requests of every kind: each gets a documented answer", async () => {
  const statuses = new Map<number, number>();
  // Ten fakes with different seeds, so that no fake is too full to start something.
  for (let seed = 1; seed <= 10; seed += 1) {
    for (const [status, count] of await fuzz(10_000, seed)) statuses.set(status, (statuses.get(status) ?? 0) + count);
  }
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(100_000);
  for (const status of [200, 400, 401, 404, 409]) {
    expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(100);
  }
  for (const status of [201, 206]) expect(statuses.get(status) ?? 0, `${status}`).toBeGreaterThan(0);
});
