import { describe, expect, test } from "vitest";
import { allKinds, namedByRepeats, worldOf } from "./kinds.ts";
import { createNetwork } from "./network.ts";
import { count, createWorld, isPage, liveRecordings, settle } from "./setup.ts";

const lost = { network: true, tookEffect: true, times: 3 } as const;
const caught = (error: unknown) => error;

describe("a stop without a network", () => {
  async function running() {
    const network = createNetwork();
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const session = world.newSession({ wake: network });
    void session.start();
    await world.fake.advanceAsync(6000);
    return { ...world, session, network };
  }

  test("waits, says so, and goes on when the network is back", async () => {
    const { fake, session, network } = await running();
    network.go(false);
    const stopped = session.stop();
    await fake.advanceAsync(3_600_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopping", isPaused: true, isPending: true, error: null });
    expect(count(fake, "recording.stop")).toBe(0);
    network.go(true);
    await fake.advanceAsync(1000);
    expect(await stopped).toMatchObject({ status: "stopped", isPaused: false, ending: "requested" });
    expect([count(fake, "recording.stop"), liveRecordings(fake)]).toEqual([1, 0]);
  });

  test("waits too when the network goes while it is on its way", async () => {
    const { fake, session, network } = await running();
    const fault = fake.fail("recording.stop", { network: true, times: 100 });
    const stopped = session.stop();
    network.go(false);
    await fake.advanceAsync(120_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopping", isPaused: true, error: null });
    fault.cancel();
    network.go(true);
    await fake.advanceAsync(1000);
    expect(await stopped).toMatchObject({ status: "stopped", isPaused: false });
    expect(liveRecordings(fake)).toBe(0);
  });

  test("is sent by the next page where this one goes away meanwhile", async () => {
    const { fake, session, newSession, newClient, network } = await running();
    network.go(false);
    const stopped = session.stop().catch(caught);
    session.dispose();
    expect(await stopped).toMatchObject({ kind: "aborted" });
    const next = newSession({}, newClient());
    await fake.advanceAsync(1000);
    expect([next.getSnapshot().status, liveRecordings(fake)]).toEqual(["stopped", 0]);
  });
});

describe.each(namedByRepeats)("a stop without a network, of a start of %s in doubt", (kind) => {
  const paused = { status: "starting", isPaused: true, isPending: true, isActive: true, error: null };

  async function inDoubt() {
    const network = createNetwork();
    const world = worldOf(kind);
    const session = world.open({ wake: network });
    world.fake.fail(world.start, lost);
    await settle(world.fake, session.start(), 20_000);
    expect(session.getSnapshot()).toMatchObject({ status: "failed", isActive: true });
    expect(session.getSnapshot().unsettled).not.toBeNull();
    expect(world.live()).toBe(1);
    return { ...world, session, network };
  }

  test("waits, says so, and goes on when the network is back", async () => {
    const { fake, session, network, start, stop, live } = await inDoubt();
    const sent = count(fake, start);
    network.go(false);
    const stopped = session.stop();
    await fake.advanceAsync(3_600_000);
    expect(session.getSnapshot()).toMatchObject(paused);
    expect([count(fake, start), count(fake, stop)]).toEqual([sent, 0]);
    fake.channel("room-1").join("1002");
    network.go(true);
    await fake.advanceAsync(20_000);
    expect(await stopped).toMatchObject({ isPaused: false, isActive: false, unsettled: null });
    expect(live()).toBe(0);
  });

  test("waits too where the network goes while the start is repeated", async () => {
    const { fake, session, network, start, live } = await inDoubt();
    const fault = fake.fail(start, { network: true, times: Infinity });
    const stopped = session.stop();
    await fake.advanceAsync(10);
    network.go(false);
    await fake.advanceAsync(60_000);
    expect(session.getSnapshot()).toMatchObject(paused);
    fault.cancel();
    network.go(true);
    await fake.advanceAsync(20_000);
    expect(await stopped).toMatchObject({ isPaused: false, isActive: false, unsettled: null });
    expect(live()).toBe(0);
  });

  test("lets nothing else begin meanwhile", async () => {
    const { fake, session, network } = await inDoubt();
    network.go(false);
    const stops = [session.stop(), session.stop()];
    await fake.advanceAsync(1000);
    const refused = { kind: "invalid-state" };
    expect(await settle(fake, session.start())).toMatchObject(refused);
    expect(await settle(fake, session.acquire())).toMatchObject(refused);
    expect(session.getSnapshot()).toMatchObject(paused);
    network.go(true);
    await fake.advanceAsync(20_000);
    for (const stopped of stops) expect(await stopped).toMatchObject({ isActive: false });
  });

  test("rejects where the network is there and the start gets lost all the same, and the doubt stays", async () => {
    const { fake, session, start } = await inDoubt();
    fake.fail(start, { network: true, times: Infinity });
    expect(await settle(fake, session.stop(), 60_000)).toMatchObject({ kind: "network-error" });
    expect(session.getSnapshot()).toMatchObject({ status: "failed", isActive: true, isPaused: false });
  });

  test("of a start whose answer gets lost after the stop, waits too, and only who started is told that it failed", async () => {
    const network = createNetwork();
    const { fake, open, start, live } = worldOf(kind);
    const session = open({ wake: network });
    const fault = fake.fail(start, { ...lost, times: Infinity });
    const started = session.start().catch(caught);
    await fake.advanceAsync(10);
    const stopped = session.stop();
    network.go(false);
    await fake.advanceAsync(60_000);
    expect(await started).toMatchObject({ kind: "network-error" });
    expect(session.getSnapshot()).toMatchObject(paused);
    expect(live()).toBe(1);
    fault.cancel();
    network.go(true);
    await fake.advanceAsync(20_000);
    expect(await stopped).toMatchObject({ isPaused: false, isActive: false, unsettled: null });
    expect(live()).toBe(0);
  });

  test("is given up with the session, and the next one settles it and stops what runs", async () => {
    const { session, network, open, newClient, fake, live } = await inDoubt();
    network.go(false);
    const stopped = session.stop().catch(caught);
    await fake.advanceAsync(1000);
    session.dispose();
    await fake.advanceAsync(0);
    expect(await stopped).toMatchObject({ kind: "aborted" });
    const next = open({}, newClient());
    await fake.advanceAsync(20_000);
    expect([next.getSnapshot().isActive, live()]).toEqual([false, 0]);
  });

  test("goes on in a session that goes on from its state", async () => {
    const { session, network, open, newClient, fake, live } = await inDoubt();
    network.go(false);
    void session.stop().catch(caught);
    await fake.advanceAsync(1000);
    const state = session.toJSON();
    session.dispose();
    const next = open({ restore: state }, newClient());
    await fake.advanceAsync(20_000);
    expect([next.getSnapshot().isActive, live()]).toEqual([false, 0]);
  });
});

test.each(allKinds.filter((kind) => !namedByRepeats.includes(kind)))(
  "a stop without a network, of a start of %s that only the service's owner can settle, rejects when it is back, and it is active",
  async (kind) => {
    const network = createNetwork();
    const { fake, open, start } = worldOf(kind);
    const session = open({ wake: network });
    fake.fail(start, lost);
    await settle(fake, session.start(), 20_000);
    network.go(false);
    const stopped = session.stop().catch(caught);
    await fake.advanceAsync(60_000);
    expect(session.getSnapshot()).toMatchObject({ status: "starting", isPaused: true });
    network.go(true);
    await fake.advanceAsync(20_000);
    expect(await stopped).toBeInstanceOf(Error);
    expect(session.getSnapshot()).toMatchObject({ isActive: true, isPaused: false });
  },
);

test("a stop without a network, of a start that never left, has nothing to wait for", async () => {
  const network = createNetwork();
  const { fake, newSession } = createWorld();
  const session = newSession({ wake: network });
  network.go(false);
  fake.fail("recording.acquire", { network: true, times: Infinity });
  const started = session.start().catch(caught);
  await fake.advanceAsync(10);
  expect(await settle(fake, session.stop(), 60_000)).toMatchObject({ isActive: false, unsettled: null });
  expect(await started).toBeInstanceOf(Error);
  expect(isPage || count(fake, "recording.start") === 0).toBe(true);
});
