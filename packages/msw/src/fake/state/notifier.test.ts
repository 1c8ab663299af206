import { expect, test } from "vitest";
import { callFake, individualRequest, storageConfig, who } from "../../testing/caller.ts";

test("the life of a composite recording, told in order", async () => {
  const { fake, record, events } = callFake();
  fake.channel("room-1").join(7);
  const session = await record("mix");
  fake.advance(61_000);
  await session.stop();
  const told = events.map(({ eventType, payload }) => [eventType, payload.serviceType, payload.details.msgName]);
  expect(told).toEqual([
    [30, 2, "uploader_started"],
    [40, 1, "recorder_started"],
    [43, 1, "recorder_audio_stream_state_changed"],
    [44, 1, "recorder_video_stream_state_changed"],
    [42, 1, "recorder_slice_start"],
    [3, 0, "cloud_recording_status_update"],
    [4, 0, "cloud_recording_file_infos"],
    [3, 0, "cloud_recording_status_update"],
    [33, 2, "uploading_progress"],
    [43, 1, "recorder_audio_stream_state_changed"],
    [44, 1, "recorder_video_stream_state_changed"],
    [41, 1, "recorder_leave"],
    [33, 2, "uploading_progress"],
    [31, 2, "uploaded"],
    [11, 0, "session_exit"],
  ]);
});

test("the envelope", async () => {
  const { fake, record, events } = callFake();
  const { sid } = await record("mix");
  fake.advance(2000);
  expect(events[0]).toEqual({
    noticeId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
    productId: 3,
    eventType: 30,
    notifyMs: fake.now(),
    payload: {
      ...who,
      sid,
      sequence: 0,
      sendts: fake.now(),
      serviceType: 2,
      details: { msgName: "uploader_started", status: 0 },
    },
  });
  fake.advance(60_000);
  expect(events.map(({ payload }) => payload.sequence)).toEqual(events.map((_, index) => index));
  expect(new Set(events.map(({ noticeId }) => noticeId)).size).toBe(events.length);
});

test("details of streams, slices, files and progress", async () => {
  const { fake, record, detailsOf } = callFake();
  const room = fake.channel("room-1");
  room.join(7, { publish: { audio: true } });
  const session = await record("individual", individualRequest());
  fake.advance(13_000);
  const joined = fake.now() - 10_000;
  const fileName = `${session.sid}_room-1__uid_s_7__uid_e_audio.m3u8`;
  expect(detailsOf(43)).toEqual([
    { msgName: "recorder_audio_stream_state_changed", streamUid: "7", state: 0, UtcMs: joined },
  ]);
  expect(detailsOf(4)).toEqual([{ msgName: "cloud_recording_file_infos", fileList: fileName }]);
  expect(detailsOf(3).at(-1)).toMatchObject({ status: 5, recordingMode: 0, fileList: fileName });
  room.join(7, { publish: false });
  const left = fake.now();
  fake.advance(47_000);
  room.join(7, { publish: { audio: true } });
  expect(detailsOf(42)).toMatchObject([
    { startUtcMs: joined, discontinueUtcMs: joined, mixedAllUser: false, streamUid: "7", trackType: "audio" },
    { startUtcMs: fake.now(), discontinueUtcMs: left },
  ]);
  await session.stop();
  expect(detailsOf(43).map(({ state }) => state)).toEqual([0, 1, 0, 1]);
  const progress = detailsOf(33).map((details) => Number(details.progress));
  expect(progress).toEqual([progress[0], 10_000]);
  expect(progress[0]).toBeLessThan(10_000);
  expect(detailsOf(31)).toMatchObject([{ status: 0, fileList: [{ fileName, trackType: "audio", uid: "7" }] }]);
  expect(detailsOf(41)).toEqual([{ msgName: "recorder_leave", leaveCode: 16 }]);
});

test("nothing recorded: the exit alone", async () => {
  const { fake, record, eventTypes, detailsOf } = callFake();
  const session = await record("mix");
  fake.advance(10_000);
  await session.stop();
  expect(eventTypes().slice(-2)).toEqual([41, 11]);
  expect(detailsOf(11)).toEqual([{ msgName: "session_exit", exitStatus: 0 }]);
});

test("ApsaraVideo, for those who still use it", async () => {
  const { fake, record, eventTypes } = callFake();
  fake.channel("room-1").join(1);
  const extensionServiceConfig = { extensionServices: [{ serviceName: "aliyun_vod_service", serviceParam: {} }] };
  const session = await record("mix", { storageConfig, extensionServiceConfig });
  fake.advance(20_000);
  expect(eventTypes()).toContain(60);
  await session.stop();
  expect(eventTypes().slice(-2)).toEqual([61, 11]);
});

test("a listener can leave, and may be there twice", async () => {
  const { fake, record } = callFake();
  const seen: number[] = [];
  const listener = ({ eventType }: { eventType: number }) => seen.push(eventType);
  const off = fake.onNotification(listener);
  fake.onNotification(listener);
  await record("mix");
  fake.advance(2000);
  off();
  fake.advance(1000);
  expect(seen).toEqual([30, 30, 40, 3]);
});
