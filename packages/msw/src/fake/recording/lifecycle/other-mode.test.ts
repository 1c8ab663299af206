import { expect, test } from "vitest";
import { callFake, storageConfig } from "../../../testing/caller.ts";

test("a mode that nobody knows is taken by the common rules, and everybody is recorded in one", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("hologram", { storageConfig, depth: 3, extensionServiceConfig: { anything: 1 } });
  fake.advance(20_000);
  expect(await session.state()).toMatchObject({ status: 5, fileList: `${session.sid}_room-1.m3u8` });
  expect(fake.recordings).toMatchObject([{ mode: "hologram", live: true }]);
  expect((await session.stop()).body.serverResponse).toMatchObject({ uploadingStatus: "uploaded" });
});

test("it can be updated and have a layout, and is not reached by another word", async () => {
  const { fake, record, session: at } = callFake();
  fake.channel("room-1").join(1);
  const session = await record("hologram");
  fake.advance(5000);
  expect((await session.update({ webRecordingConfig: { onhold: true } })).status).toBe(200);
  expect((await session.updateLayout({ mixedVideoLayout: 1 })).status).toBe(200);
  expect(fake.recordings).toMatchObject([{ layout: { mixedVideoLayout: 1 } }]);
  const { body } = await at(session.resourceId, session.sid, "holograms", { cname: "room-1", uid: "900001" }).query();
  expect(body).toMatchObject({ code: 2, reason: "Query: invalid mode value!" });
});

test("what all modes share is checked, and the scene is not", async () => {
  const { acquire, startWith } = callFake();
  const { body } = await acquire({ scene: 1 });
  const start = (clientRequest: object) => startWith(body.resourceId, "hologram", clientRequest);
  expect((await start({})).body.reason).toBe("Start: invalid storageConfig value!");
  expect((await start({ storageConfig, recordingConfig: { maxIdleTime: 1 } })).body.reason).toBe(
    "Start: invalid recordingConfig.maxIdleTime value!",
  );
  expect((await start({ storageConfig, recordingFileConfig: { avFileType: [1] } })).body.reason).toBe(
    "Start: invalid recordingFileConfig.avFileType value!",
  );
  expect((await start({ storageConfig, recordingFileConfig: { avFileType: ["usdz"] } })).status).toBe(200);
});
