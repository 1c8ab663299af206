import { describe, expect, test } from "vitest";
import { callFake, pageUrl, pushTo, webRequest } from "../../../testing/caller.ts";
import { isObject, list } from "../../runtime/json.ts";

const service = (state: { readonly [key: string]: unknown }, index = 0) => {
  const item = list(state.extensionServiceState)[index];
  return isObject(item) ? item.payload : undefined;
};

test("a page is recorded 5 s after start", async () => {
  const { fake, record, eventsOf } = callFake();
  const session = await record("web", webRequest());
  expect(service(await session.state())).toEqual({ state: "init", onhold: false, fileList: [] });
  fake.advance(5000);
  expect(service(await session.state())).toMatchObject({ state: "inProgress", fileList: [] });
  expect(eventsOf(70)).toMatchObject([
    { payload: { serviceType: 6, details: { msgName: "web_recorder_started", recorderStartTime: fake.now() } } },
  ]);
  fake.advance(10_000);
  expect(await session.state()).toMatchObject({ status: 5 });
});

test("an empty channel does not end it; maxRecordingHour does", async () => {
  const { fake, record, detailsOf, eventTypes } = callFake();
  const session = await record("web", webRequest({ maxRecordingHour: 2 }));
  fake.advance(2 * 3_600_000 - 1);
  expect((await session.query()).status).toBe(200);
  fake.advance(1);
  expect((await session.query()).status).toBe(404);
  expect(detailsOf(71)).toMatchObject([
    { code: 1, message: "max_recording_hour", fileList: [{ fileName: `${session.sid}_room-1.m3u8` }] },
  ]);
  expect(eventTypes().slice(-4)).toEqual([71, 33, 31, 11]);
  expect(detailsOf(31)).toEqual([{ msgName: "uploaded", status: 0 }]);
});

test("an update before the page is there counts from then on", async () => {
  const { fake, record, detailsOf } = callFake();
  const session = await record("web", webRequest({ onhold: true }));
  expect((await session.update({ webRecordingConfig: { onhold: false } })).status).toBe(200);
  fake.advance(61_000);
  expect(fake.recordings[0]?.files).toMatchObject([{ sliceStartTime: fake.now() - 56_000 }]);
  expect(detailsOf(33)).toHaveLength(1);
});

test("onhold pauses the slices", async () => {
  const { fake, record } = callFake();
  const session = await record("web", webRequest({ onhold: true }));
  fake.advance(60_000);
  expect(service(await session.state())).toEqual({ state: "inProgress", onhold: true, fileList: [] });
  const held = await record("web", webRequest({ onhold: true }), { cname: "b", uid: "1" });
  fake.advance(60_000);
  expect((await held.stop()).body.code).toBe(435);
  await session.update({ webRecordingConfig: { onhold: false } });
  fake.advance(20_000);
  expect(service(await session.state())).toMatchObject({
    onhold: false,
    fileList: [{ sliceStartTime: fake.now() - 20_000 }],
  });
  await session.update({ webRecordingConfig: { onhold: true } });
  expect(fake.recordings[0]).toMatchObject({ onhold: true });
  await session.update({ webRecordingConfig: {} });
  expect(fake.recordings[0]).toMatchObject({ onhold: false });
});

test("what is not paused cannot be resumed twice", async () => {
  const { fake, record } = callFake();
  const files = { recordingFileConfig: { avFileType: ["hls", "mp4"] } };
  const session = await record("web", webRequest({ maxVideoDuration: 30 }, files));
  fake.advance(20 * 60_000);
  await session.update({ webRecordingConfig: { onhold: false } });
  fake.advance(9 * 60_000);
  expect(fake.recordings[0]?.files).toHaveLength(2);
});

test("paused time does not fill MP4 files", async () => {
  const { fake, record } = callFake();
  const files = { recordingFileConfig: { avFileType: ["hls", "mp4"] } };
  const session = await record("web", webRequest({ maxVideoDuration: 30 }, files));
  fake.advance(20 * 60_000);
  await session.update({ webRecordingConfig: { onhold: true } });
  fake.advance(20 * 60_000);
  await session.update({ webRecordingConfig: { onhold: false } });
  fake.advance(5 * 60_000);
  expect(fake.recordings[0]?.files).toHaveLength(2);
  fake.advance(6 * 60_000);
  expect(fake.recordings[0]?.files).toHaveLength(3);
});

describe("pages that fail", () => {
  test.each([
    ["unreachable", 5, "access_url_failed"],
    ["http-error", 5, "access_url_failed"],
    ["engine", 3, "start_engine_failed"],
    ["crash", 6, "recorder_error"],
    ["webgl", 2, "capability_limit"],
    ["resolution", 2, "capability_limit"],
    ["bandwidth", 2, "capability_limit"],
  ] as const)("%s stops with code %i", async (failure, code, message) => {
    const { fake, record, detailsOf } = callFake();
    fake.page(pageUrl).fails(failure);
    const session = await record("web", webRequest());
    fake.advance(10_000);
    expect((await session.query()).status).toBe(404);
    expect(detailsOf(71)).toMatchObject([{ code, message }]);
    expect(detailsOf(11)).toMatchObject([{ exitStatus: 1 }]);
    const limits = { webgl: "WebGL", resolution: "resolution", bandwidth: "bandwidth" } as Record<string, string>;
    expect(detailsOf(72).map(({ limitType }) => limitType)).toEqual(code === 2 ? [limits[failure]] : []);
  });

  test("before they are loaded: nothing happens until then", async () => {
    const { fake, record } = callFake();
    await record("web", webRequest());
    fake.advance(1000);
    fake.page(pageUrl).fails("webgl");
    fake.advance(4000);
    expect(fake.recordings[0]?.live).toBe(true);
    fake.advance(1000);
    expect(fake.recordings[0]?.live).toBe(false);
  });

  test("while they are being recorded", async () => {
    const { fake, record, eventTypes } = callFake();
    const session = await record("web", webRequest());
    fake.advance(60_000);
    fake.page(pageUrl).fallsSilent();
    expect(eventTypes()).toContain(73);
    fake.page(pageUrl).fails("unreachable");
    fake.advance(60_000);
    expect((await session.query()).status).toBe(200);
    fake.page(pageUrl).fails("webgl");
    fake.advance(1000);
    expect((await session.query()).status).toBe(404);
    expect(eventTypes().slice(-5)).toEqual([72, 71, 33, 31, 11]);
    fake.page(pageUrl).fallsSilent();
    fake.page(pageUrl).fails("webgl");
    expect(eventTypes().at(-1)).toBe(11);
  });

  test("storage keys count here too", async () => {
    const { fake, record, eventTypes } = callFake();
    fake.reject({ accessKey: ["key-id"] });
    const session = await record("web", webRequest());
    fake.advance(5000);
    expect((await session.query()).status).toBe(404);
    expect(eventTypes()).toEqual([1, 71, 11]);
  });
});

describe("page-load detection", () => {
  test("a page that says it is ready in time is recorded from then on", async () => {
    const { fake, record, detailsOf } = callFake();
    fake.page(pageUrl).loads(8000);
    await record("web", webRequest({ readyTimeout: 10 }));
    fake.advance(60_000);
    expect(detailsOf(70)).toMatchObject([{ recorderStartTime: Date.UTC(2026, 0, 1, 0, 0, 11) }]);
    expect(detailsOf(73)).toEqual([]);
  });

  test.each([["never" as const], [10_001]])("one that says so %s is loaded again, then given up", async (after) => {
    const { fake, record, detailsOf } = callFake();
    fake.page(pageUrl).loads(after);
    const session = await record("web", webRequest({ readyTimeout: 10 }));
    fake.advance(13_000);
    expect(detailsOf(73)).toEqual([{ msgName: "web_recorder_reload", reason: "page_load_timeout" }]);
    expect((await session.query()).status).toBe(200);
    fake.advance(10_000);
    expect((await session.query()).status).toBe(404);
    expect(detailsOf(71)).toMatchObject([{ code: 4, message: "page_load_timeout" }]);
  });

  test("a readyTimeout of 0 asks for nothing", async () => {
    const { fake, record } = callFake();
    fake.page(pageUrl).loads("never");
    const session = await record("web", webRequest({ readyTimeout: 0 }));
    fake.advance(60_000);
    expect(await session.state()).toMatchObject({ status: 5 });
  });
});

describe("CDN push", () => {
  const first = "rtmp://cdn.example/live/a";
  const second = "rtmp://cdn.example/live/b";
  const output = async (session: { state(): Promise<{ readonly [key: string]: unknown }> }) =>
    service(await session.state(), 1);

  test("connects, publishes, pauses and moves", async () => {
    const { fake, record, detailsOf } = callFake();
    const session = await record("web", webRequest({}, {}, pushTo(first)));
    fake.advance(5000);
    expect(await output(session)).toEqual({ state: "inProgress", outputs: [{ rtmpUrl: first, status: "connecting" }] });
    fake.advance(2000);
    expect(await output(session)).toMatchObject({ outputs: [{ status: "publishing" }] });
    await session.update({ webRecordingConfig: { onhold: true } });
    expect(await output(session)).toMatchObject({ outputs: [{ status: "onhold" }] });
    await session.update({ webRecordingConfig: { onhold: false } });
    await session.update({ rtmpPublishConfig: { outputs: [{ rtmpUrl: second }] } });
    expect(await output(session)).toMatchObject({ outputs: [{ rtmpUrl: second, status: "connecting" }] });
    fake.advance(2000);
    expect(detailsOf(100).map(({ rtmpUrl, status }) => [rtmpUrl, status])).toEqual([
      [first, "connecting"],
      [first, "publishing"],
      [first, "onhold"],
      [first, "publishing"],
      [second, "connecting"],
      [second, "publishing"],
    ]);
    const wrong = await session.update({ rtmpPublishConfig: { outputs: [{ rtmpUrl: "http://x.example" }] } });
    expect(wrong.body.reason).toBe("Update: invalid rtmpPublishConfig.outputs[0].rtmpUrl value!");
  });

  test("an address that cannot be reached does not hurt the recording", async () => {
    const { fake, record } = callFake();
    fake.cdn(first).down();
    const session = await record("web", webRequest({}, {}, pushTo(first)));
    fake.advance(20_000);
    expect(await output(session)).toMatchObject({ outputs: [{ status: "disconnected" }] });
    expect(await session.state()).toMatchObject({ status: 5 });
    await session.update({ rtmpPublishConfig: { outputs: [{ rtmpUrl: second }] } });
    fake.advance(2000);
    fake.cdn(second).down();
    expect(fake.recordings[0]?.rtmp).toEqual({ url: second, status: "disconnected" });
  });

  test("a pause neither revives a dead address nor hides a connecting one", async () => {
    const { fake, record, detailsOf } = callFake();
    fake.cdn(first).down();
    const session = await record("web", webRequest({ onhold: true }, {}, pushTo(first)));
    fake.advance(10_000);
    await session.update({ webRecordingConfig: { onhold: false } });
    await session.update({ webRecordingConfig: { onhold: true } });
    expect(fake.recordings[0]?.rtmp?.status).toBe("disconnected");
    await session.update({ rtmpPublishConfig: { outputs: [{ rtmpUrl: second }] } });
    fake.advance(5000);
    expect(detailsOf(100).map(({ status }) => status)).toEqual(["connecting", "disconnected", "connecting", "onhold"]);
  });

  test("an address that is replaced while connecting is forgotten", async () => {
    const { fake, record, detailsOf } = callFake();
    const session = await record("web", webRequest({}, {}, pushTo(first)));
    fake.advance(6000);
    await session.update({ rtmpPublishConfig: { outputs: [{ rtmpUrl: second }] } });
    fake.advance(1000);
    expect(fake.recordings[0]?.rtmp).toEqual({ url: second, status: "connecting" });
    fake.advance(5000);
    expect(detailsOf(100)).toHaveLength(3);
  });

  test("an address can be changed before anything is pushed", async () => {
    const { fake, record, detailsOf } = callFake();
    const session = await record("web", webRequest({}, {}, pushTo(first)));
    await session.update({ rtmpPublishConfig: { outputs: [{ rtmpUrl: second }] } });
    fake.advance(10_000);
    expect(detailsOf(100).map(({ rtmpUrl }) => rtmpUrl)).toEqual([second, second]);
  });

  test("without the service there is one entry", async () => {
    const { record } = callFake();
    const session = await record("web", webRequest());
    expect((await session.state()).extensionServiceState).toHaveLength(1);
  });
});
