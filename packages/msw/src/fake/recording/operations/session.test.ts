import { expect, test } from "vitest";
import { callFake, storageConfig, webRequest, who } from "../../../testing/caller.ts";

const gone = { status: 404, body: { code: 404, reason: "failed to find worker" } };

test("before start and after the end nobody answers", async () => {
  const { acquire, record, session } = callFake();
  const { body } = await acquire();
  const early = session(String(body.resourceId), "0".repeat(32), "mix", who);
  expect(await early.query()).toMatchObject(gone);
  expect(await early.stop()).toMatchObject(gone);
  const running = await record("mix");
  await running.stop();
  for (const call of [running.query(), running.stop(), running.update({}), running.updateLayout({})]) {
    expect(await call).toMatchObject(gone);
  }
});

test("ids that do not belong together", async () => {
  const { record, session } = callFake();
  const one = await record("mix", undefined, { cname: "a", uid: "1" });
  const two = await record("mix", undefined, { cname: "b", uid: "1" });
  const mixed = session(one.resourceId, two.sid, "mix", { cname: "a", uid: "1" });
  expect(await mixed.query()).toMatchObject({ status: 400, body: { code: 1003 } });
  expect((await mixed.stop()).body.code).toBe(1003);
  expect((await session(one.resourceId.slice(2), one.sid, "mix", who).query()).body.code).toBe(1001);
  const otherName = session(one.resourceId, one.sid, "mix", { cname: "b", uid: "1" });
  expect((await otherName.stop()).body.code).toBe(432);
  expect((await otherName.update({})).body.code).toBe(432);
  expect((await otherName.updateLayout({})).body.code).toBe(432);
  expect((await session(one.resourceId, one.sid, "individual", { cname: "a", uid: "1" }).query()).body).toEqual({
    code: 2,
    reason: "Query: invalid mode value!",
  });
});

test("bodies are checked before anything happens", async () => {
  const { record, post, fake } = callFake();
  const { resourceId, sid } = await record("mix");
  for (const operation of ["update", "updateLayout", "stop"]) {
    const answer = await post(`/resourceid/${resourceId}/sid/${sid}/mode/mix/${operation}`, who);
    expect(answer).toMatchObject({ status: 400, body: { code: 2 } });
    expect(answer.body.reason).toContain("invalid clientRequest value!");
  }
  expect(fake.recordings[0]?.live).toBe(true);
});

test("the sid answers no longer than resourceExpiredHour", async () => {
  const { acquire, startWith, session, fake } = callFake();
  fake.channel("room-1").join(1);
  const { body } = await acquire({ resourceExpiredHour: 1 });
  const { body: started } = await startWith(body.resourceId, "mix", { storageConfig });
  const running = session(String(body.resourceId), String(started.sid), "mix", who);
  fake.advance(3_600_000);
  expect((await running.query()).status).toBe(200);
  fake.advance(1);
  expect(await running.query()).toMatchObject(gone);
  expect(await running.stop()).toMatchObject(gone);
});

test("update: what fits the mode", async () => {
  const { record } = callFake();
  const mix = await record("mix", { storageConfig, recordingConfig: { streamTypes: 0 } }, { cname: "a", uid: "1" });
  const web = await record("web", webRequest(), { cname: "b", uid: "1" });
  const invalid = (path: string) => ({ status: 400, body: { code: 2, reason: `Update: invalid ${path} value!` } });
  const audio = (lists: object) => mix.update({ streamSubscribe: { audioUidList: lists } });
  expect(await mix.update({ webRecordingConfig: { onhold: true } })).toMatchObject(invalid("webRecordingConfig"));
  expect(await web.update({ streamSubscribe: {} })).toMatchObject(invalid("streamSubscribe"));
  expect(await web.update({ webRecordingConfig: { onhold: 1 } })).toMatchObject(invalid("webRecordingConfig.onhold"));
  expect(await web.update({ rtmpPublishConfig: { outputs: [] } })).toMatchObject(invalid("rtmpPublishConfig"));
  expect(await mix.update({ storageConfig: {} })).toMatchObject(invalid("storageConfig.vendor"));
  const path = "streamSubscribe.audioUidList.subscribeAudioUids";
  expect(await audio({ subscribeAudioUids: [] })).toMatchObject(invalid(path));
  expect(await mix.update({ streamSubscribe: { videoUidList: {} } })).toMatchObject(
    invalid("streamSubscribe.videoUidList"),
  );
  expect(await mix.update({})).toMatchObject({ status: 200, body: { sid: mix.sid, cname: "a", uid: "1" } });
});

test("updateLayout replaces the whole layout", async () => {
  const { record, fake } = callFake();
  const session = await record("mix", {
    storageConfig,
    recordingConfig: { transcodingConfig: { backgroundColor: "#112233", backgroundImage: "https://a.example/b.png" } },
  });
  const layout = () => fake.recordings[0]?.layout;
  expect(layout()).toMatchObject({ mixedVideoLayout: 0, backgroundColor: "#112233" });
  const region = { x_axis: 0, y_axis: 0, width: 1, height: 1 };
  expect((await session.updateLayout({ mixedVideoLayout: 3, layoutConfig: [region] })).status).toBe(200);
  expect(layout()).toMatchObject({ mixedVideoLayout: 3, layoutConfig: [region], backgroundColor: "#000000" });
  expect(layout()?.backgroundImage).toBeNull();
  expect((await session.updateLayout({ maxResolutionUid: "7", mixedVideoLayout: 2 })).status).toBe(200);
  expect(layout()).toMatchObject({ mixedVideoLayout: 2, maxResolutionUid: "7", layoutConfig: [] });
  expect(await session.updateLayout({ mixedVideoLayout: 3 })).toMatchObject({
    status: 400,
    body: { code: 2, reason: "UpdateLayout: invalid layoutConfig value!" },
  });
  expect(layout()).toMatchObject({ mixedVideoLayout: 2 });
});

test("updateLayout is for the composite mode, and has an older code", async () => {
  const { record } = callFake({ codes: "older" });
  const web = await record("web", webRequest());
  expect((await web.updateLayout({})).body).toMatchObject({ code: 2 });
  const mix = await record("mix", undefined, { cname: "b", uid: "1" });
  expect((await mix.updateLayout({ backgroundColor: "red" })).body.code).toBe(1028);
});
