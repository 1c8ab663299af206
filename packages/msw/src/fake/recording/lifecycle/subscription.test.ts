import { expect, test } from "vitest";
import { callFake, individualRequest, storageConfig } from "../../../testing/caller.ts";

/** Which streams of users 1, 2 and 3 are recorded, as `uid/type`. */
async function recorded(recordingConfig: object, change?: object): Promise<string[]> {
  const { fake, record } = callFake();
  for (const uid of [1, 2, 3]) fake.channel("room-1").join(uid);
  const session = await record("individual", individualRequest(recordingConfig));
  if (change) {
    const { status } = await session.update({ streamSubscribe: change });
    if (status !== 200) throw new Error(`update: ${status}`);
  }
  fake.advance(20_000);
  return (fake.recordings[0]?.files ?? []).map((file) => `${file.uid}/${"trackType" in file ? file.trackType : ""}`);
}

const all = ["1/audio", "1/video", "2/audio", "2/video", "3/audio", "3/video"];
const allAudio = ["1/audio", "2/audio", "3/audio"];

test.each([
  [{}, all],
  [{ subscribeAudioUids: ["#allstream#"] }, allAudio],
  [{ streamTypes: 0 }, allAudio],
  [{ streamTypes: 1 }, ["1/video", "2/video", "3/video"]],
  [{ subscribeAudioUids: ["#allstream#"], subscribeVideoUids: ["2"] }, ["1/audio", "2/audio", "2/video", "3/audio"]],
  [
    { subscribeAudioUids: ["#allstream#"], unSubscribeVideoUids: ["2", "3"] },
    ["1/audio", "1/video", "2/audio", "3/audio"],
  ],
  [{ unsubscribeAudioUids: ["1"], subscribeVideoUids: ["3"] }, ["2/audio", "3/audio", "3/video"]],
  [{ unSubscribeAudioUids: ["1", "2", "3"] }, []],
  [{ subscribeAudioUids: [] }, all],
])("%j records %j", async (config, expected) => {
  expect(await recorded(config)).toEqual(expected);
});

test.each([
  [{}, { audioUidList: { subscribeAudioUids: ["2"] } }, ["2/audio"]],
  [{ subscribeVideoUids: ["1"] }, { videoUidList: { unSubscribeVideoUids: ["1"] } }, ["2/video", "3/video"]],
  [{ subscribeAudioUids: ["1"] }, {}, all],
])("%j replaced by %j records %j", async (config, change, expected) => {
  expect(await recorded(config, change)).toEqual(expected);
});

test("excluding everybody leaves nothing to stop", async () => {
  const { fake, record } = callFake();
  fake.channel("room-1").join(1);
  const lists = { unSubscribeAudioUids: ["1"], unSubscribeVideoUids: ["1"] };
  const session = await record("mix", { storageConfig, recordingConfig: lists });
  fake.advance(3_600_000);
  expect(await session.state()).toMatchObject({ status: 4 });
  expect((await session.stop()).body.code).toBe(435);
});

test("who joins later is covered, and the first 17 count", async () => {
  const { fake, record } = callFake();
  await record("individual", individualRequest({ subscribeAudioUids: ["#allstream#"] }));
  for (let uid = 1; uid <= 18; uid += 1) fake.channel("room-1").join(uid);
  fake.advance(20_000);
  const uids = () => fake.recordings[0]?.files.map(({ uid }) => uid) ?? [];
  expect(uids()).toHaveLength(17);
  fake.channel("room-1").leave(1);
  fake.advance(10_000);
  expect(uids().at(-1)).toBe("18");
  expect(fake.recordings[0]?.subscription).toEqual({ audio: { kind: "all" }, video: { kind: "none" } });
});
