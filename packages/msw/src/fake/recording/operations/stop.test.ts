import { expect, test } from "vitest";
import { callFake, individualRequest, pushTo, storageConfig, webRequest } from "../../../testing/caller.ts";

async function recordingOf(minutes = 1) {
  const caller = callFake();
  caller.fake.channel("room-1").join(1001);
  const session = await caller.record("mix");
  caller.fake.advance(minutes * 60_000);
  return { ...caller, session };
}

test("a synchronous stop answers with the files, and then nobody answers", async () => {
  const { session, fake } = await recordingOf();
  const { status, body } = await session.stop({ async_stop: false });
  expect(status).toBe(200);
  expect(body).toEqual({
    cname: "room-1",
    uid: "900001",
    resourceId: session.resourceId,
    sid: session.sid,
    serverResponse: { uploadingStatus: "uploaded", fileListMode: "string", fileList: `${session.sid}_room-1.m3u8` },
  });
  expect((await session.query()).status).toBe(404);
  expect((await session.stop()).status).toBe(404);
  expect(fake.recordings[0]).toMatchObject({ live: false, ending: "requested", endedAt: fake.now(), status: 8 });
});

test("what was recorded for less than a slice counts", async () => {
  const { session } = await recordingOf(4 / 60);
  expect((await session.stop()).body).toMatchObject({ serverResponse: { fileList: `${session.sid}_room-1.m3u8` } });
});

test("nothing recorded is 435, and final", async () => {
  const { record, fake } = callFake();
  fake.channel("room-1").join(1, { publish: false });
  const session = await record("mix");
  fake.advance(60_000);
  expect(await session.stop()).toMatchObject({ status: 206, body: { code: 435, reason: "no recorded data" } });
  expect((await session.query()).status).toBe(404);
});

test("an asynchronous stop answers at once; for a while it is a repeated one", async () => {
  const { session, fake, eventTypes } = await recordingOf();
  const answer = await session.stop({ async_stop: true });
  expect(answer.body.serverResponse).toMatchObject({ uploadingStatus: "unknown" });
  expect(await session.state()).toMatchObject({ status: 6 });
  expect(await session.stop()).toMatchObject({ status: 400, body: { code: 49, reason: "invalid operation" } });
  expect((await session.update({})).status).toBe(404);
  fake.advance(2000);
  expect(await session.state()).toMatchObject({ status: 7 });
  expect(eventTypes()).not.toContain(11);
  fake.advance(1000);
  expect(eventTypes().slice(-3)).toEqual([33, 31, 11]);
  expect((await session.stop()).status).toBe(404);
});

test("an asynchronous stop does not know files that are not listed yet", async () => {
  const { session } = await recordingOf(4 / 60);
  expect((await session.stop({ async_stop: true })).body.serverResponse).toEqual({
    uploadingStatus: "unknown",
    fileListMode: "string",
  });
});

test("a query while exiting has an older answer", async () => {
  const { record, fake } = callFake({ codes: "older" });
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.advance(60_000);
  await session.stop({ async_stop: true });
  expect((await session.query()).body.code).toBe(501);
});

test("uploads after an asynchronous stop and an idle exit take their time too", async () => {
  const { session, fake, eventTypes } = await recordingOf();
  fake.uploadTime(60_000);
  await session.stop({ async_stop: true });
  fake.advance(59_999);
  expect((await session.stop()).body.code).toBe(49);
  expect(eventTypes()).not.toContain(31);
  fake.advance(1);
  expect(eventTypes()).toContain(31);

  const idle = await recordingOf();
  idle.fake.uploadTime(60_000);
  idle.fake.channel("room-1").leave(1001);
  idle.fake.advance(30_000 + 59_999);
  expect((await idle.session.query()).status).toBe(404);
  expect((await idle.session.stop()).body.code).toBe(49);
  expect(idle.eventTypes()).not.toContain(31);
  idle.fake.advance(1);
  expect(idle.eventTypes().slice(-2)).toEqual([31, 11]);
});

test("async_stop is a boolean", async () => {
  const { session, fake } = await recordingOf();
  expect((await session.stop({ async_stop: "true" })).body).toEqual({
    code: 2,
    reason: "Stop: invalid async_stop value!",
  });
  expect(fake.recordings[0]?.live).toBe(true);
});

test("an upload of more than 20 s is code 50; it goes on and its end is told", async () => {
  const { session, fake, eventTypes } = await recordingOf();
  fake.uploadTime(45_000);
  expect(await session.stop()).toMatchObject({ status: 400, body: { code: 50 } });
  expect((await session.stop()).body.code).toBe(49);
  fake.advance(44_999);
  expect(eventTypes()).not.toContain(31);
  fake.advance(1);
  expect(eventTypes().slice(-2)).toEqual([31, 11]);
  expect((await session.query()).status).toBe(404);
});

test("a synchronous stop can be made to wait for the upload", async () => {
  const { session, fake, eventTypes } = await recordingOf();
  fake.uploadTime(5000, { hold: true });
  let answered = false;
  const pending = session.stop().finally(() => (answered = true));
  await fake.advanceAsync(4999);
  expect(answered).toBe(false);
  await fake.advanceAsync(1);
  expect((await pending).status).toBe(200);
  expect(eventTypes().slice(-2)).toEqual([31, 11]);
});

test("and waits 20 s for one that takes longer", async () => {
  const { session, fake } = await recordingOf();
  fake.uploadTime(60_000, { hold: true });
  const before = fake.now();
  const pending = session.stop().then(() => fake.now() - before);
  await fake.advanceAsync(60_000);
  expect(await pending).toBe(20_000);
});

test("files can end in the backup cloud: asked for, or because the keys ran out", async () => {
  const first = await recordingOf();
  first.fake.uploadTime(0, { outcome: "backuped" });
  expect((await first.session.stop()).body).toMatchObject({ serverResponse: { uploadingStatus: "backuped" } });
  expect(first.detailsOf(32)).toMatchObject([{ msgName: "backuped", status: 0, fileList: [{ uid: "0" }] }]);

  const { fake, record, eventTypes } = callFake();
  fake.channel("room-1").join(1);
  const stsExpiration = fake.now() / 1000 + 3600;
  const storage = (until: number) => ({ ...storageConfig, stsToken: "t", stsExpiration: until });
  const session = await record("mix", { storageConfig: storage(stsExpiration) });
  fake.advance(3_500_000);
  await session.update({ storageConfig: storage(stsExpiration + 3600) });
  fake.advance(3_700_000);
  expect((await session.stop()).body).toMatchObject({ serverResponse: { uploadingStatus: "backuped" } });
  expect(eventTypes()).not.toContain(31);
});

test("an expiry of 0 is none", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix", { storageConfig: { ...storageConfig, stsToken: "t", stsExpiration: 0 } });
  fake.advance(60_000);
  expect((await session.stop()).body).toMatchObject({ serverResponse: { uploadingStatus: "uploaded" } });
});

test("refreshed keys keep the upload going", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const stsExpiration = fake.now() / 1000 + 3600;
  const session = await record("mix", { storageConfig: { ...storageConfig, stsToken: "t", stsExpiration } });
  fake.advance(3_500_000);
  const fresh = { ...storageConfig, stsToken: "u", stsExpiration: stsExpiration + 3600 };
  expect((await session.update({ storageConfig: fresh })).status).toBe(200);
  fake.advance(200_000);
  expect((await session.stop()).body).toMatchObject({ serverResponse: { uploadingStatus: "uploaded" } });
});

test("individual mode answers with entries, and with snapshots only with the upload", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(7, { publish: { audio: true } });
  const streams = await record("individual", individualRequest());
  const pictures = individualRequest({}, { snapshotConfig: { fileType: ["jpg"] }, recordingFileConfig: {} });
  const both = await record("individual", pictures, { cname: "room-1", uid: "2" });
  fake.advance(30_000);
  expect((await streams.stop()).body.serverResponse).toEqual({
    uploadingStatus: "uploaded",
    fileListMode: "json",
    fileList: [
      {
        fileName: `${streams.sid}_room-1__uid_s_7__uid_e_audio.m3u8`,
        trackType: "audio",
        uid: "7",
        mixedAllUser: false,
        isPlayable: true,
        sliceStartTime: fake.now() - 27_000,
      },
    ],
  });
  expect((await both.stop()).body.serverResponse).toEqual({ uploadingStatus: "uploaded" });
});

test("web mode answers per service", async () => {
  const { fake, record } = callFake();
  const session = await record("web", webRequest({}, {}, pushTo("rtmp://cdn.example/live")), {
    cname: "my page: 1",
    uid: "1",
  });
  fake.advance(30_000);
  expect((await session.stop()).body.serverResponse).toEqual({
    extensionServiceState: [
      { serviceName: "upload_service", payload: { uploadingStatus: "uploaded" } },
      {
        serviceName: "web_recorder_service",
        payload: {
          state: "exit",
          onhold: false,
          fileList: [{ filename: `${session.sid}_my page- 1.m3u8`, sliceStartTime: fake.now() - 25_000 }],
        },
      },
      { serviceName: "rtmp_publish_service", payload: { status: "disconnected" } },
    ],
  });
});
