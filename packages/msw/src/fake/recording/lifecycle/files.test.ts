import { expect, test } from "vitest";
import { callFake, individualRequest, storageConfig, webRequest } from "../../../testing/caller.ts";
import { isObject, list } from "../../runtime/json.ts";

const names = (state: { readonly [key: string]: unknown }) =>
  list(state.fileList).map((file) => (isObject(file) ? file.fileName : file));

test("composite HLS: one name", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix");
  fake.advance(20_000);
  expect(await session.state()).toEqual({
    status: 5,
    fileListMode: "string",
    fileList: `${session.sid}_room-1.m3u8`,
    sliceStartTime: fake.now() - 17_000,
  });
});

test("composite MP4: entries, and a new file every two hours of recording", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("mix", { storageConfig, recordingFileConfig: { avFileType: ["hls", "mp4"] } });
  fake.advance(20_000);
  const start = fake.now() - 17_000;
  const entry = { trackType: "audio_and_video", uid: "0", mixedAllUser: true, isPlayable: true, sliceStartTime: start };
  expect(await session.state()).toEqual({
    status: 5,
    fileListMode: "json",
    fileList: [
      { fileName: `${session.sid}_room-1.m3u8`, ...entry },
      { fileName: `${session.sid}_room-1_0.mp4`, ...entry },
    ],
    sliceStartTime: start,
  });
  fake.channel("room-1").join(1, { publish: false });
  fake.advance(3_600_000);
  fake.channel("room-1").join(1);
  fake.advance(2 * 3_600_000 - 17_000);
  expect(names(await session.state())).toHaveLength(2);
  fake.advance(1000);
  expect(await session.state()).toMatchObject({
    fileList: [{}, {}, { fileName: `${session.sid}_room-1_1.mp4`, sliceStartTime: start + 3 * 3_600_000 }],
  });
});

test.each([
  [{ streamTypes: 0 }, "audio"],
  [{ streamTypes: 1 }, "video"],
  [{ subscribeAudioUids: ["#allstream#"] }, "audio"],
  [{ subscribeVideoUids: ["#allstream#"] }, "video"],
  [{}, "audio_and_video"],
])("composite with %j holds %s", async (recordingConfig, trackType) => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const files = { recordingFileConfig: { avFileType: ["hls", "mp4"] } };
  const session = await record("mix", { storageConfig, recordingConfig, ...files });
  fake.advance(20_000);
  expect(await session.state()).toMatchObject({ fileList: [{ trackType }, { trackType }] });
});

test("individual: a file per user and medium, as they publish", async () => {
  const { fake, record } = callFake();
  const room = fake.channel("room-1");
  room.join(1, { publish: { audio: true } });
  const session = await record("individual", individualRequest());
  fake.advance(9000);
  expect(await session.state()).toEqual({ status: 4, fileListMode: "json" });
  fake.advance(11_000);
  const file = (uid: number, type: string) => `${session.sid}_room-1__uid_s_${uid}__uid_e_${type}.m3u8`;
  expect(names(await session.state())).toEqual([file(1, "audio")]);
  room.join(2);
  fake.advance(10_000);
  const late = { uid: "2", mixedAllUser: false, isPlayable: true, sliceStartTime: fake.now() - 10_000 };
  expect(await session.state()).toMatchObject({
    fileList: [
      { fileName: file(1, "audio") },
      { fileName: file(2, "audio"), trackType: "audio", ...late },
      { fileName: file(2, "video"), trackType: "video", ...late },
    ],
    sliceStartTime: fake.now() - 27_000,
  });
});

test("standard writes one MPD for a browser that sends VP8; a sender who changes leaves one of each", async () => {
  const { fake, record } = callFake();
  const room = fake.channel("room-1");
  room.join(1, { codec: "vp8" });
  room.join(2, { codec: "vp8" });
  const session = await record("individual", individualRequest({ streamMode: "standard" }));
  fake.advance(20_000);
  const index = (uid: number, rest: string) => `${session.sid}_room-1__uid_s_${uid}__uid_e_${rest}`;
  expect(names(await session.state())).toEqual([index(1, "av.mpd"), index(2, "av.mpd")]);
  room.join(1);
  fake.advance(20_000);
  expect(names(await session.state())).toEqual(
    expect.arrayContaining([index(1, "av.mpd"), index(1, "av.m3u8"), index(1, "audio.m3u8"), index(2, "av.mpd")]),
  );
});

test("other modes index VP8 as they index everything", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1, { codec: "vp8" });
  const session = await record("individual", individualRequest());
  fake.advance(20_000);
  expect(names(await session.state())).toEqual(
    ["audio", "video"].map((type) => `${session.sid}_room-1__uid_s_1__uid_e_${type}.m3u8`),
  );
});

test("standard adds a merged index", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  fake.channel("room-1").join(2, { publish: { video: true } });
  const session = await record("individual", individualRequest({ streamMode: "standard" }));
  fake.advance(20_000);
  const types = list((await session.state()).fileList).map((file) => isObject(file) && [file.uid, file.trackType]);
  expect(types).toEqual([
    ["1", "audio"],
    ["1", "video"],
    ["2", "video"],
    ["1", "audio_and_video"],
  ]);
  expect(names(await session.state()).at(-1)).toBe(`${session.sid}_room-1__uid_s_1__uid_e_av.m3u8`);
});

test("the merged index begins with the earlier of the two", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1, { publish: { audio: true } });
  await record("individual", individualRequest({ streamMode: "standard" }));
  fake.advance(8000);
  fake.channel("room-1").join(1);
  fake.advance(10_000);
  const starts = fake.recordings[0]?.files.map((file) => ("sliceStartTime" in file ? file.sliceStartTime : 0));
  expect(starts).toEqual([fake.now() - 15_000, fake.now() - 10_000, fake.now() - 15_000]);
});

test("an audience member sends nothing, whatever is said", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1, { role: "audience", publish: true });
  await record("mix");
  fake.advance(20_000);
  expect(fake.recordings[0]).toMatchObject({ live: true, files: [] });
});

test("original is audio alone", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("individual", individualRequest({ streamMode: "original", streamTypes: 0 }));
  fake.advance(20_000);
  expect(names(await session.state())).toEqual([`${session.sid}_room-1__uid_s_1__uid_e_audio.m3u8`]);
});

test("snapshots: only pictures, one per visible user and interval", async () => {
  const { fake, record, detailsOf } = callFake();
  const room = fake.channel("room-1");
  room.join(1);
  room.join(2, { publish: { audio: true } });
  const snapshotConfig = { captureInterval: 5, fileType: ["jpg"] };
  const storage = { ...storageConfig, fileNamePrefix: ["a", "b"] };
  const session = await record("individual", individualRequest({}, { snapshotConfig, storageConfig: storage }));
  fake.advance(8000);
  expect(await session.state()).toEqual({ status: 5 });
  room.join(1, { publish: { audio: true } });
  fake.advance(5000);
  room.join(1);
  fake.advance(5000);
  expect(await session.state()).toEqual({ status: 5, sliceStartTime: fake.now() - 15_000 });
  const picture = (utc: string) => `${session.sid}_room-1__uid_s_1__uid_e_video_${utc}.jpg`;
  expect(detailsOf(45)).toEqual([
    { msgName: "recorder_snapshot_file", fileName: `a/b/${picture("20260101000008000")}` },
    { msgName: "recorder_snapshot_file", fileName: `a/b/${picture("20260101000018000")}` },
  ]);
  expect(fake.recordings[0]?.files.map(({ fileName }) => fileName)).toEqual([
    picture("20260101000008000"),
    picture("20260101000018000"),
  ]);
  expect((await session.stop()).status).toBe(200);
});

test("snapshots next to a recording come with its files, though the answers do not list them", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const more = { snapshotConfig: { fileType: ["jpg"] }, recordingFileConfig: { avFileType: ["hls"] } };
  const session = await record("individual", individualRequest({}, more));
  fake.advance(14_000);
  expect(await session.state()).not.toHaveProperty("fileList");
  expect(fake.recordings[0]?.files.map(({ fileName }) => fileName.split(".").at(-1))).toEqual(["m3u8", "m3u8", "jpg"]);
});

test("web: the label without special signs, rotation by maxVideoDuration", async () => {
  const { fake, record } = callFake();
  const files = { recordingFileConfig: { avFileType: ["hls", "mp4"] } };
  const label = "a b!@#$%^&*()+_.=[]{}~|,;:?<>-é";
  const session = await record("web", webRequest({ maxVideoDuration: 30 }, files), { cname: label, uid: "1" });
  fake.advance(31 * 60_000);
  const stem = `${session.sid}_a b${"-".repeat(26)}-é`;
  const start = Date.UTC(2026, 0, 1, 0, 0, 5);
  expect(await session.state()).toEqual({
    status: 5,
    extensionServiceState: [
      {
        serviceName: "web_recorder_service",
        payload: {
          state: "inProgress",
          onhold: false,
          fileList: [
            { filename: `${stem}.m3u8`, sliceStartTime: start },
            { filename: `${stem}_0.mp4`, sliceStartTime: start },
            { filename: `${stem}_1.mp4`, sliceStartTime: start + 30 * 60_000 },
          ],
        },
      },
    ],
  });
});
