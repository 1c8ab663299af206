import { expect, test } from "vitest";
import type { FakeNotification } from "./notification.ts";
import { callFake } from "../../testing/caller.ts";
import type { DeliveryOptions } from "./delivery.ts";

async function heard(delivery: DeliveryOptions, seed = 1) {
  const { fake, record } = callFake({ startAt: 0, seed });
  const notifications: FakeNotification[] = [];
  const times: number[] = [];
  fake.onNotification((notification) => {
    notifications.push(notification);
    times.push(fake.now() - notification.notifyMs);
  }, delivery);
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.advance(20_000);
  await session.stop();
  fake.advance(20_000);
  return { notifications, times, types: notifications.map(({ eventType }) => eventType) };
}

test("redundant notifications arrive twice, one like the other", async () => {
  const once = await heard({});
  const twice = await heard({ copies: 2 });
  expect(twice.notifications).toEqual(once.notifications.flatMap((one) => [one, one]));
});

test("out of order: the same ones, late by no more than was said, in the same disorder for the same seed", async () => {
  const straight = await heard({});
  const mixed = await heard({ reorder: 2000 });
  expect(mixed.types).not.toEqual(straight.types);
  expect(mixed.types.toSorted((a, b) => a - b)).toEqual(straight.types.toSorted((a, b) => a - b));
  expect(Math.max(...mixed.times)).toBeLessThanOrEqual(2000);
  expect(Math.max(...mixed.times)).toBeGreaterThan(500);
  expect((await heard({ reorder: 2000 })).types).toEqual(mixed.types);
  expect((await heard({ reorder: 2000 }, 2)).types).not.toEqual(mixed.types);
  expect(Math.max(...(await heard({ reorder: true })).times)).toBeGreaterThan(2000);
});

test("lost ones never arrive", async () => {
  const { types } = await heard({ lose: ({ eventType }) => eventType === 31 });
  expect(types).not.toContain(31);
  expect(types).toContain(11);
});

test("for everybody at once, unless a listener says otherwise; reset ends it", async () => {
  const { fake, record, events } = callFake();
  const own: FakeNotification[] = [];
  fake.onNotification((notification) => own.push(notification), { copies: 1 });
  fake.deliverNotifications({ copies: 3 });
  await record("mix");
  fake.advance(2000);
  expect([events.length, own.length]).toEqual([3, 1]);
  fake.reset();
  await record("mix");
  fake.advance(2000);
  expect([events.length, own.length]).toEqual([4, 2]);
});

test("who has left hears nothing of what is still on its way", async () => {
  const { fake, record } = callFake();
  let count = 0;
  const off = fake.onNotification(() => (count += 1), { reorder: 60_000 });
  await record("mix");
  fake.advance(2001);
  off();
  fake.advance(120_000);
  expect(count).toBe(0);
});
