import { expect, test } from "vitest";
import { callFake } from "../../testing/caller.ts";
import { callStt, joinRequest } from "../../testing/stt-caller.ts";

test("of recordings that are over the last thousand are remembered, at most two thousand; what runs is never forgotten", async () => {
  const { fake, record } = callFake();
  fake.channel("running").join(1);
  const running = await record("mix", undefined, { cname: "running", uid: "9" });
  const first = await record("mix", undefined, { cname: "a", uid: "2" });
  await first.stop();
  for (let index = 0; index < 2000; index += 1) {
    const session = await record("mix", undefined, { cname: "a", uid: "2" });
    await session.stop();
    fake.advance(100_000);
  }
  expect(fake.recordings.length).toBeLessThanOrEqual(2000);
  expect(fake.recordings.length).toBeGreaterThanOrEqual(1000);
  expect((await running.query()).status).toBe(200);
  expect((await first.query()).body.code).toBe(1001);
  const last = fake.recordings.at(-1);
  expect(last).toMatchObject({ cname: "a", live: false });
});

test("a resource ID that was never used is forgotten when it is too old", async () => {
  const { fake, acquire, startWith } = callFake();
  const { body } = await acquire();
  fake.advance(300_000);
  for (let index = 0; index < 2001; index += 1) await acquire();
  expect((await startWith(body.resourceId, "mix", {})).body.code).toBe(1001);
});

test("the same of transcriptions", async () => {
  const { fake, agent } = callStt();
  for (let index = 0; index < 2001; index += 1) {
    const { leave } = await agent(joinRequest({ name: `agent-${index}` }));
    await leave();
    fake.advance(1000);
  }
  expect(fake.agents.length).toBeLessThanOrEqual(2000);
  expect(fake.agents.at(-1)?.name).toBe("agent-2000");
});
