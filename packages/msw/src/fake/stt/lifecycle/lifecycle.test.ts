import { describe, expect, test } from "vitest";
import { callStt, flatRequest, joinRequest, nestedRequest } from "../../../testing/stt-caller.ts";

const hour = 3_600_000;

describe("idle time", () => {
  test("30 seconds without a host, counted from the last one", async () => {
    const { fake, agent, task } = callStt();
    await task();
    await agent(joinRequest({}, { channelName: "room-2" }));
    const room = fake.channel("room-1");
    fake.advance(29_999);
    room.join(1);
    fake.advance(600_000);
    expect(fake.tasks[0]).toMatchObject({ live: true });
    expect(fake.agents[0]).toMatchObject({ ending: "idle", status: "STOPPED", message: "Idle for too long" });
    room.join(2, { role: "audience" });
    room.leave(1);
    fake.advance(29_999);
    expect(fake.tasks[0]).toMatchObject({ live: true });
    fake.advance(1);
    expect(fake.tasks[0]).toMatchObject({ ending: "idle", status: "STOPPING" });
  });

  test("as asked for; an update does not begin it anew; 0 is never", async () => {
    const { fake, agent } = callStt();
    const short = await agent(joinRequest({ maxIdleTime: 10 }));
    await agent(joinRequest({ name: "endless", maxIdleTime: 0 }, { channelName: "room-2" }));
    fake.advance(6000);
    expect((await short.update({ languages: ["de-DE"] })).status).toBe(200);
    fake.advance(4000);
    expect(fake.agents.map(({ ending }) => ending)).toEqual(["idle", undefined]);
    fake.advance(71 * hour);
    expect(fake.agents[1]).toMatchObject({ status: "RUNNING" });
  });

  test("a host who is silent is enough since v6, not before", async () => {
    const body = flatRequest({}, { channelName: "quiet" });
    const [old, current] = [callStt({ sttLimits: "v5" }), callStt()];
    for (const { fake, task } of [old, current]) {
      fake.channel("quiet").join(1, { publish: false });
      await task(body);
      fake.advance(31_000);
    }
    expect([old.fake.tasks[0]?.status, current.fake.tasks[0]?.status]).toEqual(["STOPPED", "IN_PROGRESS"]);
  });
});

test("an agent lives for 72 hours at most", async () => {
  const { fake, agent } = callStt();
  fake.channel("room-1").join(1);
  const { get } = await agent();
  fake.advance(72 * hour - 1);
  expect((await get()).body.status).toBe("RUNNING");
  fake.advance(1);
  expect((await get()).body.status).toBe("STOPPING");
  fake.advance(500);
  expect((await get()).body).toMatchObject({ status: "STOPPED", message: "Task exceeded maximum lifetime" });
});

describe("tokens of bots", () => {
  const withTokens = { subBotToken: "sub-token", pubBotToken: "pub-token" };

  test("a refused one lets join succeed, then the agent fails", async () => {
    const { fake, agent } = callStt();
    fake.channel("room-1").join(1);
    fake.reject({ token: "pub-token" });
    const { get } = await agent(joinRequest({}, withTokens));
    expect((await get()).body.status).toBe("STARTING");
    fake.advance(1000);
    expect((await get()).body).toMatchObject({ status: "FAILED", message: "RTC connection error" });
    expect(fake.agents[0]).toMatchObject({ ending: "rtc-connection-error", live: false });
  });

  test("an old task has two of them, and is not found afterwards", async () => {
    const { fake, task } = callStt();
    fake.channel("room-1").join(1);
    fake.reject({ token: "sub-token" });
    const { query } = await task(flatRequest({}, withTokens));
    fake.advance(1000);
    expect((await query()).status).toBe(404);
    expect(fake.tasks[0]?.status).toBe("FAILURE_STOP");
  });

  test("with an App Certificate they are needed", async () => {
    const { fake, agent, task } = callStt({ appCertificate: true });
    await agent();
    await task(flatRequest({}, { subBotToken: "007x", channelName: "room-2" }));
    await agent(joinRequest({ name: "other" }, { pubBotToken: "007x", channelName: "room-3" }));
    fake.advance(1000);
    expect(fake.agents.map(({ status }) => status)).toEqual(["FAILED", "RUNNING"]);
    expect(fake.tasks[0]?.status).toBe("FAILURE_STOP");
  });
});

describe("uids of bots", () => {
  test("are not to be taken by users", async () => {
    const { fake, agent } = callStt();
    const room = fake.channel("room-1");
    room.join(88222);
    await agent();
    await agent(joinRequest({ name: "second" }, { pubBotUid: "7" }));
    fake.advance(1000);
    expect(fake.agents.map(({ status }) => status)).toEqual(["FAILED", "RUNNING"]);
    room.join(7);
    expect(fake.agents[1]).toMatchObject({ status: "FAILED", message: "RTC connection error" });
  });

  test("nor by bots of the same channel", async () => {
    const { fake, agent, task } = callStt();
    for (const name of ["room-1", "room-2"]) fake.channel(name).join(1);
    await agent();
    fake.advance(1000);
    await agent(joinRequest({ name: "second" }));
    await agent(joinRequest({ name: "third" }, { channelName: "room-2" }));
    await task(flatRequest({}, { pubBotUid: "2" }));
    fake.advance(2000);
    expect(fake.agents.map(({ status }) => status)).toEqual(["RUNNING", "FAILED", "RUNNING"]);
    expect(fake.tasks[0]?.status).toBe("IN_PROGRESS");
  });
});

test("recovering for some seconds", async () => {
  const { fake, agent } = callStt();
  fake.channel("room-1").join(1);
  const { get, id, leave } = await agent();
  expect(() => fake.recover(id)).toThrow(RangeError);
  fake.advance(2000);
  fake.recover(id, { seconds: 3 });
  expect((await get()).body.status).toBe("RECOVERING");
  fake.advance(2999);
  expect((await get()).body.status).toBe("RECOVERING");
  fake.advance(1);
  expect((await get()).body.status).toBe("RUNNING");
  fake.recover(id);
  expect((await leave()).status).toBe(200);
  fake.advance(20_000);
  expect((await get()).body.status).toBe("STOPPED");
  expect(() => fake.recover("nobody")).toThrow("No agent with the ID nobody is running.");
});

test.each([
  ["rtc", "RTC connection error", "rtc-connection-error"],
  ["asr", "Fatal ASR error", "fatal-asr-error"],
  ["translation", "Fatal Translation error", "fatal-translation-error"],
] as const)("breaking down: %s", async (cause, message, ending) => {
  const { fake, agent, task } = callStt();
  const failing = await agent();
  const old = await task(nestedRequest());
  fake.advance(2000);
  fake.breakDown(failing.id, cause);
  fake.breakDown(old.id, cause);
  expect((await failing.get()).body).toMatchObject({ status: "FAILED", message });
  expect((await old.query()).status).toBe(404);
  expect([fake.agents[0]?.ending, fake.tasks[0]?.ending]).toEqual([ending, ending]);
  expect(() => fake.breakDown(failing.id)).toThrow(RangeError);
});

test("reset forgets everything", async () => {
  const { fake, agent, task } = callStt();
  const first = await agent();
  const { token } = await task();
  fake.reset();
  expect([fake.agents, fake.tasks]).toEqual([[], []]);
  expect((await first.get()).status).toBe(404);
  expect((await agent()).id).toBe(first.id);
  expect((await task()).token).toBe(token);
});
