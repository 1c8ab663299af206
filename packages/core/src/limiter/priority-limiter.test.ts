import fc from "fast-check";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createRateLimiter } from "./priority-limiter.ts";
import type { RequestPriority } from "./rate-limiter.ts";
import { createSimulation } from "./testing/simulation.ts";

const minute = 60_000;
const priorities: readonly RequestPriority[] = ["critical", "high", "normal", "low"];

/** A limiter and the times at which requests had their permits. */
function createWorld(limit = 10, interval = 1000) {
  const simulation = createSimulation();
  const limiter = createRateLimiter({ limit, interval }, simulation.clock);
  let ids = 0;
  /** Sends one request; the result has its time as soon as it has its permit. */
  const send = (priority: RequestPriority, { subject = undefined as string | undefined, deadline = Infinity } = {}) => {
    const askedAt = simulation.clock.now();
    const request = { at: null as number | null, wait: null as number | null, isRefused: false };
    simulation.wait(limiter, { id: String(ids++), priority, subject, deadline }, (isGiven) => {
      request.isRefused = !isGiven;
      if (!isGiven) return;
      request.at = simulation.clock.now();
      request.wait = request.at - askedAt;
    });
    return request;
  };
  return { ...simulation, limiter, send };
}

/** So many checks, each asked for again two minutes after the one before, and the times of all. */
function watch(world: ReturnType<typeof createWorld>, count: number): number[][] {
  return Array.from({ length: count }, (_, index) => {
    const times: number[] = [];
    const check = () =>
      world.wait(world.limiter, { id: `check ${index}`, priority: "low", deadline: Infinity }, () => {
        times.push(world.clock.now());
        world.after(2 * minute, check);
      });
    check();
    return times;
  });
}

const gapsOf = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

test("whoever asks when, no interval sees more than the limit, and everybody gets a permit", () => {
  const asked = fc.record({
    gap: fc.integer({ min: 0, max: 300 }),
    priority: fc.constantFrom(...priorities),
    subject: fc.constantFrom(undefined, "alice", "bob"),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 200 }), fc.integer({ min: 1, max: 12 }), (requests, limit) => {
      const world = createWorld(limit);
      const sent = requests.map(({ gap, priority, subject }) => {
        world.run(gap);
        return world.send(priority, { subject });
      });
      world.run(60 * minute);
      const times = sent.map(({ at }) => at ?? 0).toSorted((a, b) => a - b);
      expect(Math.min(Infinity, ...times)).toBeGreaterThan(0);
      const spans = times.slice(limit).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(1000, ...spans)).toBe(1000);
      expect(world.limiter.size).toBe(0);
    }),
  );
});

test("stops go before starts, starts before checks, and what decides before what only looks", () => {
  const world = createWorld(1);
  world.send("high");
  const sent = (["low", "normal", "high", "critical"] as const).map((priority) => world.send(priority));
  world.run(minute);
  const [low, normal, high, critical] = sent.map(({ at }) => at ?? 0);
  expect([critical, high, normal, low].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([critical, high, normal, low]);
});

test("2,000 recordings at ten requests a second are all checked, evenly, and each stop is sent within a second", () => {
  const world = createWorld();
  const checks = watch(world, 2000);
  const stops: { wait: number | null }[] = [];
  for (let time = 0; time < 20 * minute; time += 7000) world.after(time, () => stops.push(world.send("critical")));
  world.run(30 * minute);
  const gaps = checks.flatMap((times) => gapsOf(times));
  // 2,000 at 8 a second are 250 s; each of the stops puts it off a little.
  expect(Math.min(...gaps)).toBeGreaterThan(245_000);
  expect(Math.max(...gaps)).toBeLessThan(265_000);
  expect(Math.min(...checks.map((times) => times.length))).toBeGreaterThan(5);
  expect(stops.length).toBeGreaterThan(170);
  expect(Math.max(...stops.map(({ wait }) => wait ?? Infinity))).toBeLessThan(1000);
});

test("with fewer than the limit allows, every check comes when it is due", () => {
  const world = createWorld();
  const checks = watch(world, 500);
  world.run(30 * minute);
  const gaps = checks.flatMap((times) => gapsOf(times).slice(2));
  expect(Math.max(...gaps)).toBeLessThan(2 * minute + 1000);
});

test("a crowd of commands leaves one permit of ten to checks", () => {
  const world = createWorld();
  const commands = Array.from({ length: 1000 }, () => world.send("high"));
  const checks = Array.from({ length: 20 }, () => world.send("low"));
  world.run(30_000);
  expect(checks.every(({ at }) => at !== null)).toBe(true);
  expect(commands.filter(({ at }) => at !== null).length).toBeGreaterThan(270);
});

test("one user with 320 requests keeps nobody else waiting, nor a stop of their own", () => {
  const world = createWorld();
  const flood = Array.from({ length: 320 }, () => world.send("high", { subject: "mallory" }));
  world.run(1500);
  const others = ["alice", "bob", "carol"].map((subject) => world.send("high", { subject }));
  const stops = ["alice", "mallory"].map((subject) => world.send("critical", { subject }));
  world.run(2 * minute);
  for (const { wait } of [...others, ...stops]) expect(wait).toBeLessThan(1000);
  expect(flood.every(({ at }) => at !== null)).toBe(true);
});

test("the subjects of one priority take turns", () => {
  const world = createWorld(1);
  world.send("high");
  const flood = Array.from({ length: 10 }, () => world.send("high", { subject: "mallory" }));
  const alice = Array.from({ length: 3 }, () => world.send("high", { subject: "alice" }));
  world.run(minute);
  const order = [...flood, ...alice].map(({ at }) => at ?? 0).toSorted((a, b) => a - b);
  expect(alice.map(({ at }) => order.indexOf(at ?? 0))).toEqual([1, 3, 5]);
});

test("no permit is given that leaves no time to use it, and a request that would wait so long is told at once", () => {
  const world = createWorld(1);
  world.send("high");
  const now = world.clock.now();
  const late = world.send("high", { deadline: now + 1500 });
  expect(late.isRefused).toBe(true);
  const inTime = world.send("high", { deadline: now + 2000 });
  world.run(minute);
  expect(inTime).toMatchObject({ isRefused: false, wait: 1000 });
  const over = world.send("high", { deadline: world.clock.now() });
  expect(over.isRefused).toBe(true);
});

test("what is overtaken until its time is over gets no permit", () => {
  const world = createWorld(1);
  world.send("high");
  const check = world.send("low", { deadline: world.clock.now() + 5000 });
  for (let index = 0; index < 8; index++) world.send("critical");
  world.run(minute);
  expect(check).toMatchObject({ isRefused: true, at: null });
});

test("whoever does not come back holds nobody up, and finds the place again", () => {
  const world = createWorld(1);
  const { limiter, clock, send } = world;
  send("high");
  const lost = { id: "lost", priority: "high", deadline: Infinity } as const;
  expect(limiter.tryAcquire(lost)).toBe(1000);
  const next = send("high");
  world.run(5000);
  expect(next.wait).toBeLessThanOrEqual(3000);
  send("high");
  const waiting = Array.from({ length: 5 }, () => send("high"));
  expect(limiter.tryAcquire(lost)).toBeLessThanOrEqual(1000);
  world.run(limiter.tryAcquire(lost) ?? 0);
  expect(limiter.tryAcquire(lost)).toBe(0);
  expect(waiting.filter(({ at }) => at !== null && at < clock.now())).toEqual([]);
});

test("a place that is given back is free", () => {
  const { limiter, send } = createWorld(1);
  send("high");
  expect(limiter.tryAcquire({ id: "first", priority: "high", deadline: Infinity })).toBe(1000);
  limiter.cancel("first");
  expect(limiter.tryAcquire({ id: "second", priority: "high", deadline: Infinity })).toBe(1000);
  expect(limiter.size).toBe(1);
});

test("over six hours with 3,000 recordings its memory does not grow", { timeout: 60_000 }, () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const world = createWorld();
  for (let index = 0; index < 3000; index++) {
    const check = () =>
      world.wait(world.limiter, { id: `check ${index}`, priority: "low", deadline: Infinity }, () =>
        world.after(2 * minute, check),
      );
    check();
  }
  world.run(60 * minute);
  const before = heap();
  world.run(6 * 60 * minute);
  expect(heap() - before).toBeLessThan(500_000);
  expect(world.limiter.size).toBeLessThanOrEqual(3000);
});

test("a caller whose clock is a little behind gets no permit too many, and a clock that was set back holds nobody up", () => {
  let time = 1_750_000_000_000;
  const clock = { now: () => time, setTimeout: () => 0, clearTimeout: () => {} };
  const limiter = createRateLimiter({ limit: 2 }, clock);
  const ask = (id: string) => limiter.tryAcquire({ id, priority: "high", deadline: Infinity });
  expect([ask("1"), ask("2")]).toEqual([0, 0]);
  time -= 5;
  expect(ask("3")).toBe(1000);
  time -= 3_600_000;
  expect(ask("4")).toBe(0);
});
