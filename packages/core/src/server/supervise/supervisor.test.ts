import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { expect, test } from "vitest";
import { basicAuth } from "../../auth/basic-auth.ts";
import { createAgoraClient } from "../../client/agora-client.ts";
import { createRecordingSupervisor } from "./recording-supervisor.ts";
import { createSupervisor } from "./supervisor.ts";
import { createHouse as createHouseOf, type HouseOptions } from "./testing/house.ts";

const order = { cname: "room-1", uid: "900001", mode: "mix" } as const;
const secretKey = "canary-secret-key";
const prepare = () => ({
  storageConfig: { vendor: 1, region: 0, bucket: "recordings", accessKey: "key", secretKey },
  recordingConfig: { channelType: 0 },
});

/** A recording whose process can be killed. */
const createHouse = (options?: HouseOptions) =>
  createHouseOf((parts) => createSupervisor({ ...parts, service: "recording", prepare }), options);

const live = (fake: FakeAgora) => fake.recordings.filter((one) => one.live);

test("starts, confirms and watches by alarms alone, and stops", async () => {
  const house = createHouse();
  const { fake } = house;
  const started = house.now.start(order);
  await fake.advanceAsync(1000);
  expect(await started).toMatchObject({ status: "starting", handle: { cname: "room-1", uid: "900001" } });
  await fake.advanceAsync(20_000);
  expect(await house.now.snapshot()).toMatchObject({ status: "recording" });
  const before = fake.requests.length;
  await fake.advanceAsync(3_600_000);
  // An hour of watching: a query every two minutes, and no alarm besides.
  expect(fake.requests.length - before).toBe(30);
  expect(house.alarms).toBeLessThan(80);
  const stopped = house.now.stop();
  await fake.advanceAsync(5000);
  expect(await stopped).toMatchObject({ status: "stopped", ending: "requested" });
  expect(await house.now.isHeld()).toBe(false);
  expect(house.texts.join()).not.toContain(secretKey);
});

test("in mode raw it looks by alarms at files that wait on the recording server, also after an eviction", async () => {
  const house = createHouse({ hears: false });
  const { fake } = house;
  fake.uploadTime(5 * 60_000, { outcome: "stranded" });
  const started = house.now.start({ ...order, mode: "raw" });
  await fake.advanceAsync(20_000);
  await started;
  const stopped = house.now.stop();
  await fake.advanceAsync(5000);
  expect(await stopped).toMatchObject({ status: "stopped", ending: "requested", upload: "stranded" });
  expect(fake.recordings).toMatchObject([{ mode: "raw", live: false }]);
  // The process ends while it waits for the answer to a look.
  fake.fail("recording.query", { hang: true });
  await fake.advanceAsync(118_000);
  house.evict();
  expect(await house.now.snapshot()).toMatchObject({ status: "stopped", upload: "stranded" });
  await fake.advanceAsync(6 * 60_000);
  expect(await house.now.snapshot()).toMatchObject({ status: "stopped", upload: "uploaded", files: [{ uid: "1001" }] });
  const before = fake.requests.length;
  await fake.advanceAsync(3_600_000);
  expect(fake.requests.length).toBe(before);
});

test("a mode that nobody knows is looked after like the others", async () => {
  const house = createHouse();
  const started = house.now.start({ ...order, mode: "hologram" });
  await house.fake.advanceAsync(20_000);
  expect(await started).toMatchObject({ handle: { mode: "hologram" } });
  expect(await house.now.snapshot()).toMatchObject({ status: "recording" });
});

test("killed at any moment of its life, nothing is recorded twice, lost, or left behind", async () => {
  const whole = createHouse();
  void whole.now.start(order);
  await whole.fake.advanceAsync(30_000);
  const moments = whole.saves;
  expect(moments).toBeGreaterThan(8);
  for (const afterSending of [false, true]) {
    for (let killAt = 1; killAt <= moments; killAt += 1) {
      const where = `killed ${afterSending ? "after" : "at"} save ${killAt} of ${moments}`;
      const house = createHouse({ killAt, afterSending });
      const { fake } = house;
      void house.now.start(order).catch(() => {});
      await fake.advanceAsync(300_000);
      // Killed before anything was kept: whoever asked got no answer, and asks again.
      if ((await house.now.snapshot()) === null) continue;
      const found = await house.now.snapshot();
      const [running] = live(fake);
      const stopped = house.now.stop();
      await fake.advanceAsync(10_000);
      const facts = {
        status: found?.status,
        isSame: found?.handle?.sid === running?.sid,
        ends: (await stopped).status,
      };
      expect({ where, ...facts, recordings: fake.recordings.length, left: live(fake).length }).toEqual({
        where,
        status: "recording",
        isSame: true,
        ends: "stopped",
        recordings: 1,
        left: 0,
      });
    }
  }
});

test("a recording that breaks down starts again with the other uid, as often as it was asked to", async () => {
  const house = createHouse();
  const { fake } = house;
  void house.now.start({ ...order, restart: { spareUid: "900002", limit: 2 } });
  for (const uid of ["900001", "900002", "900001"]) {
    await fake.advanceAsync(60_000);
    const snapshot = await house.now.snapshot();
    expect(snapshot).toMatchObject({ status: "recording", handle: { uid } });
    fake.crash(live(fake)[0]!.sid);
    await fake.advanceAsync(300_000);
  }
  expect(await house.now.snapshot()).toMatchObject({ status: "stopped", ending: "exited" });
  expect(fake.recordings).toHaveLength(3);
  expect(await house.now.isHeld()).toBe(false);
});

test("without being asked it does not start again, nor after a stop by somebody else that it was told of", async () => {
  for (const isAsked of [false, true]) {
    const house = createHouse();
    const { fake } = house;
    void house.now.start(isAsked ? { ...order, restart: { spareUid: "900002" } } : order);
    await fake.advanceAsync(60_000);
    if (isAsked) await house.now.release();
    fake.crash(live(fake)[0]!.sid);
    await fake.advanceAsync(600_000);
    expect(await house.now.snapshot()).toMatchObject({ status: "stopped", ending: "exited" });
    expect(fake.recordings).toHaveLength(1);
  }
});

test("a start that is refused is over, and tells who asked", async () => {
  const house = createHouse();
  house.fake.fail("recording.start", { kind: "invalid-parameter" });
  const started = house.now.start({ ...order, restart: { spareUid: "900002" } });
  const [error] = await Promise.all([started.catch((reason: unknown) => reason), house.fake.advanceAsync(600_000)]);
  expect(error).toMatchObject({ kind: "invalid-parameter" });
  expect(await house.now.isHeld()).toBe(false);
  expect(house.fake.recordings).toHaveLength(0);
});

test("takes over what a page has started, and refuses what it cannot look after as well", async () => {
  const house = createHouse();
  const { fake } = house;
  const handle = {
    appId: fake.appId,
    ...order,
    resourceId: "a-resource",
    sid: "0123456789abcdef0123456789abcdef",
    startedAt: fake.now(),
  };
  expect(await house.now.resume(handle)).toMatchObject({ status: "starting", handle });
  await expect(house.now.resume({ ...handle, sid: "another" })).rejects.toMatchObject({ kind: "invalid-state" });
});

test("what cannot be persisted is not sent", async () => {
  const fake = createFakeAgora();
  const supervisor = createSupervisor({
    service: "recording",
    client: createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: fake.fetch,
      clock: fake.clock,
    }),
    clock: fake.clock,
    storage: { load: () => null, save: () => Promise.reject(new Error("full")), setAlarm: () => {} },
    prepare,
  });
  await expect(supervisor.start(order)).rejects.toMatchObject({ kind: "invalid-state" });
  expect(fake.requests).toEqual([]);
});

test("the alarm is set before anything is saved, and everything is saved before it is sent", async () => {
  const house = createHouse({ hears: false });
  void house.now.start(order);
  await house.fake.advanceAsync(60_000);
  const { journal } = house;
  expect(journal.indexOf("alarm")).toBeLessThan(journal.indexOf("save"));
  expect(journal.filter((one) => one === "POST")).toHaveLength(2);
  // What has led to a request was saved after the answer to the one before.
  const before = journal.flatMap((one, index) => (["POST", "GET"].includes(one) ? [journal[index - 1]] : []));
  expect(new Set(before)).toEqual(new Set(["save"]));
});

test("createRecordingSupervisor, as it was called before, does the same", async () => {
  const asked: string[] = [];
  const house = createHouseOf<"recording">(({ client, storage, clock }) => {
    const supervisor = createRecordingSupervisor({
      client: (urgency) => {
        asked.push(urgency);
        return client;
      },
      memory: storage,
      clock,
      prepare,
    });
    return supervisor;
  });
  void house.now.start(order);
  await house.fake.advanceAsync(300_000);
  expect(await house.now.snapshot()).toMatchObject({ status: "recording" });
  const stopped = house.now.stop();
  await house.fake.advanceAsync(5000);
  expect(await stopped).toMatchObject({ status: "stopped" });
  expect(new Set(asked)).toEqual(new Set(["now", "soon", "later"]));
});

test("what the release before has persisted is read", async () => {
  const house = createHouse({ hears: false });
  void house.now.start({ ...order, restart: { spareUid: "900002" } });
  await house.fake.advanceAsync(60_000);
  const { desired, ...rest } = JSON.parse(house.texts.at(-1) ?? "");
  const old = JSON.stringify({ ...rest, version: 1, standing: desired });
  const next = createHouseOf<"recording">(
    ({ storage, ...parts }) =>
      createSupervisor({ ...parts, service: "recording", prepare, storage: { ...storage, load: () => old } }),
    { fake: house.fake, hears: false },
  );
  expect(await next.now.snapshot()).toMatchObject({ status: "recording", handle: { cname: "room-1" } });
  expect(await next.now.isHeld()).toBe(true);
});
