import { expect, test } from "vitest";
import { callFake, individualRequest, storageConfig } from "../../../testing/caller.ts";

const gone = { status: 404, body: { code: 404, reason: "failed to find worker" } };

test("the status of a recording with a publisher", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix");
  const statuses = [(await session.state()).status];
  for (let second = 1; second <= 15; second += 1) {
    fake.advance(1000);
    statuses.push((await session.state()).status);
  }
  expect(statuses).toEqual([1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5]);
});

test("without one it stays at 4", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1, { publish: false });
  const session = await record("mix");
  fake.advance(3_600_000);
  expect(await session.state()).toEqual({ status: 4, fileListMode: "string" });
  fake.channel("room-1").join(1);
  fake.advance(10_000);
  expect(await session.state()).toMatchObject({ status: 5, sliceStartTime: fake.now() - 10_000 });
});

test("nobody in a communication channel: the recorder leaves after maxIdleTime", async () => {
  const { fake, record, eventTypes, detailsOf } = callFake();
  const session = await record("mix");
  fake.advance(29_999);
  expect((await session.query()).status).toBe(200);
  fake.advance(1);
  expect(await session.query()).toMatchObject(gone);
  expect((await session.stop()).body.code).toBe(49);
  expect(fake.recordings[0]).toMatchObject({ ending: "idle", live: false });
  expect(detailsOf(41)).toEqual([{ msgName: "recorder_leave", leaveCode: 4 }]);
  expect(eventTypes().slice(-2)).toEqual([41, 11]);
  fake.advance(3000);
  expect(await session.stop()).toMatchObject(gone);
});

test("a silent user keeps it, and the time counts from the last one's leaving", async () => {
  const { fake, record } = callFake();
  const room = fake.channel("room-1");
  const session = await record("mix", { storageConfig, recordingConfig: { maxIdleTime: 60 } });
  fake.advance(59_000);
  room.join(1, { publish: false });
  fake.advance(3_600_000);
  room.leave(1);
  fake.advance(59_999);
  expect((await session.query()).status).toBe(200);
  fake.advance(1);
  expect((await session.query()).status).toBe(404);
});

test("in a live channel an audience alone is nobody", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1, { role: "audience" });
  fake.channel("room-2").join(1, { role: "host", publish: false });
  const config = { storageConfig, recordingConfig: { channelType: 1 } };
  const alone = await record("mix", config);
  const hosted = await record("mix", config, { cname: "room-2", uid: "2" });
  fake.advance(30_000);
  expect((await alone.query()).status).toBe(404);
  expect((await hosted.query()).status).toBe(200);
});

test("users who come and go in one channel do not matter to another", async () => {
  const { fake, record } = callFake();
  fake.channel("elsewhere").join(1);
  await record("mix");
  fake.advance(31_000);
  expect(fake.recordings[0]?.live).toBe(false);
  expect(fake.channel("elsewhere").users).toEqual([
    { uid: "1", role: "host", codec: "h264", audio: true, video: true },
  ]);
});

const silent: [string, Parameters<typeof callFake>[0], object][] = [
  ["a project with an App Certificate, no token", { appCertificate: true }, { storageConfig }],
  ["encryption without a secret", {}, { storageConfig, recordingConfig: { decryptionMode: 1 } }],
  [
    "a salt of another length",
    {},
    { storageConfig, recordingConfig: { decryptionMode: 7, secret: "s", salt: "QUJD" } },
  ],
  ["a canvas too wide", {}, { storageConfig, recordingConfig: { transcodingConfig: { width: 2000, height: 500 } } }],
];
test.each(silent)("accepted, and gone within seconds: %s", async (_, options, request) => {
  const { fake, record, eventTypes, detailsOf } = callFake(options);
  fake.channel("room-1").join(1);
  const session = await record("mix", request);
  fake.advance(2000);
  expect((await session.query()).status).toBe(200);
  fake.advance(3000);
  expect(await session.query()).toMatchObject(gone);
  expect(await session.stop()).toMatchObject(gone);
  expect(eventTypes()).not.toContain(40);
  expect(detailsOf(11)).toEqual([{ msgName: "session_exit", exitStatus: 1 }]);
});

test("with what was missing it runs", async () => {
  const { fake, record } = callFake({ appCertificate: true });
  fake.channel("room-1").join(1);
  const salt = btoa("x".repeat(32));
  const recordingConfig = { decryptionMode: 8, secret: "s", salt };
  const session = await record("mix", { storageConfig, token: "007", recordingConfig });
  fake.advance(20_000);
  expect(await session.state()).toMatchObject({ status: 5 });
});

test("a token that the RTC edge refuses", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  fake.reject({ token: "expired" });
  const bad = await record("mix", { storageConfig, token: "expired" });
  const good = await record("mix", { storageConfig, token: "fresh" }, { cname: "room-1", uid: "2" });
  fake.advance(5000);
  expect((await bad.query()).status).toBe(404);
  expect((await good.query()).status).toBe(200);
  expect(fake.recordings[0]).toMatchObject({ ending: "token-refused", status: 20 });
});

test.each(["individual", "mix"] as const)(
  "storage keys that are refused, in %s mode: event 1, then 404",
  async (mode) => {
    const { fake, record, detailsOf, eventTypes } = callFake();
    fake.reject({ secretKey: (value) => value === "key-secret" });
    const session = await record(mode, individualRequest());
    fake.advance(3000);
    expect((await session.query()).status).toBe(200);
    fake.advance(1000);
    expect((await session.query()).status).toBe(404);
    expect(detailsOf(1)).toMatchObject([{ msgName: "cloud_recording_error", module: 1, errorLevel: 5, errorCode: 32 }]);
    expect(eventTypes()).not.toContain(30);
  },
);

test("somebody with the recorder's uid, before or later, or with a text as uid", async () => {
  const { fake, record } = callFake();
  const room = fake.channel("room-1");
  room.join("900001");
  const taken = await record("mix");
  fake.advance(5000);
  expect((await taken.query()).status).toBe(404);
  room.leave("900001");
  const later = await record("mix", undefined, { cname: "room-1", uid: "2" });
  fake.advance(5000);
  room.join(2);
  expect((await later.query()).status).toBe(404);
  expect((await later.stop()).body.code).toBe(49);
  room.leave(2);
  room.join("alice");
  const texts = await record("mix", undefined, { cname: "room-1", uid: "3" });
  fake.advance(5000);
  expect((await texts.query()).status).toBe(404);
  expect(fake.recordings.map(({ ending }) => ending)).toEqual(["uid-taken", "uid-taken", "uid-taken"]);
});
