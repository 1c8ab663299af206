import { expect, test } from "vitest";
import { callFake, individualRequest, storageConfig, webRequest, who } from "../../../testing/caller.ts";

test("start echoes and names the recording", async () => {
  const { acquire, startWith, fake } = callFake();
  const { body } = await acquire();
  const answer = await startWith(body.resourceId, "mix", { storageConfig });
  expect(answer).toMatchObject({ status: 200, body: { ...body, sid: expect.stringMatching(/^[0-9a-f]{32}$/) } });
  expect(fake.recordings).toMatchObject([{ ...who, mode: "mix", live: true, startedAt: fake.now(), status: 1 }]);
});

test("a resource lasts five minutes", async () => {
  const { acquire, startWith, fake } = callFake();
  const { body: first } = await acquire();
  const { body: second } = await acquire({}, { cname: "b", uid: "2" });
  fake.advance(299_999);
  expect((await startWith(first.resourceId, "mix", { storageConfig })).status).toBe(200);
  fake.advance(1);
  const late = await startWith(second.resourceId, "mix", { storageConfig }, { cname: "b", uid: "2" });
  expect(late).toMatchObject({ status: 400, body: { code: 433 } });
});

test("a resource serves one start, even after its task has ended", async () => {
  const { record, startWith } = callFake();
  const session = await record("mix");
  const again = () => startWith(session.resourceId, "mix", { storageConfig });
  expect(await again()).toMatchObject({ status: 201, body: { code: 7, reason: "already started" } });
  expect((await again()).body).not.toHaveProperty("sid");
  await session.stop();
  expect(await again()).toMatchObject({ status: 201, body: { code: 7 } });
});

test("the repeated start can be made to name the sid", async () => {
  const { record, startWith } = callFake({ repeatedStartNamesSid: true });
  const { resourceId, sid } = await record("mix");
  expect((await startWith(resourceId, "mix", { storageConfig })).body).toMatchObject({ code: 7, sid });
});

test("a refused start leaves the resource usable", async () => {
  const { acquire, startWith } = callFake();
  const { body } = await acquire();
  expect((await startWith(body.resourceId, "mix", {})).body.code).toBe(2);
  expect((await startWith(body.resourceId, "mix", { storageConfig })).status).toBe(200);
});

test("another cname or uid than acquired is 432", async () => {
  const { acquire, startWith } = callFake();
  const { body } = await acquire();
  for (const identity of [
    { ...who, cname: "other" },
    { ...who, uid: "2" },
  ]) {
    const answer = await startWith(body.resourceId, "mix", { storageConfig }, identity);
    expect(answer).toMatchObject({ status: 400, body: { code: 432 } });
  }
});

test("a damaged or foreign resource ID is 1001", async () => {
  const { acquire, startWith } = callFake();
  const id = String((await acquire()).body.resourceId);
  const foreign = String((await callFake({ seed: "other" }).acquire()).body.resourceId);
  for (const wrong of [
    id.slice(0, -1),
    id.slice(1),
    `${id}x`,
    id.replace(/.$/, (end) => (end === "A" ? "B" : "A")),
    foreign,
  ]) {
    expect(await startWith(wrong, "mix", { storageConfig })).toMatchObject({ status: 400, body: { code: 1001 } });
  }
});

test("the same cname and uid cannot record twice at once", async () => {
  const { record, acquire, startWith } = callFake();
  const first = await record("mix");
  const { body } = await acquire();
  const second = () => startWith(body.resourceId, "mix", { storageConfig });
  expect(await second()).toMatchObject({ status: 400, body: { code: 53, reason: "task conflict" } });
  await first.stop();
  expect((await second()).status).toBe(200);
});

test("the mode must be a word and fit the scene", async () => {
  const { acquire, startWith } = callFake();
  const invalid = { status: 400, body: { code: 2, reason: "Start: invalid mode value!" } };
  const rtc = await acquire();
  const web = await acquire({ scene: 1 });
  expect(await startWith(rtc.body.resourceId, "mix!", { storageConfig })).toMatchObject(invalid);
  expect(await startWith(rtc.body.resourceId, "web", webRequest())).toMatchObject(invalid);
  expect(await startWith(web.body.resourceId, "mix", { storageConfig })).toMatchObject(invalid);
  expect((await startWith(rtc.body.resourceId, "individual", individualRequest())).status).toBe(200);
  expect((await startWith(web.body.resourceId, "web", webRequest(), who)).body.code).toBe(53);
});

test("raw does not look at the scene", async () => {
  const { acquire, startWith } = callFake();
  for (const [uid, scene] of [
    ["1", 0],
    ["2", 1],
  ] as const) {
    const identity = { cname: "room-1", uid };
    const { body } = await acquire({ scene }, identity);
    expect((await startWith(body.resourceId, "raw", { storageConfig }, identity)).status).toBe(200);
  }
});

test("startParameter and start say the same, whatever the order of the keys", async () => {
  const { acquire, startWith } = callFake();
  const request = { storageConfig, recordingConfig: { channelType: 1, subscribeAudioUids: ["1", "2"] } };
  const { body } = await acquire({ startParameter: request });
  const start = (recordingConfig: object) => startWith(body.resourceId, "mix", { recordingConfig, storageConfig });
  const refused = { status: 400, body: { code: 2, reason: "request_hash mismatch!" } };
  expect(await start({ channelType: 1, subscribeAudioUids: ["2", "1"] })).toMatchObject(refused);
  expect(await start({ channelType: 1 })).toMatchObject(refused);
  expect((await start({ subscribeAudioUids: ["1", "2"], channelType: 1 })).status).toBe(200);
});

test("as many tasks at once as the account allows, per kind", async () => {
  const { acquire, record, fake } = callFake({ maxConcurrent: { rtc: 2, web: 1 } });
  const over = { status: 400, body: { code: 406, reason: "vendor_over_load" } };
  const first = await record("mix", undefined, { cname: "a", uid: "1" });
  await record("mix", undefined, { cname: "b", uid: "1" });
  expect(await acquire()).toMatchObject(over);
  await record("web", webRequest(), { cname: "c", uid: "1" });
  expect(await acquire({ scene: 1 })).toMatchObject(over);
  await first.stop();
  expect((await acquire()).status).toBe(200);
  expect(fake.recordings.filter(({ live }) => live)).toHaveLength(2);
});
