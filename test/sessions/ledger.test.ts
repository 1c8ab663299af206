import { createMemoryStorage, createRecordingSession, recordingKey, type RecordingHandle } from "@agora-edge/core";
import type { FakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { clientRequest, count, createWorld, liveRecordings, settle } from "./setup.ts";

type Notification = Parameters<Parameters<FakeAgora["onNotification"]>[0]>[0];

/** Every answer to the next start is lost, though it works. */
const loseStart = (fake: FakeAgora) => fake.fail("recording.start", { network: true, tookEffect: true, times: 3 });

const sidOf = (notification: Notification) => String((notification.payload as { sid?: unknown }).sid);

function withEvents() {
  const world = createWorld();
  const events: Notification[] = [];
  world.fake.channel("room-1").join("1001");
  world.fake.onNotification((event) => events.push(event));
  return { ...world, events };
}

describe("notifications of the recording before", () => {
  test("that say how it ended do not become the next recording, however late they are", async () => {
    const { fake, newSession, events } = withEvents();
    const session = newSession();
    await settle(fake, session.start(), 20_000);
    await settle(fake, session.stop(), 5000);
    const [first] = fake.recordings;
    const late = events.filter((event) => sidOf(event) === first?.sid);
    expect(late.map(({ eventType }) => eventType)).toContain(31);
    loseStart(fake);
    await settle(fake, session.start(), 20_000);
    expect(session.getSnapshot()).toMatchObject({ status: "failed", unsettled: { uid: "900001" } });
    await fake.advanceAsync(45_000);
    for (const event of late) session.receive(event);
    await fake.advanceAsync(5000);
    expect(session.getSnapshot()).toMatchObject({ status: "failed", unsettled: { uid: "900001" } });
    // The first of the recording itself is believed.
    const second = fake.recordings.find((recording) => recording.live);
    for (const event of events) if (sidOf(event) === second?.sid) session.receive(event);
    await fake.advanceAsync(10_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { sid: second?.sid } });
    await settle(fake, session.stop(), 5000);
    expect(liveRecordings(fake)).toBe(0);
  });

  test("in a page that has never seen it are tried, and given up when the service does not know them", async () => {
    const { fake, newSession, newClient, events } = withEvents();
    const before = newSession({ storage: createMemoryStorage() });
    await settle(fake, before.start(), 3000);
    await settle(fake, before.stop(), 5000);
    const late = events.filter(({ eventType }) => eventType === 40);
    expect(late).toHaveLength(1);
    const session = newSession({}, newClient());
    loseStart(fake);
    await settle(fake, session.start(), 20_000);
    for (const event of late) session.receive(event);
    await fake.advanceAsync(240_000);
    expect(session.getSnapshot()).toMatchObject({ handle: null, unsettled: { uid: "900001" } });
    const second = fake.recordings.find((recording) => recording.live);
    for (const event of events) if (sidOf(event) === second?.sid) session.receive(event);
    await fake.advanceAsync(10_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { sid: second?.sid } });
    expect(count(fake, "recording.stop")).toBe(1);
  });
});

test("what a notification says while the start is in flight counts when the answer gets lost", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  fake.onNotification((event) => session.receive(event));
  loseStart(fake);
  const error = await settle(fake, session.start(), 30_000);
  expect(error).toMatchObject({ retry: { outcomeUnknown: true } });
  expect(session.getSnapshot()).toMatchObject({
    status: "recording",
    handle: { sid: fake.recordings[0]?.sid },
    unsettled: null,
  });
});

describe("what the first edition stored is still read:", () => {
  const key = (fake: FakeAgora) => recordingKey(fake.appId, { cname: "room-1", uid: "900001" });

  async function recording() {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const session = world.newSession({ storage: createMemoryStorage() });
    const handle = await settle(world.fake, session.start(), 20_000);
    if (handle instanceof Error) throw handle;
    session.dispose();
    return { ...world, handle };
  }
  const store = (world: Awaited<ReturnType<typeof recording>>, record: object) =>
    world.storage.set(key(world.fake), JSON.stringify({ version: 1, service: "recording", ...record }));

  test("a handle goes on as a recording", async () => {
    const world = await recording();
    await store(world, { handle: world.handle, confirmed: true });
    const next = world.newSession();
    await world.fake.advanceAsync(1000);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle: world.handle });
  });

  test("a stop that was asked for is sent again", async () => {
    const world = await recording();
    await store(world, { handle: world.handle, stopAskedAt: world.fake.now() - 1000 });
    const next = world.newSession();
    await world.fake.advanceAsync(5000);
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested" });
    expect(liveRecordings(world.fake)).toBe(0);
  });

  test("what may come back is stopped, and starts in doubt stay in doubt", async () => {
    const world = await recording();
    const { cname, uid, mode, resourceId } = world.handle as RecordingHandle<"mix">;
    const intent = { cname, uid, mode, resourceId: "later", acquiredAt: 1, expiresAt: 2, requestedAt: 1 };
    const ghost = { handle: world.handle, since: world.fake.now() - 1000 };
    await store(world, { ghost, earlier: [{ ...intent, resourceId: `${resourceId}-2` }], intent });
    const next = world.newSession();
    await world.fake.advanceAsync(5000);
    expect(liveRecordings(world.fake)).toBe(0);
    expect(next.getSnapshot().unsettled).toMatchObject({ resourceId: "later" });
    expect(await world.storage.get(key(world.fake))).toContain(`${resourceId}-2`);
  });

  test("a state of `toJSON()` goes on where it was", async () => {
    const world = await recording();
    const { fake, agora, handle } = world;
    const target = { cname: "room-1", uid: "900001", mode: "mix" };
    const restore = {
      version: 1,
      service: "recording",
      appId: fake.appId,
      target,
      status: "recording",
      lease: null,
      handle,
      intent: null,
      earlier: [],
      accepted: null,
      confirmed: true,
      startedAt: handle.startedAt,
      flights: { acquire: null, start: null, query: null, stop: null, ghost: null },
      ghost: null,
      step: null,
      calls: 7,
      checkAt: fake.now() + 1000,
    };
    const next = createRecordingSession(agora, {
      ...target,
      mode: "mix",
      clientRequest,
      storage: world.storage,
      restore,
    });
    await fake.advanceAsync(5000);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle });
    expect(await world.storage.get(next.key)).toContain(handle.sid);
    await settle(fake, next.stop(), 5000);
    expect(liveRecordings(fake)).toBe(0);
    expect(await world.storage.get(next.key)).toBeNull();
  });

  test("a state of the release that said `flights` goes on where it was", async () => {
    const { fake, newSession } = withEvents();
    const session = newSession();
    const handle = await settle(fake, session.start(), 20_000);
    const { inFlight, ...state } = JSON.parse(JSON.stringify(session.toJSON()));
    expect(inFlight).toHaveProperty("query");
    const next = newSession({ storage: undefined, restore: { ...state, flights: inFlight } });
    await fake.advanceAsync(5000);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle });
    expect(next.toJSON()).not.toHaveProperty("flights");
  });
});
