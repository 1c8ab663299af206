import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callFake, storageConfig } from "../../../testing/caller.ts";
import { isObject, list } from "../../runtime/json.ts";

const filesOf = (state: { readonly [key: string]: unknown }) =>
  list(state.fileList).map((file) => (isObject(file) ? [file.fileName, file.trackType, file.uid] : [file]));
const request = (avFileType: readonly string[], recordingConfig: object = {}, more: object = {}) => ({
  storageConfig,
  recordingConfig,
  recordingFileConfig: { avFileType },
  ...more,
});

/** What stands before the uid, and behind it. */
const named = (sid: string, uid: number, ending: string) => `${sid}_room-1__uid_s_${uid}__uid_e_${ending}`;

describe("mode raw", () => {
  test("one merged playlist for each user, named by the codec", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1);
    fake.channel("room-1").join(2, { codec: "h265" });
    const session = await record("raw");
    fake.advance(20_000);
    const entry = { mixedAllUser: false, isPlayable: true, sliceStartTime: fake.now() - 17_000 };
    expect(await session.state()).toEqual({
      status: 5,
      fileListMode: "json",
      fileList: [
        { fileName: named(session.sid, 1, "h264.m3u8"), trackType: "audio_and_video", uid: "1", ...entry },
        { fileName: named(session.sid, 2, "h265.m3u8"), trackType: "audio_and_video", uid: "2", ...entry },
      ],
      sliceStartTime: entry.sliceStartTime,
    });
  });

  test("still one when video comes later, and when it goes", async () => {
    const { fake, record } = callFake();
    const room = fake.channel("room-1");
    room.join(1, { publish: { audio: true } });
    const session = await record("raw");
    fake.advance(20_000);
    expect(filesOf(await session.state())).toEqual([[named(session.sid, 1, "h264.m3u8"), "audio", "1"]]);
    room.join(1);
    fake.advance(20_000);
    room.join(1, { publish: { audio: true } });
    fake.advance(20_000);
    expect(filesOf(await session.state())).toEqual([[named(session.sid, 1, "h264.m3u8"), "audio_and_video", "1"]]);
  });

  test("MP4 beside HLS, and a new one every two hours", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1);
    const session = await record("raw", request(["hls", "mp4"]));
    fake.advance(20_000);
    expect(filesOf(await session.state()).map(([name]) => name)).toEqual([
      named(session.sid, 1, "h264.m3u8"),
      named(session.sid, 1, "0_h264.mp4"),
    ]);
    fake.advance(2 * 3_600_000);
    expect(filesOf(await session.state()).at(-1)).toEqual([
      named(session.sid, 1, "1_h264.mp4"),
      "audio_and_video",
      "1",
    ]);
  });

  test.each(["vp8", "vp9"] as const)("DASH alone for a user who sends %s, whatever is asked for", async (codec) => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1, { codec });
    const session = await record("raw", request(["hls", "mp4"]));
    fake.advance(20_000);
    expect(filesOf(await session.state()).map(([name]) => name)).toEqual([named(session.sid, 1, `${codec}.mpd`)]);
  });

  test("no MP4 of AV1, which it does not take", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1, { codec: "av1" });
    const session = await record("raw", request(["hls", "mp4"]));
    fake.advance(20_000);
    expect(filesOf(await session.state()).map(([name]) => name)).toEqual([named(session.sid, 1, "av1.m3u8")]);
  });

  test("a sender who changes between native and web leaves a playlist of each", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1, { codec: "vp8" });
    const session = await record("raw");
    fake.advance(20_000);
    fake.channel("room-1").join(1);
    fake.advance(20_000);
    expect(filesOf(await session.state()).map(([name]) => name)).toEqual([
      named(session.sid, 1, "vp8.mpd"),
      named(session.sid, 1, "h264.m3u8"),
    ]);
  });

  test("MP3 of audio alone", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1);
    const session = await record("raw", request(["mp3"], { streamTypes: 0 }));
    fake.advance(20_000);
    expect(filesOf(await session.state())).toEqual([[named(session.sid, 1, "0_mp3.mp3"), "audio", "1"]]);
  });

  test("audio alone in HLS is named by the codec of audio", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1);
    const session = await record("raw", request(["hls"], { streamTypes: 0 }));
    fake.advance(20_000);
    expect(filesOf(await session.state())).toEqual([[named(session.sid, 1, "aac.m3u8"), "audio", "1"]]);
  });

  test("pictures without the word video in their names", async () => {
    const { fake, record, detailsOf } = callFake();
    fake.channel("room-1").join(1);
    const snapshotConfig = { captureInterval: 5, fileType: ["jpg"] };
    const session = await record("raw", { storageConfig, snapshotConfig });
    fake.advance(8000);
    expect(detailsOf(45)).toEqual([
      { msgName: "recorder_snapshot_file", fileName: named(session.sid, 1, "20260101000008000.jpg") },
    ]);
    expect((await session.stop()).body.serverResponse).toEqual({ uploadingStatus: "uploaded" });
  });

  test("files of another server begin with bak, as in all modes", async () => {
    const { fake, record } = callFake();
    fake.channel("room-1").join(1);
    const session = await record("raw");
    fake.advance(20_000);
    fake.failover(session.sid, { seconds: 20 });
    fake.advance(60_000);
    expect(filesOf(await session.state()).map(([name]) => name)).toEqual([
      named(session.sid, 1, "h264.m3u8"),
      `bak0_${named(session.sid, 1, "h264.m3u8")}`,
    ]);
  });

  test("notifications say raw-recording; those of individual, its predecessor, rtc_record", async () => {
    const { fake, record, events } = callFake();
    fake.channel("room-1").join(1);
    const raw = await record("raw");
    const legacy = { storageConfig, recordingConfig: { subscribeUidGroup: 0 } };
    const individual = await record("individual", legacy, { cname: "room-1", uid: "2" });
    fake.advance(20_000);
    await raw.stop();
    await individual.stop();
    const scenes = (sid: string) => [
      ...new Set(events.filter(({ payload }) => payload.sid === sid).map(({ payload }) => payload.serviceScene)),
    ];
    expect(scenes(raw.sid)).toEqual(["rtsc/raw-recording"]);
    expect(scenes(individual.sid)).toEqual(["rtc_record"]);
    const fileList = [{ fileName: named(raw.sid, 1, "h264.m3u8"), trackType: "audio_and_video", uid: "1" }];
    expect(events.find(({ eventType, payload }) => eventType === 31 && payload.sid === raw.sid)).toMatchObject({
      payload: { details: { fileList } },
    });
    expect(events.find(({ eventType, payload }) => eventType === 3 && payload.sid === raw.sid)).toMatchObject({
      payload: { details: { recordingMode: 0 } },
    });
  });
});

test("whoever sends what in whatever codec, raw lists one playlist for each user and codec, all names apart", async () => {
  const join = fc.record({
    uid: fc.integer({ min: 1, max: 3 }),
    codec: fc.constantFrom("h264", "h265", "av1", "vp8", "vp9"),
    publish: fc.record({ audio: fc.boolean(), video: fc.boolean() }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(join, { maxLength: 8 }), fc.boolean(), async (joins, mp4) => {
      const { fake, record } = callFake();
      const session = await record("raw", request(mp4 ? ["hls", "mp4"] : ["hls"], { maxIdleTime: 300 }));
      fake.channel("room-1").join(9, { role: "audience" });
      const sent = new Set<string>();
      fake.advance(5000);
      for (const { uid, codec, publish } of joins) {
        fake.channel("room-1").join(uid, { codec, publish });
        if (publish.audio || publish.video) sent.add(`${uid} ${codec}`);
        fake.advance(20_000);
      }
      const names = filesOf(await session.state()).map(([name]) => String(name));
      expect(new Set(names).size).toBe(names.length);
      const pattern = new RegExp(`^${session.sid}_room-1__uid_s_(\\d+)__uid_e_(\\d+_)?([a-z\\d]+)\\.(m3u8|mpd|mp4)$`);
      const parts = names.map((name) => pattern.exec(name));
      const playlists = parts.filter((part) => part?.[4] !== "mp4").map((part) => `${part?.[1]} ${part?.[3]}`);
      expect(new Set(playlists)).toEqual(sent);
      expect(playlists).toHaveLength(sent.size);
      for (const part of parts) {
        const [, , index, codec = "", kind] = part ?? [];
        expect([kind === "mpd", kind === "mp4"]).toEqual([codec.startsWith("vp"), index !== undefined]);
        expect([kind, codec]).not.toEqual(["mp4", "av1"]);
      }
    }),
    { numRuns: 40 },
  );
});
