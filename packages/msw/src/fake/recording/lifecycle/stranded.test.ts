import { expect, test } from "vitest";
import { callFake, webRequest } from "../../../testing/caller.ts";

async function strandedRecording(...args: Parameters<ReturnType<typeof callFake>["record"]>) {
  const called = callFake();
  called.fake.channel("room-1").join(1);
  called.fake.uploadTime(180_000, { outcome: "stranded" });
  const session = await called.record(...args);
  called.fake.advance(30_000);
  return { ...called, session };
}

test("stop answers at once that files wait on the recording server, which is no failure", async () => {
  const { session, eventTypes } = await strandedRecording("raw");
  const { status, body } = await session.stop();
  expect(status).toBe(200);
  expect(body.serverResponse).toMatchObject({ uploadingStatus: "stranded", fileList: [{ uid: "1" }] });
  expect(eventTypes()).not.toContain(31);
});

test("query tells while they wait, and for a while after they are uploaded; event 31 tells too", async () => {
  const { fake, session, detailsOf } = await strandedRecording("raw");
  await session.stop();
  expect(await session.state()).toMatchObject({ status: 6, uploadingStatus: "stranded" });
  fake.advance(179_000);
  expect(await session.state()).toMatchObject({ uploadingStatus: "stranded" });
  expect(detailsOf(31)).toEqual([]);
  fake.advance(1000);
  expect(await session.state()).toMatchObject({ uploadingStatus: "uploaded" });
  expect(detailsOf(31)).toMatchObject([{ msgName: "uploaded", status: 0, fileList: [{ uid: "1" }] }]);
  fake.advance(5 * 60_000);
  expect((await session.query()).status).toBe(404);
});

test("an asynchronous stop is told by query as well", async () => {
  const { session } = await strandedRecording("raw");
  expect((await session.stop({ async_stop: true })).body.serverResponse).toMatchObject({ uploadingStatus: "unknown" });
  expect(await session.state()).toMatchObject({ uploadingStatus: "stranded" });
});

test("a recording that leaves by itself is uploaded later too", async () => {
  const { fake, eventTypes } = await strandedRecording("raw");
  fake.channel("room-1").leave(1);
  fake.advance(31_000);
  expect(fake.recordings).toMatchObject([{ live: false, ending: "idle" }]);
  expect(eventTypes()).not.toContain(31);
  fake.advance(180_000);
  expect(eventTypes().slice(-2)).toEqual([31, 11]);
});

test("web recordings tell in the payload of the upload service", async () => {
  const { session } = await strandedRecording("web", webRequest());
  await session.stop();
  expect(await session.state()).toMatchObject({
    extensionServiceState: [
      { serviceName: "web_recorder_service" },
      { serviceName: "upload_service", payload: { uploadingStatus: "stranded" } },
    ],
  });
});

test("the channel can be recorded again while they wait, by the same uid", async () => {
  const { session, record } = await strandedRecording("raw");
  await session.stop();
  expect((await record("raw")).sid).not.toBe(session.sid);
});

test("they wait for ten minutes when nobody says how long", async () => {
  const { fake, record, eventTypes } = callFake();
  fake.channel("room-1").join(1);
  fake.uploadTime(undefined, { outcome: "stranded" });
  const session = await record("raw");
  fake.advance(30_000);
  await session.stop();
  fake.advance(599_000);
  expect(eventTypes()).not.toContain(31);
  fake.advance(1000);
  expect(eventTypes()).toContain(31);
});
