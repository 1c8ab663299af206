import { describe, expect, test } from "vitest";
import { namedByRepeats, worldOf } from "./kinds.ts";
import { createNetwork } from "./network.ts";
import { count, settle } from "./setup.ts";

const lost = { network: true, tookEffect: true, times: 3 } as const;
const caught = (error: unknown) => error;

/** Something runs, and a page that has gone knows of its start only. It was told to stop it. */
async function left(kind: (typeof namedByRepeats)[number], { isTold = true } = {}) {
  const world = worldOf(kind);
  const network = createNetwork();
  const gone = world.open({ wake: network });
  world.fake.fail(world.start, lost);
  await settle(world.fake, gone.start(), 20_000);
  expect(world.live()).toBe(1);
  network.go(false);
  if (isTold) void gone.stop().catch(caught);
  await world.fake.advanceAsync(1000);
  gone.dispose();
  await world.fake.advanceAsync(0);
  const openNext = (wake = createNetwork()) => world.open({ wake }, world.newClient());
  return { ...world, openNext };
}

describe.each(namedByRepeats)("a stop of a start of %s in doubt that a page did not live to see", (kind) => {
  test("goes on in the next page, which does no more of it than stop() does", async () => {
    const { fake, openNext, live, storage, start, stop } = await left(kind);
    const sent = count(fake, start);
    const next = openNext();
    await fake.advanceAsync(20_000);
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", isActive: false, unsettled: null, error: null });
    expect([live(), await storage.get(next.key)]).toEqual([0, null]);
    expect([count(fake, start) - sent, count(fake, stop)]).toEqual([1, 1]);
  });

  test("goes on in none where nobody had said stop", async () => {
    const { fake, openNext, live, start } = await left(kind, { isTold: false });
    const sent = count(fake, start);
    const next = openNext();
    await fake.advanceAsync(600_000);
    expect(next.getSnapshot()).toMatchObject({ status: "idle", isActive: true, isPending: false });
    expect([live(), count(fake, start) - sent]).toEqual([1, 0]);
  });

  test("waits in the next page too while that has no network", async () => {
    const { fake, openNext, live, start, stop } = await left(kind);
    const network = createNetwork();
    network.go(false);
    const down = fake.fail(start, { network: true, times: Infinity });
    const next = openNext(network);
    await fake.advanceAsync(60_000);
    expect(next.getSnapshot()).toMatchObject({ status: "starting", isPaused: true, isActive: true });
    down.cancel();
    network.go(true);
    await fake.advanceAsync(20_000);
    expect(next.getSnapshot()).toMatchObject({ isPaused: false, isActive: false, unsettled: null });
    expect([live(), count(fake, stop)]).toEqual([0, 1]);
  });

  test("that comes to nothing in the next page is shown there with its error, and is not tried by the one after that", async () => {
    const { fake, openNext, live, start } = await left(kind);
    fake.fail(start, { status: 401, message: "Invalid authentication credentials" });
    const next = openNext();
    await fake.advanceAsync(20_000);
    expect(next.getSnapshot()).toMatchObject({
      status: "failed",
      isActive: true,
      error: { kind: "invalid-credentials" },
    });
    expect(next.getSnapshot().unsettled).not.toBeNull();
    next.dispose();
    const sent = count(fake, start);
    const last = openNext();
    await fake.advanceAsync(600_000);
    expect(last.getSnapshot()).toMatchObject({ status: "idle", isActive: true });
    expect([live(), count(fake, start) - sent]).toEqual([1, 0]);
    expect(await settle(fake, last.stop(), 20_000)).toMatchObject({ isActive: false, unsettled: null });
    expect(live()).toBe(0);
  });

  test("is forgotten once somebody starts again", async () => {
    const { fake, openNext, live, start } = await left(kind);
    fake.fail(start, { status: 401, message: "Invalid authentication credentials" });
    const next = openNext();
    await fake.advanceAsync(20_000);
    await settle(fake, next.start(), 20_000);
    expect(next.getSnapshot()).toMatchObject({ isActive: true, unsettled: null, error: null });
    next.dispose();
    const last = openNext();
    await fake.advanceAsync(600_000);
    expect(last.getSnapshot()).toMatchObject({ isActive: true, isPending: false, unsettled: null });
    expect(live()).toBe(1);
  });

  test("goes on where the start was still on its way when the page was told to stop and went", async () => {
    const { fake, open, newClient, start, live } = worldOf(kind);
    const gone = open({});
    const fault = fake.fail(start, { hang: true, tookEffect: true, times: Infinity });
    void gone.start().catch(caught);
    await fake.advanceAsync(10);
    void gone.stop().catch(caught);
    await fake.advanceAsync(10);
    gone.dispose();
    // It gives up without an answer.
    await fake.advanceAsync(120_000);
    expect(live()).toBe(1);
    fault.cancel();
    const next = open({}, newClient());
    await fake.advanceAsync(20_000);
    expect(next.getSnapshot()).toMatchObject({ isActive: false, unsettled: null });
    expect(live()).toBe(0);
  });
});
