import { createRecordingSession, type RecordingSession } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { clientRequest, count, createWorld, settle, watch, describeDirect } from "./setup.ts";

const raw = { cname: "room-1", uid: "900001", mode: "raw", clientRequest } as const;

/** A recording in mode raw that was stopped while its files wait on the recording server. */
async function strandedSession(options: { monitor?: { interval: number } | false } = {}) {
  const world = createWorld();
  const { fake, agora } = world;
  fake.channel("room-1").join("1001");
  fake.uploadTime(5 * 60_000, { outcome: "stranded" });
  const session = createRecordingSession(agora, { ...raw, ...options });
  session.subscribe(() => {});
  await settle(fake, session.start(), 20_000);
  await settle(fake, session.stop(), 1000);
  return { ...world, session, queries: () => count(fake, "recording.query") };
}

describe("a session in mode raw", () => {
  test("starts, records and stops, with one playlist for each user", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    fake.channel("room-1").join("1002", { codec: "vp8" });
    const session = createRecordingSession(agora, raw);
    const seen = watch(session);
    const handle = await settle(fake, session.start(), 20_000);
    expect(handle).toMatchObject({ mode: "raw", cname: "room-1" });
    const { sid } = session.getSnapshot().handle ?? {};
    const stem = `${sid}_room-1__uid_s_`;
    const files = [{ fileName: `${stem}1001__uid_e_h264.m3u8` }, { fileName: `${stem}1002__uid_e_vp8.mpd` }];
    expect(await settle(fake, session.stop(), 1000)).toMatchObject({ ending: "requested", upload: "uploaded", files });
    expect(seen).toEqual(["acquiring", "starting", "recording", "stopping", "stopped"]);
    expect(fake.requests.find(({ operation }) => operation === "recording.acquire")?.body).toMatchObject({
      clientRequest: {},
    });
  });

  test("updates the subscription, and is refused a layout before anything is sent", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    const session = createRecordingSession(agora, raw);
    await settle(fake, session.start(), 20_000);
    const streamSubscribe = { videoUidList: { subscribeVideoUids: ["1001"] } };
    expect(await settle(fake, session.update({ streamSubscribe }), 1000)).toBeUndefined();
    const layout = { mixedVideoLayout: 1 } as never;
    expect(await settle(fake, session.updateLayout(layout), 1000)).toMatchObject({ kind: "invalid-request" });
    expect(count(fake, "recording.updateLayout")).toBe(0);
  });

  test("uses a lease that was acquired for a page, because raw does not look at the scene", async () => {
    const { fake, agora } = createWorld();
    fake.channel("room-1").join("1001");
    const session = createRecordingSession(agora, { ...raw, acquire: { scene: 1 } });
    await settle(fake, session.acquire(), 1000);
    await settle(fake, session.start(), 20_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { mode: "raw" } });
    expect(count(fake, "recording.acquire")).toBe(1);
  });

  test("a start whose answer got lost is settled by its notification, in the mode that was meant", async () => {
    const { fake, agora, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const session = createRecordingSession(agora, { ...raw, storage });
    fake.onNotification((event) => session.receive(event));
    fake.fail("recording.start", { network: true, tookEffect: true, times: 9 });
    await settle(fake, session.start(), 60_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { mode: "raw" } });
  });
});

describe("files that are stranded", () => {
  test("are no failure: the session is stopped, has its files, and says where they are", async () => {
    const { session } = await strandedSession();
    expect(session.getSnapshot()).toMatchObject({
      status: "stopped",
      ending: "requested",
      upload: "stranded",
      files: [{ uid: "1001" }],
      error: null,
    });
  });

  test("are looked at again at the pace of the monitor, until they are uploaded", async () => {
    const { fake, session, queries } = await strandedSession();
    const before = queries();
    await fake.advanceAsync(121_000);
    expect([queries() - before, session.getSnapshot().upload]).toEqual([1, "stranded"]);
    await fake.advanceAsync(240_000);
    expect([queries() - before, session.getSnapshot().upload]).toEqual([3, "uploaded"]);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested" });
    await fake.advanceAsync(3_600_000);
    expect(queries() - before).toBe(3);
  });

  test("need no more looks once a notification tells of them", async () => {
    const { fake, session, queries } = await strandedSession({ monitor: { interval: 600_000 } });
    fake.onNotification((event) => session.receive(event));
    const before = queries();
    await fake.advanceAsync(301_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", upload: "uploaded" });
    await fake.advanceAsync(1_800_000);
    expect(queries()).toBe(before);
  });

  test("stay stranded when the server is gone, and nobody is asked for ever", async () => {
    const { fake, session, queries } = await strandedSession();
    fake.fail("recording.query", { code: 404, times: 9 });
    const before = queries();
    await fake.advanceAsync(3_600_000);
    expect(queries() - before).toBe(1);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", upload: "stranded", error: null });
  });

  test("are asked for again after an answer that says nothing", async () => {
    const { fake, session } = await strandedSession();
    fake.fail("recording.query", { status: 500, times: 1 });
    fake.fail("recording.query", { network: true, times: 1 });
    await fake.advanceAsync(121_000 + 240_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", upload: "uploaded", error: null });
  });

  test("are asked for by query(), also without a monitor", async () => {
    const { fake, session, queries } = await strandedSession({ monitor: false });
    const before = queries();
    await fake.advanceAsync(360_000);
    expect([queries(), session.getSnapshot().upload]).toEqual([before, "stranded"]);
    expect(await settle(fake, session.query(), 1000)).toMatchObject({ status: "stopped", upload: "uploaded" });
    expect(queries()).toBe(before + 1);
  });

  test("are given up after an hour of looks", async () => {
    const { fake, session, queries } = await strandedSession();
    fake.fail("recording.query", { status: 500, times: 999 });
    const before = queries();
    await fake.advanceAsync(6 * 3_600_000);
    expect(queries() - before).toBe(30);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", upload: "stranded" });
  });

  test("do not stand in the way of the next start, and a late answer about them is not about it", async () => {
    const { fake, session } = await strandedSession();
    fake.fail("recording.query", { delay: 9000 });
    const look = session.query();
    await fake.advanceAsync(1000);
    await settle(fake, session.start(), 1000);
    const { handle } = session.getSnapshot();
    await expect(look).resolves.toMatchObject({ status: expect.any(String) });
    await fake.advanceAsync(20_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle, upload: null });
  });

  test("are still looked at by a session that goes on elsewhere from its JSON", async () => {
    const { fake, session, newClient } = await strandedSession();
    const saved: object = JSON.parse(JSON.stringify(session.toJSON()));
    session.dispose();
    const next = createRecordingSession(newClient(), { ...raw, restore: saved });
    next.subscribe(() => {});
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", upload: "stranded" });
    await fake.advanceAsync(6 * 60_000);
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", upload: "uploaded" });
  });

  test("are looked at by it even when the look was under way in the process before", async () => {
    const { fake, session, newClient } = await strandedSession();
    fake.fail("recording.query", { hang: true });
    await fake.advanceAsync(121_000);
    const saved: object = JSON.parse(JSON.stringify(session.toJSON()));
    session.dispose();
    fake.uploadTime(0);
    await fake.advanceAsync(300_000);
    const next = createRecordingSession(newClient(), { ...raw, restore: saved });
    next.subscribe(() => {});
    await fake.advanceAsync(1000);
    expect(next.getSnapshot()).toMatchObject({ status: "stopped", upload: "uploaded" });
  });

  test("do not keep a recording that is taken over meanwhile from being watched", async () => {
    const { fake, agora, session } = await strandedSession();
    fake.uploadTime(0, { outcome: "uploaded" });
    const resource = await agora.recording.acquire({ cname: "room-1", uid: "900001" });
    const other = await agora.recording.start({ ...resource, mode: "raw", clientRequest });
    await fake.advanceAsync(20_000);
    fake.fail("recording.query", { delay: 9000 });
    void session.query();
    await fake.advanceAsync(1000);
    await settle(fake, session.resume(other), 1000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { sid: other.sid }, upload: null });
    await fake.advanceAsync(20_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { sid: other.sid } });
  });

  test("rest while nobody looks, and are looked at when somebody does", async () => {
    const world = createWorld();
    const { fake, agora } = world;
    fake.channel("room-1").join("1001");
    fake.uploadTime(5 * 60_000, { outcome: "stranded" });
    let isVisible = true;
    const listeners = new Set<() => void>();
    const wake = {
      isVisible: () => isVisible,
      isOnline: () => true,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const session = createRecordingSession(agora, { ...raw, wake });
    session.subscribe(() => {});
    await settle(fake, session.start(), 20_000);
    await settle(fake, session.stop(), 1000);
    const look = (visible: boolean) => {
      isVisible = visible;
      for (const listener of listeners) listener();
    };
    look(false);
    const before = count(fake, "recording.query");
    await fake.advanceAsync(360_000);
    expect(count(fake, "recording.query")).toBe(before);
    look(true);
    await fake.advanceAsync(1000);
    expect(session.getSnapshot().upload).toBe("uploaded");
  });
});

describeDirect("a session in a mode that nobody knows", () => {
  test("has the whole life of the others, and comes back from storage", async () => {
    const { fake, agora, newClient, storage } = createWorld();
    fake.channel("room-1").join("1001");
    const options = {
      cname: "room-1",
      uid: "900001",
      mode: "hologram",
      clientRequest: { ...clientRequest, hologram: { depth: 3 } },
      storage,
    } as const;
    const session: RecordingSession<"hologram"> = createRecordingSession(agora, options);
    await settle(fake, session.start(), 20_000);
    expect(fake.recordings).toMatchObject([{ mode: "hologram", live: true }]);
    expect(await settle(fake, session.updateLayout({ mixedVideoLayout: 1 }), 1000)).toBeUndefined();
    session.dispose();
    const next = createRecordingSession(newClient(), options);
    await fake.advanceAsync(6000);
    expect(next.getSnapshot()).toMatchObject({ status: "recording", handle: { mode: "hologram" } });
    expect(await settle(fake, next.stop(), 1000)).toMatchObject({ status: "stopped", ending: "requested" });
    const start = fake.requests.find(({ operation }) => operation === "recording.start");
    expect(start?.body).toMatchObject({ clientRequest: { hologram: { depth: 3 } } });
  });
});
