import { expect, test } from "vitest";
import { scenarios, type Started } from "../fake.ts";
import { callFake } from "../testing/caller.ts";

test("several at once, in the order in which they are given", async () => {
  const { fake, acquire } = callFake();
  fake.use(scenarios.badGateway(), scenarios.quotaExceeded({ times: 1 }));
  expect(await Promise.all([acquire().catch(String), acquire().then(({ status }) => status)])).toEqual([
    expect.stringContaining("JSON"),
    429,
  ]);
  expect((await acquire()).status).toBe(200);
});

test("one of one's own; what it returns takes it back, once, the last first", () => {
  const { fake } = callFake();
  const log: string[] = [];
  const own = (name: string) => () => {
    log.push(name);
    return () => log.push(`${name} undone`);
  };
  const undo = fake.use(own("a"), own("b"), () => "no undo");
  undo();
  undo();
  expect(log).toEqual(["a", "b", "b undone", "a undone"]);
});

test("reset takes back what is in use", async () => {
  const { fake, record } = callFake();
  fake.use(scenarios.crash({ after: 1 }));
  fake.reset();
  await record("mix");
  fake.advance(10_000);
  expect(fake.recordings[0]?.live).toBe(true);
});

test("taking a plan back stops what is still to come", async () => {
  const { fake, record } = callFake();
  const undo = fake.use(scenarios.crash({ after: 5 }));
  await record("mix");
  undo();
  fake.advance(10_000);
  expect(fake.recordings[0]?.live).toBe(true);
});

test("whoever asks hears what is started", async () => {
  const { fake, record } = callFake();
  const heard: Started[] = [];
  const off = fake.onStart((started) => heard.push(started));
  const { sid } = await record("mix");
  off();
  await record("mix", undefined, { cname: "b", uid: "1" });
  expect(heard).toEqual([{ service: "recording", id: sid, channel: "room-1" }]);
});

test("a request that arrives twice is answered as the second", async () => {
  const { fake, record } = callFake();
  const session = await record("mix");
  fake.fail("recording.stop", { twice: true });
  expect((await session.stop()).body.code).toBe(404);
  expect(fake.recordings[0]?.ending).toBe("requested");
});

test("channels are those in which somebody is", () => {
  const { fake } = callFake();
  fake.channel("a").join(1);
  fake.channel("b").join(2);
  fake.channel("a").leave(1);
  expect(fake.channels.map(({ cname, users }) => [cname, users.length])).toEqual([["b", 1]]);
});
