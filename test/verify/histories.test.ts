import { expect, test } from "vitest";
import { live } from "./random/histories.ts";
import { type ScopeId, withSetting } from "./search/scopes.ts";
import type { Move } from "./world/moves.ts";

/** Lives through a history that once broke a promise, until all has been well for some time. */
const brokenBy = (scope: ScopeId, history: readonly Move[]): string | null =>
  withSetting(scope, (setting) => live(setting, history));

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

test("a session that was disposed of leaves the further tries of a stop to the next one", () => {
  const history: Move[] = [
    { do: "start", tab: 1 },
    { do: "wait", ms: 15_000 },
    { do: "show", tab: 1 },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "wait", ms: 3000 },
    { do: "stop", tab: 1 },
    { do: "dispose", tab: 1 },
    { do: "wait", ms: 3000 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("what storage refused is written before a start is repeated", () => {
  const history: Move[] = [
    { do: "acquire", tab: 1 },
    { do: "wait", ms: 120_000 },
    { do: "start", tab: 1 },
    { do: "stop", tab: 1 },
    { do: "dispose", tab: 0 },
    { do: "full" },
    { do: "revive", tab: 0 },
    { do: "wait", ms: 35_000 },
    { do: "stop", tab: 0 },
  ];
  expect(brokenBy("v6", history)).toBeNull();
});

test("a lease whose request was on its way when the clock was set is not shown after its end", () => {
  const history: Move[] = [
    { do: "acquire", tab: 0 },
    { do: "arrive", tab: 0, what: "acquire" },
    { do: "jump", tab: 0, ms: -3_600_000 },
    { do: "wait", ms: 360_000 },
  ];
  expect(brokenBy("supervised", history)).toBeNull();
});

test("of two starts in doubt the one that a running task does not fit is tried no more", () => {
  const history: Move[] = [
    { do: "full" },
    { do: "start", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "fault", what: "start", answer: "lost", times: 2 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 2_400_000 },
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "wait", ms: 15_000 },
    { do: "stop", tab: 0 },
    { do: "revive", tab: 0 },
    { do: "start", tab: 0 },
  ];
  expect(brokenBy("supervised-v6", history)).toBeNull();
});

test("looks after stops that were refused bring the end of a missing recording no nearer", () => {
  const history: Move[] = [
    { do: "wait", ms: 35_000 },
    { do: "offline", tab: 0 },
    { do: "start", tab: 1 },
    { do: "fault", what: "stop", answer: "refused", times: 4 },
    { do: "wait", ms: 6000 },
    { do: "notify", tab: 1, run: 0, says: "started" },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "wait", ms: 500 },
    { do: "stop", tab: 1 },
    { do: "jump", tab: 1, ms: 120_000 },
    { do: "wait", ms: 35_000 },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 120_000 },
  ];
  expect(brokenBy("recording-async", history)).toBeNull();
});

test("what another tab has seen running is not stopped by the tab that started it and could never ask", () => {
  const history: Move[] = [
    { do: "fault", what: "query", answer: "rejected", times: 4 },
    { do: "fault", what: "query", answer: "works", times: 1 },
    { do: "start", tab: 0 },
    { do: "fault", what: "query", answer: "server error", times: 5 },
    { do: "wait", ms: 35_000 },
    { do: "failover", run: 0, ms: 80_000 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("a quiet stop that was refused ten times is not the last", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 35_000 },
    { do: "failover", run: 0, ms: 20_000 },
    { do: "fault", what: "stop", answer: "lost", times: 5 },
    { do: "fault", what: "stop", answer: "server error", times: 5 },
    { do: "stop", tab: 0 },
    { do: "fault", what: "stop", answer: "forbidden", times: 3 },
    { do: "answer", tab: 0, what: "stop", how: "works" },
    { do: "wait", ms: 2_400_000 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("a task that the client takes for its own, and that an earlier start in doubt has begun, goes back to that start", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "fault", what: "start", answer: "answer lost", times: 4 },
    { do: "wait", ms: 120_000 },
    { do: "start", tab: 0 },
    { do: "fault", what: "start", answer: "second answer", times: 5 },
    { do: "wait", ms: 120_000 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 3000 },
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "start", how: "spent" },
    { do: "wait", ms: 2_400_000 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 2_400_000 },
  ];
  expect(brokenBy("supervised-v6", history)).toBeNull();
});

test("two starts in doubt that notifications gave one sid are two runs, whichever of them it belongs to", () => {
  const history: Move[] = [
    { do: "start", tab: 1 },
    { do: "fault", what: "start", answer: "lost", times: 5 },
    { do: "wait", ms: 2_400_000 },
    { do: "start", tab: 1 },
    { do: "offline", tab: 0 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 6000 },
    { do: "hide", tab: 1 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 50 },
    { do: "fault", what: "start", answer: "second answer", times: 2 },
    { do: "wait", ms: 50 },
    { do: "start", tab: 0 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 360_000 },
    { do: "notify", tab: 0, run: 0, says: "started" },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 35_000 },
    { do: "dispose", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "started" },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("a handle that another tab has resumed does not blank what the start in doubt stands in storage with", () => {
  const history: Move[] = [
    { do: "fault", what: "start", answer: "answer lost", times: 4 },
    { do: "wait", ms: 50 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 2_400_000 },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "notify", tab: 0, run: 0, says: "started" },
    { do: "resume", tab: 1, run: 0 },
    { do: "stop", tab: 0 },
  ];
  expect(brokenBy("recording-async", history)).toBeNull();
});

test("a tab whose guess another tab has disproved shows what runs in its place", () => {
  const history: Move[] = [
    { do: "fault", what: "start", answer: "second answer", times: 5 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 360_000 },
    { do: "exit", run: 0 },
    { do: "dispose", tab: 0 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 2_400_000 },
    { do: "notify", tab: 1, run: 0, says: "started" },
    { do: "notify", tab: 0, run: 0, says: "started" },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("an agent that a refused join names keeps the grant by which it is known already", () => {
  const history: Move[] = [
    { do: "start", tab: 1 },
    { do: "revive", tab: 1 },
    { do: "fault", what: "stop", answer: "slow", times: 3 },
    { do: "wait", ms: 3000 },
    { do: "resume", tab: 0, run: 0 },
    { do: "stop", tab: 0 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 6000 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("a join that a dead page has sent a minute ago may still arrive when the agent of its name has left", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "wait", ms: 35_000 },
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "resume", tab: 0, run: 0 },
    { do: "answer", tab: 0, what: "query", how: "works" },
    { do: "stop", tab: 0 },
    { do: "arrive", tab: 0, what: "stop" },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("an agent that was given up and is named when the supervisor starts again is one run, and not stopped as the old one", () => {
  const history: Move[] = [
    { do: "fault", what: "query", answer: "server error", times: 4 },
    { do: "fault", what: "stop", answer: "refused", times: 4 },
    { do: "fault", what: "query", answer: "server error", times: 3 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 2_400_000 },
  ];
  expect(brokenBy("supervised-v7", history)).toBeNull();
});

test("stops that a 5xx has refused count for no 404 of a failover", () => {
  const history: Move[] = [
    { do: "fault", what: "stop", answer: "server error", times: 3 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 100_000 },
    { do: "notify", tab: 1, run: 0, says: "started" },
    { do: "answer", tab: 1, what: "query", how: "server error" },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 15_000 },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "dispose", tab: 0 },
    { do: "wait", ms: 6000 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("a stop that waited for storage ends what another tab has started meanwhile: somebody asked for it", () => {
  const history: Move[] = [
    { do: "offline", tab: 1 },
    { do: "wait", ms: 6000 },
    { do: "acquire", tab: 0 },
    { do: "wait", ms: 15_000 },
    { do: "stop", tab: 1 },
    { do: "stop", tab: 1 },
    { do: "access", tab: 1 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 100_000 },
  ];
  expect(brokenBy("proxied", history)).toBeNull();
});

test("a start that a clock set back makes younger than it is may still arrive, so it is not taken for superseded", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 0 },
    { do: "jump", tab: 0, ms: -120_000 },
    { do: "crash", tab: 0 },
    { do: "resume", tab: 0, run: 0 },
    { do: "arrive", tab: 0, what: "query" },
    { do: "exit", run: 0 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("a task that a refused start names without its grant is not taken in place of one that another tab knows by its grant", () => {
  const history: Move[] = [
    { do: "fault", what: "start", answer: "answer lost", times: 5 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 0 },
    { do: "resume", tab: 1, run: 0 },
  ];
  expect(brokenBy("proxied-v6", history)).toBeNull();
});

test("that the proxy refused a task by the grant of its lease does not say that the task is another's", () => {
  const history: Move[] = [
    { do: "fault", what: "start", answer: "answer lost", times: 1 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 500 },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 500 },
    { do: "stop", tab: 0 },
    { do: "fault", what: "start", answer: "second answer", times: 5 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 3000 },
  ];
  expect(brokenBy("proxied-v6", history)).toBeNull();
});

test("a refused quiet stop by the grant of a lease leaves nothing behind that a later start takes for its own", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "fault", what: "start", answer: "lost", times: 3 },
    { do: "wait", ms: 15_000 },
    { do: "stop", tab: 1 },
    { do: "fault", what: "start", answer: "works", times: 1 },
    { do: "stop", tab: 0 },
    { do: "fault", what: "start", answer: "second answer", times: 1 },
    { do: "wait", ms: 15_000 },
    { do: "stop", tab: 1 },
    { do: "revive", tab: 1 },
    { do: "stop", tab: 1 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 2_400_000 },
  ];
  expect(brokenBy("proxied-v6", history)).toBeNull();
});

test("the stop of an agent that only a notification named does not settle a start that may still arrive", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "fault", what: "start", answer: "answer lost", times: 3 },
    { do: "wait", ms: 3000 },
    { do: "stop", tab: 1 },
    { do: "dispose", tab: 1 },
    { do: "notify", run: 0, says: "expiring", tab: 1 },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 120_000 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("a tab that stops during a failover goes on to stop, though another tab hears that it is over", () => {
  const history: Move[] = [
    { do: "wait", ms: 6000 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 6000 },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 35_000 },
  ];
  expect(brokenBy("recording-async", history)).toBeNull();
});

test("what two tabs show of one end goes back and forth between them no more than once", () => {
  const history: Move[] = [
    { do: "wait", ms: 500 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 100_000 },
    { do: "stop", tab: 0 },
    { do: "dispose", tab: 0 },
  ];
  expect(brokenBy("recording-async", history)).toBeNull();
});

test("a tab that shows a guess as recovering does not settle another start in doubt", () => {
  const history: Move[] = [
    { do: "fault", what: "start", answer: "second answer", times: 5 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 2_400_000 },
    { do: "exit", run: 0 },
    { do: "start", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "started" },
    { do: "wait", ms: 100_000 },
  ];
  expect(brokenBy("renewing", history)).toBeNull();
});

test("a query about a recording that is over, as another tab says, is no answer about the next one", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 1 },
    { do: "fault", what: "query", answer: "slow", times: 5 },
    { do: "wait", ms: 6000 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 15_000 },
  ];
  expect(brokenBy("proxied-v6", history)).toBeNull();
});

test("the stop of an agent that only a notification named does not settle a start of a page that is gone", () => {
  const history: Move[] = [
    { do: "start", tab: 1 },
    { do: "crash", tab: 1 },
    { do: "wait", ms: 2_400_000 },
    { do: "stop", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "stop", tab: 0 },
    { do: "answer", tab: 0, what: "stop", how: "slow" },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("an agent that another tab shows is the run by which that tab has stored it", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "full" },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "full" },
    { do: "wait", ms: 360_000 },
    { do: "dispose", tab: 0 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("a recording that another tab does not find either is over no sooner, also by a clock that is set forward", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "notify", tab: 0, run: 0, says: "started" },
    { do: "wait", ms: 35_000 },
    { do: "dispose", tab: 1 },
    { do: "wait", ms: 6000 },
    { do: "jump", tab: 0, ms: 120_000 },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});

test("a late push of a server about a run that has ended settles no start in doubt", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 6000 },
    { do: "start", tab: 0 },
    { do: "revive", tab: 0 },
    { do: "wait", ms: 100_000 },
    { do: "push", tab: 0, run: 0, shows: "running" },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("that an agent runs, as a server says, does not say which start has begun it", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "revive", tab: 0 },
    { do: "wait", ms: 15_000 },
    { do: "stop", tab: 0 },
    { do: "revive", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "push", tab: 0, run: 0, shows: "running" },
    { do: "exit", run: 0 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("the end of an agent that only a notification named does not settle a start that may still arrive", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "stop", tab: 0 },
    { do: "fault", what: "query", answer: "lost", times: 5 },
    { do: "wait", ms: 100_000 },
    { do: "start", tab: 0 },
    { do: "dispose", tab: 0 },
    { do: "full" },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "wait", ms: 120_000 },
    { do: "stop", tab: 0 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("a stop that a page without a network has left in storage is for the start that was on its way", () => {
  const history: Move[] = [
    { do: "offline", tab: 0 },
    { do: "start", tab: 1 },
    { do: "stop", tab: 0 },
    { do: "revive", tab: 0 },
    { do: "wait", ms: 6000 },
    { do: "dispose", tab: 0 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("resume() with the handle of a guess does not settle the start that it stands for", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 3000 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 3000 },
    { do: "start", tab: 0 },
    { do: "access", tab: 1 },
    { do: "crash", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "wait", ms: 15_000 },
    { do: "resume", tab: 0, run: 0 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("a run that shall end is not taken up again because another tab shows it", () => {
  const history: Move[] = [
    { do: "wait", ms: 360_000 },
    { do: "acquire", tab: 0 },
    { do: "offline", tab: 1 },
    { do: "wait", ms: 100_000 },
    { do: "start", tab: 0 },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 360_000 },
    { do: "failover", run: 0, ms: 80_000 },
  ];
  expect(brokenBy("recording-async", history)).toBeNull();
});

test("the end of a guess, as a server says, does not settle a start that may still arrive", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 500 },
    { do: "start", tab: 0 },
    { do: "fault", what: "stop", answer: "lost", times: 1 },
    { do: "fault", what: "start", answer: "answer lost", times: 4 },
    { do: "wait", ms: 0 },
    { do: "dispose", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "wait", ms: 15_000 },
    { do: "dispose", tab: 0 },
    { do: "push", tab: 0, run: 0, shows: "over" },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("an agent that a notification names stands beside the start in doubt, and settles nothing by being pushed as running", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 100_000 },
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "access", tab: 1 },
    { do: "push", tab: 0, run: 0, shows: "running" },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
  expect(brokenBy("v7", history)).toBeNull();
});

test("behind a proxy an agent without a grant that a notification names is let go, and the start stays in doubt", () => {
  const history: Move[] = [
    { do: "fault", what: "query", answer: "second answer", times: 1 },
    { do: "start", tab: 1 },
    { do: "full" },
    { do: "start", tab: 0 },
    { do: "wait", ms: 15_000 },
    { do: "crash", tab: 0 },
    { do: "notify", tab: 1, run: 0, says: "started" },
    { do: "answer", tab: 1, what: "query", how: "server error" },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 3000 },
    { do: "start", tab: 1 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("an agent that a notification names is let go when the proxy refuses it, though another tab has it by its start", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 0 },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "notify", tab: 1, run: 0, says: "expiring" },
    { do: "crash", tab: 0 },
    { do: "dispose", tab: 1 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("of an agent that stands in the ledger twice, the end of one is the end of the other", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "stop", tab: 1 },
    { do: "offline", tab: 1 },
    { do: "full" },
    { do: "wait", ms: 6000 },
    { do: "crash", tab: 0 },
    { do: "fault", what: "stop", answer: "second answer", times: 1 },
    { do: "wait", ms: 100_000 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("a start that a clock set back gives the time of an earlier one is not over because that is", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "exit", run: 0 },
    { do: "push", tab: 0, run: 0, shows: "over" },
    { do: "jump", tab: 0, ms: -120_000 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 3000 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("a page that finds a notified agent in storage lets it go when the proxy refuses it", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "start", how: "answer lost" },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "crash", tab: 0 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("an agent that stands in storage twice has its grant in both places", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 1 },
    { do: "fault", what: "query", answer: "server error", times: 3 },
    { do: "wait", ms: 35_000 },
    { do: "start", tab: 0 },
    { do: "resume", tab: 1, run: 0 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "answer", tab: 0, what: "start", how: "spent" },
    { do: "wait", ms: 6000 },
    { do: "crash", tab: 1 },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("the answer to a second stop of what is over says nothing about what is started next", () => {
  const history: Move[] = [
    { do: "fault", what: "stop", answer: "slow", times: 5 },
    { do: "fault", what: "start", answer: "lost", times: 1 },
    { do: "fault", what: "stop", answer: "slow", times: 1 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 6000 },
    { do: "stop", tab: 0 },
    { do: "start", tab: 1 },
    { do: "wait", ms: 3000 },
    { do: "wait", ms: 3000 },
    { do: "wait", ms: 3000 },
    { do: "stop", tab: 1 },
    { do: "wait", ms: 2_400_000 },
  ];
  expect(brokenBy("proxied-v6", history)).toBeNull();
});

test("a quiet stop that a clock set forward makes due is one more, and does not count as the last", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "failover", run: 0, ms: 80_000 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 35_000 },
    { do: "jump", tab: 0, ms: -3_600_000 },
    { do: "acquire", tab: 0 },
    { do: "jump", tab: 0, ms: 120_000 },
  ];
  expect(brokenBy("supervised", history)).toBeNull();
});

test("a start that repeats that of a page that is gone stands for both, and the first may still arrive", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "stop", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "wait", ms: 6000 },
    { do: "stop", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "answer", tab: 0, what: "start", how: "lost" },
    { do: "resume", tab: 0, run: 1 },
    { do: "stop", tab: 0 },
    { do: "answer", tab: 0, what: "stop", how: "works" },
  ];
  expect(brokenBy("proxied-v7", history)).toBeNull();
});

test("a lease that a clock set back makes useless is not shown later, when that clock has come back to its time", () => {
  const history: Move[] = [
    { do: "wait", ms: 360_000 },
    { do: "start", tab: 0 },
    { do: "full" },
    { do: "access", tab: 0 },
    { do: "arrive", tab: 0, what: "acquire" },
    { do: "jump", tab: 0, ms: -120_000 },
    { do: "wait", ms: 360_000 },
    { do: "stop", tab: 0 },
    { do: "start", tab: 0 },
    { do: "access", tab: 0 },
  ];
  expect(brokenBy("recording-async", history)).toBeNull();
});

test("two starts that clocks give one time are two runs, also where a tab still waits to stop the first", () => {
  const history: Move[] = [
    { do: "jump", tab: 0, ms: -120_000 },
    { do: "offline", tab: 1 },
    { do: "start", tab: 1 },
    { do: "stop", tab: 1 },
    { do: "start", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "start", tab: 0 },
    { do: "revive", tab: 1 },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("an agent that another tab has seen, and could not store as seen, is not let go when the proxy refuses it", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "crash", tab: 0 },
    { do: "wait", ms: 120_000 },
    { do: "notify", tab: 0, run: 0, says: "expiring" },
    { do: "full" },
    { do: "wait", ms: 500 },
    { do: "dispose", tab: 0 },
    { do: "answer", tab: 0, what: "query", how: "forbidden" },
  ];
  expect(brokenBy("v7", history)).toBeNull();
});

test("the stop of one recording does not settle a start of another page that may still arrive", () => {
  const history: Move[] = [
    { do: "start", tab: 0 },
    { do: "answer", tab: 0, what: "acquire", how: "works" },
    { do: "stop", tab: 1 },
    { do: "answer", tab: 0, what: "start", how: "works" },
    { do: "start", tab: 1 },
    { do: "answer", tab: 1, what: "acquire", how: "works" },
    { do: "stop", tab: 1 },
    { do: "crash", tab: 1 },
    { do: "answer", tab: 1, what: "stop", how: "works" },
    { do: "stray", arrives: true },
  ];
  expect(brokenBy("recording", history)).toBeNull();
});
