import { expect, test } from "vitest";
import { callFake, individualRequest, pushTo, storageConfig, webRequest } from "../../../testing/caller.ts";

test("a window of 404, then the same sid goes on with new names and a new recorder", async () => {
  const { fake, record, eventsOf, eventTypes } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix", { storageConfig, recordingFileConfig: { avFileType: ["hls", "mp4"] } });
  fake.advance(30_000);
  fake.failover(session.sid, { seconds: 60 });
  for (const call of [session.query(), session.update({}), session.updateLayout({}), session.stop()]) {
    expect(await call).toMatchObject({ status: 404, body: { code: 404, reason: "failed to find worker" } });
  }
  fake.advance(59_999);
  expect((await session.query()).status).toBe(404);
  expect(eventTypes()).not.toContain(12);
  fake.advance(1);
  expect(await session.state()).toMatchObject({ status: 5 });
  const [event] = eventsOf(12);
  const recorderUid = fake.recordings[0]?.recorderUid ?? "";
  expect(event?.payload).toMatchObject({
    uid: recorderUid,
    sequence: 0,
    details: { msgName: "session_failover", newUid: Number(recorderUid) },
  });
  expect(recorderUid).not.toBe("900001");
  fake.advance(10_000);
  const base = `${session.sid}_room-1`;
  expect(fake.recordings[0]?.files.map(({ fileName }) => fileName)).toEqual([
    `${base}.m3u8`,
    `${base}_0.mp4`,
    `bak0_${base}.m3u8`,
    `bak0_${base}_0.mp4`,
  ]);
  expect((await session.stop()).status).toBe(200);
});

test("the next failover counts on; the fourth is the end", async () => {
  const { fake, record, detailsOf } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("individual", individualRequest({ streamTypes: 0 }));
  const lose = () => {
    fake.failover(session.sid);
    fake.advance(45_000);
  };
  lose();
  lose();
  lose();
  expect(fake.recordings[0]?.files.map(({ fileName }) => fileName.split("_")[0])).toEqual(["bak0", "bak1", "bak2"]);
  lose();
  expect((await session.query()).status).toBe(404);
  expect(fake.recordings[0]).toMatchObject({ ending: "server-lost", live: false, failovers: 3 });
  expect(detailsOf(11)).toMatchObject([{ exitStatus: 1 }]);
});

test("a composite HLS recording names the newest file", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.advance(20_000);
  fake.failover(session.sid, { seconds: 5 });
  fake.advance(6000);
  expect(await session.state()).toMatchObject({ fileList: `${session.sid}_room-1.m3u8` });
  fake.advance(10_000);
  expect(await session.state()).toMatchObject({ fileList: `bak0_${session.sid}_room-1.m3u8` });
});

test("a server lost while starting, and idle time during the move", async () => {
  const { fake, record } = callFake();
  const session = await record("mix");
  fake.failover(session.sid, { seconds: 40 });
  fake.advance(39_000);
  expect(fake.recordings[0]?.live).toBe(true);
  fake.advance(2000);
  expect(await session.state()).toMatchObject({ status: 4 });
  fake.advance(30_000);
  expect(fake.recordings[0]).toMatchObject({ live: false, ending: "idle" });
});

test("users who leave during the move are noticed after it", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.advance(20_000);
  fake.failover(session.sid, { seconds: 20 });
  fake.channel("room-1").leave(1);
  fake.advance(20_000 + 29_999);
  expect((await session.query()).status).toBe(200);
  fake.advance(1);
  expect((await session.query()).status).toBe(404);
});

test("web pages and their pushes move too", async () => {
  const { fake, record, detailsOf } = callFake();
  const session = await record("web", webRequest({}, {}, pushTo("rtmp://cdn.example/live")));
  fake.advance(20_000);
  fake.failover(session.sid, { seconds: 10 });
  fake.advance(25_000);
  expect(fake.recordings[0]?.files.map(({ fileName }) => fileName)).toEqual([
    `${session.sid}_room-1.m3u8`,
    `bak0_${session.sid}_room-1.m3u8`,
  ]);
  expect(detailsOf(100).map(({ status }) => status)).toEqual(["connecting", "publishing", "connecting", "publishing"]);
});

test("while nobody is there nothing is told and nothing is listed", async () => {
  const { fake, record, eventTypes } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.advance(10_000);
  const before = eventTypes().length;
  fake.failover(session.sid, { seconds: 80 });
  fake.channel("room-1").join(2);
  fake.advance(79_999);
  expect(eventTypes()).toHaveLength(before);
  fake.advance(10_000);
  expect(eventTypes().slice(before)).toEqual([12, 40, 43, 44, 43, 44, 42, 4, 3]);
});

test("a second loss during the move does not shorten it", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.failover(session.sid, { seconds: 60 });
  fake.failover(session.sid, { seconds: 10 });
  fake.advance(59_999);
  expect((await session.query()).status).toBe(404);
  fake.advance(1);
  expect((await session.query()).status).toBe(200);
  expect(fake.recordings[0]?.failovers).toBe(1);
});

test("what does not run cannot be moved", async () => {
  const { fake } = callFake();
  expect(() => fake.failover("0".repeat(32))).toThrow(RangeError);
});
