import { afterEach, expect, test, vi } from "vitest";
import { createFakeAgora } from "../../fake.ts";
import { callFake } from "../../testing/caller.ts";

afterEach(() => void vi.useRealTimers());

test("the clock stands still until it is moved", () => {
  const fake = createFakeAgora();
  expect(fake.now()).toBe(Date.UTC(2026, 0, 1));
  fake.advance(1500);
  expect(fake.now()).toBe(Date.UTC(2026, 0, 1) + 1500);
  expect(createFakeAgora({ startAt: 5 }).now()).toBe(5);
});

test("timers fire in the order of their time, each at its time, new ones included", () => {
  const fake = createFakeAgora({ startAt: 0 });
  const log: [string, number][] = [];
  const note = (name: string) => log.push([name, fake.now()]);
  fake.clock.setTimeout(() => note("late"), 300);
  fake.clock.setTimeout(() => {
    note("early");
    fake.clock.setTimeout(() => note("nested"), 50);
  }, 100);
  const cancelled = fake.clock.setTimeout(() => note("never"), 200);
  fake.clock.clearTimeout(cancelled);
  fake.clock.setTimeout(() => note("beyond"), 1001);
  fake.advance(1000);
  expect(log).toEqual([
    ["early", 100],
    ["nested", 150],
    ["late", 300],
  ]);
  expect(fake.now()).toBe(1000);
});

test("advanceAsync lets promises go on between timers", async () => {
  const { fake, send } = callFake({ startAt: 0 });
  const times: number[] = [];
  const pause = (ms: number) => new Promise<void>((resolve) => void fake.clock.setTimeout(resolve, ms));
  void (async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await pause(1000);
      await send("GET", "/");
      times.push(fake.now());
    }
  })();
  await fake.advanceAsync(2500);
  expect(times).toEqual([1000, 2000]);
  expect(fake.now()).toBe(2500);
  await fake.advanceAsync(500);
  expect(times).toEqual([1000, 2000, 3000]);
});

test("chains of calls go on to their end, however slow each step", async () => {
  const { fake, send } = callFake({ startAt: 0 });
  const times: number[] = [];
  const macrotask = () => new Promise((resolve) => setImmediate(resolve));
  fake.clock.setTimeout(() => {
    void (async () => {
      for (let turn = 0; turn < 20; turn += 1) {
        await macrotask();
        await macrotask();
        await send("GET", "/");
        times.push(fake.now());
      }
    })();
  }, 1000);
  fake.clock.setTimeout(() => {}, 1001);
  await fake.advanceAsync(2000);
  expect(times).toEqual(Array.from({ length: 20 }, () => 1000));
});

test("what a notification sets off runs before the clock goes on", async () => {
  const { fake, record } = callFake({ startAt: 0 });
  const times: number[] = [];
  await record("mix");
  fake.onNotification(() => {
    setImmediate(() => times.push(fake.now()));
  });
  await fake.advanceAsync(2500);
  expect(times).toEqual([2000]);
});

test("moving the clock while it is being moved adds up", async () => {
  const fake = createFakeAgora({ startAt: 0 });
  const seen: number[] = [];
  fake.clock.setTimeout(() => {
    fake.advance(500);
    seen.push(fake.now());
  }, 100);
  fake.clock.setTimeout(() => seen.push(fake.now()), 700);
  await fake.advanceAsync(1000);
  expect(seen).toEqual([600, 700]);
  expect(fake.now()).toBe(1000);
});

test("events of the service and timers of the client keep their order", async () => {
  const { fake, record, events } = callFake({ startAt: 0 });
  const seen: number[] = [];
  await record("mix");
  fake.clock.setTimeout(() => seen.push(events.length), 2000);
  fake.clock.setTimeout(() => seen.push(events.length), 3001);
  fake.advance(10_000);
  expect(seen).toEqual([1, 3]);
});

test("a running clock follows real time, faster, and things happen by themselves", async () => {
  const { fake, record, eventTypes } = callFake({ speed: 200 });
  fake.channel("room-1").join(1);
  const before = fake.now();
  await record("mix");
  const fired = new Promise<void>((resolve) => void fake.clock.setTimeout(resolve, 14_000));
  await fired;
  expect(fake.now() - before).toBeGreaterThanOrEqual(14_000);
  expect(eventTypes()).toContain(4);
  const moment = fake.now();
  fake.advance(3_600_000);
  expect(fake.now() - moment).toBeGreaterThanOrEqual(3_600_000);
});

test("advanceAsync lets end what a client says it waits for, and gives up what never does", async () => {
  const fake = createFakeAgora({ startAt: 0 });
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  let endedAt = -1;
  const work = turns(40).then(() => (endedAt = fake.now()));
  fake.clock.during(work, { method: "GET", url: "https://app.example/slow" });
  await fake.advanceAsync(1000);
  expect(endedAt).toBe(0);
  const failing = turns(40).then(() => Promise.reject(new Error("of the caller, who sees it")));
  fake.clock.during(failing);
  await fake.advanceAsync(1000);
  await expect(failing).rejects.toThrow("of the caller");
  for (let again = 0; again < 2; again += 1) {
    fake.clock.during(new Promise(() => {}), { method: "GET", url: "https://app.example/never" });
    await fake.advanceAsync(1000);
  }
  expect(fake.now()).toBe(4000);
});

test("a clock of the caller is followed, fake timers included", async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const { fake, record, eventTypes } = callFake({ now: () => Date.now() });
  expect(fake.now()).toBe(1_000_000);
  await record("mix");
  await vi.advanceTimersByTimeAsync(3000);
  expect(fake.now()).toBe(1_003_000);
  expect(eventTypes()).toContain(40);
});

test("a listener that throws does not stop the service", async () => {
  const { fake, record, eventTypes } = callFake();
  const own = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  const told = new Promise((resolve) => process.once("uncaughtException", resolve));
  const off = fake.onNotification(() => {
    off();
    throw new Error("of the listener");
  });
  await record("mix");
  fake.advance(5000);
  const thrown = await told;
  for (const listener of own) process.on("uncaughtException", listener);
  expect(eventTypes()).toContain(40);
  expect(thrown).toEqual(new Error("of the listener"));
});

test("reset goes back to the beginning, ids and time included", async () => {
  const { fake, acquire, record, eventTypes } = callFake();
  const first = (await acquire()).body.resourceId;
  fake.channel("room-1").join(1);
  await record("mix");
  fake.fail("*", { code: 2, times: Infinity });
  fake.host("api.agora.io").down();
  fake.disable();
  fake.clock.setTimeout(() => expect.unreachable(), 60_000);
  fake.advance(30_000);
  fake.reset();
  expect(fake.now()).toBe(Date.UTC(2026, 0, 1));
  expect([fake.requests.length, fake.requestCount, fake.recordings.length]).toEqual([0, 0, 0]);
  expect(fake.channel("room-1").users).toEqual([]);
  const before = eventTypes().length;
  fake.advance(120_000);
  expect(eventTypes()).toHaveLength(before);
  expect((await acquire()).body.resourceId).toBe(first);
});
