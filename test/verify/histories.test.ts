import { expect, test } from "vitest";
import { type ScopeId, withSetting } from "./search/scopes.ts";
import { apply, createWorld, type Move } from "./world/moves.ts";
import { brokenPromise } from "./world/promises.ts";

/** Lives through a history that once broke a promise. A move that cannot be made any more is left out. */
function brokenBy(scope: ScopeId, history: readonly Move[]): string | null {
  return withSetting(scope, (setting) => {
    let world = createWorld(setting);
    for (const move of history) {
      world = apply(world, move) ?? world;
      const broken = brokenPromise(world);
      if (broken !== null) return broken;
    }
    return null;
  });
}

test("a run that was only read is not written again, so that another tab can end it for good", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "acquire", how: "works" },
    { do: "full" },
    { do: "dispose", tab: 0 },
    { do: "answer", tab: 2, what: "start", how: "refused" },
    { do: "start", tab: 0 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("an end that storage did not take is not written later, when another tab has started the same run again", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "acquire", how: "works" },
    { do: "full" },
    { do: "answer", tab: 0, what: "start", how: "refused" },
    { do: "start", tab: 1 },
    { do: "start", tab: 0 },
    { do: "answer", tab: 1, what: "start", how: "works" },
    { do: "answer", tab: 0, what: "acquire", how: "works" },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("acquire() is answered when it joins a request of a start that was called off, and then reset() comes", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "acquire", how: "works" },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "acquire", tab: 1 },
    { do: "start", tab: 1 },
    { do: "stop", tab: 1 },
    { do: "answer", tab: 1, what: "stop", how: "works" },
    { do: "acquire", tab: 1 },
    { do: "reset", tab: 1 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("two starts of one name in the same millisecond are two runs", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "stop", tab: 0 },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "full" },
    { do: "start", tab: 1 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("a start that is repeated without a lease is another run, which an older handle does not replace", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "full" },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "exit", run: 0 },
    { do: "start", tab: 1 },
    { do: "answer", tab: 1, what: "start", how: "works" },
    { do: "stop", tab: 0 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("a recording that is resumed while its quiet stop is on its way is over when that is answered", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "acquire", how: "works" },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "failover", run: 0, ms: 20_000 },
    { do: "stop", tab: 0 },
    { do: "answer", tab: 0, what: "stop", how: "works" },
    { do: "elapse" },
    { do: "elapse" },
    { do: "resume", tab: 0, run: 0 },
    { do: "answer", tab: 0, what: "stop", how: "works" },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});
