import { expect, test } from "vitest";
import { spaceChecks } from "./space-checks.ts";

/** Checks on a clock that stands until it is moved. */
function createChecks() {
  let now = 1_000_000;
  const limiter = spaceChecks({ now: () => now, setTimeout: () => 0, clearTimeout: () => {} });
  return {
    ask: (id: string) => limiter.tryAcquire({ id, priority: "low", deadline: Infinity }),
    cancel: (id: string) => limiter.cancel(id),
    move: (ms: number) => void (now += ms),
  };
}

test("checks that come at once go one after another, in their order", () => {
  const { ask, move } = createChecks();
  expect(["a", "b", "c"].map(ask)).toEqual([0, 125, 250]);
  // A caller that asks too early keeps its turn.
  expect(ask("c")).toBe(250);
  move(125);
  expect([ask("b"), ask("d")]).toEqual([0, 250]);
  move(125);
  expect(ask("c")).toBe(0);
});

test("a check after a pause goes at once", () => {
  const { ask, move } = createChecks();
  expect(ask("a")).toBe(0);
  move(1000);
  expect(ask("a")).toBe(0);
});

test("a clock that was set back holds nobody up", () => {
  const { ask, cancel, move } = createChecks();
  for (const id of ["a", "b"]) void ask(id);
  cancel("b");
  move(-3_600_000);
  expect(ask("c")).toBe(0);
  expect(ask("a")).toBe(125);
});
