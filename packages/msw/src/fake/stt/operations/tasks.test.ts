import { describe, expect, test } from "vitest";
import { callFake } from "../../../testing/caller.ts";
import { callStt, flatRequest, nestedRequest } from "../../../testing/stt-caller.ts";

test("acquire, start, query, update, stop", async () => {
  const { fake, acquire, startWith, onTask } = callStt();
  fake.channel("room-1").join(101);
  const acquired = await acquire();
  expect(acquired).toMatchObject({ status: 200, body: { createTs: fake.now() / 1000, instanceId: "room-1" } });
  const token = String(acquired.body.tokenName);
  expect(token).toMatch(/^[\w-]{384}$/);
  const started = await startWith(token, flatRequest({ maxIdleTime: 120 }));
  expect(started).toEqual({
    status: 200,
    text: expect.any(String),
    body: { taskId: expect.stringMatching(/^[0-9a-f]{32}$/), createTs: fake.now() / 1000, status: "PREPARING" },
  });
  const task = onTask(token, String(started.body.taskId));
  fake.advance(5000);
  expect((await task.query()).body).toEqual({ ...started.body, status: "IN_PROGRESS" });
  const update = { rtcConfig: { subscribeAudioUids: ["101", "202"] } };
  expect(await task.update(update, "rtcConfig.subscribeAudioUids")).toMatchObject({
    status: 200,
    body: { taskId: task.id, status: "IN_PROGRESS" },
  });
  expect(fake.tasks[0]).toMatchObject({ taskId: task.id, subscribed: ["101", "202"], live: true, version: "v6" });
  expect(await task.stop()).toMatchObject({ status: 200, text: "" });
  expect(fake.requests.map(({ operation }) => operation)).toEqual([
    "sttTasks.acquire",
    "sttTasks.start",
    "sttTasks.query",
    "sttTasks.update",
    "sttTasks.stop",
  ]);
});

test("each status of the way, there and back", async () => {
  const { fake, task } = callStt();
  fake.channel("room-1").join(101);
  const { query, stop } = await task();
  const seen: unknown[] = [];
  for (let at = 0; at <= 1600; at += 200) {
    seen.push((await query()).body.status);
    fake.advance(200);
  }
  expect([...new Set(seen)]).toEqual(["PREPARING", "PREPARED", "STARTING", "CREATED", "STARTED", "IN_PROGRESS"]);
  await stop();
  expect((await query()).body.status).toBe("STOPPING");
  expect(await stop()).toMatchObject({ status: 400, body: { code: 49 } });
  fake.advance(500);
  for (const gone of [await query(), await stop()]) {
    expect(gone).toMatchObject({ status: 404, body: { message: "The task is not found" } });
  }
  expect(fake.tasks[0]).toMatchObject({ status: "STOPPED", ending: "requested", live: false, endedAt: fake.now() });
});

describe("builder tokens", () => {
  test("live for five minutes, unless a task was started with them", async () => {
    const { fake, newToken, startWith, onTask } = callStt();
    fake.channel("room-1").join(101);
    const [early, late] = [await newToken("a"), await newToken("b")];
    fake.advance(5 * 60_000 - 1);
    const started = await startWith(early);
    expect(started.status).toBe(200);
    fake.advance(1);
    expect(await startWith(late)).toMatchObject({
      status: 400,
      body: { message: "resourceId reaches out the limited time interval!" },
    });
    fake.advance(60_000);
    expect((await onTask(early, String(started.body.taskId)).query()).status).toBe(200);
  });

  test("end their task after 24 hours, or the hours that were asked for", async () => {
    const { fake, acquire, startWith, task } = callStt();
    fake.channel("room-1").join(101);
    const { query } = await task();
    const { body } = await acquire({ instanceId: "long", resourceExpiredHour: 48 });
    await startWith(String(body.tokenName), flatRequest({}, { subBotUid: "1", pubBotUid: "2" }));
    fake.advance(24 * 3_600_000 - 1);
    expect((await query()).status).toBe(200);
    fake.advance(501);
    expect((await query()).status).toBe(404);
    expect(fake.tasks.map(({ ending }) => ending)).toEqual(["lifetime", undefined]);
    fake.advance(24 * 3_600_000);
    expect(fake.tasks[1]).toMatchObject({ ending: "lifetime", live: false });
  });

  test("start one task", async () => {
    const { startWith, task } = callStt();
    const { token, id } = await task();
    expect(await startWith(token)).toMatchObject({
      status: 409,
      body: { message: `The task has been started, current status is STARTED, taskId is ${id}` },
    });
  });

  test.each([
    [201, 201, {}],
    [49, 409, { code: 49, reason: "repeated start" }],
  ] as const)("a second start can answer with %s", async (sttRepeatedStart, status, body) => {
    const { startWith, task } = callStt({ sttRepeatedStart });
    const { token } = await task();
    const { status: answered, body: said } = await startWith(token);
    expect([answered, said]).toEqual([status, body]);
  });

  test("of one instance only one starts; those acquired after its end are new", async () => {
    const { fake, newToken, startWith, task } = callStt();
    const sibling = await newToken();
    const { id, stop } = await task();
    const later = await newToken();
    for (const token of [sibling, later]) expect((await startWith(token)).body.message).toContain(id);
    await stop();
    fake.advance(500);
    expect((await startWith(sibling)).status).toBe(409);
    expect((await startWith(await newToken())).status).toBe(200);
  });

  test("damaged ones cannot be parsed", async () => {
    const { fake, onTask, startWith, task } = callStt();
    const { token, id } = await task();
    const damaged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const bad of [damaged, "", "ZXhhbXBsZS builder/token=="]) {
      expect(await startWith(bad)).toMatchObject({ status: 400, body: { code: 1001 } });
    }
    expect((await onTask(damaged, id).query()).body.code).toBe(1001);
    expect(fake.tasks).toHaveLength(1);
  });

  test("those of recordings belong to another product", async () => {
    const { startWith } = callStt();
    const { acquire } = callFake();
    const { body } = await acquire();
    expect(await startWith(String(body.resourceId))).toMatchObject({
      status: 400,
      body: { message: "the product name does not match with builderToken" },
    });
  });

  test("belong to one App ID", async () => {
    const { old, send, task } = callStt();
    const { token, id } = await task();
    const foreign = old.replace(/projects\/[^/]+/, "projects/ffffffffffffffffffffffffffffffff");
    expect(await send("GET", `${foreign}/tasks/${id}?builderToken=${token}`)).toMatchObject({
      status: 400,
      body: { code: 1003 },
    });
    const { startWith } = callStt({ seed: 2 });
    expect(await startWith(token)).toMatchObject({ body: { code: 1003 } });
  });

  test("and task IDs go together", async () => {
    const { newToken, onTask, task } = callStt();
    const first = await task(flatRequest(), "a");
    const second = await task(flatRequest({}, { channelName: "room-2" }), "b");
    const mixed = onTask(first.token, second.id);
    const fields = { languages: ["de-DE"] };
    for (const reply of [await mixed.query(), await mixed.update(fields, "languages"), await mixed.stop()]) {
      expect(reply).toMatchObject({ status: 400, body: { message: "The taskId does not match with builderToken." } });
    }
    expect(await onTask(first.token, "0".repeat(32)).query()).toMatchObject({ status: 400, body: { code: 53 } });
    expect((await onTask(await newToken("c"), "0".repeat(32)).stop()).status).toBe(404);
  });
});

test("nobody sends anything: 206, once the bots are there", async () => {
  const { fake, task } = callStt();
  const { query } = await task(flatRequest({ maxIdleTime: 600 }));
  expect((await query()).status).toBe(200);
  fake.advance(2000);
  const silent = await query();
  expect([silent.status, silent.body]).toEqual([206, {}]);
  fake.channel("room-1").join(1, { publish: false });
  expect((await query()).status).toBe(206);
  fake.channel("room-1").join(1);
  expect((await query()).status).toBe(200);
  const quiet = callStt({ sttSilentQuery: 200 });
  const other = await quiet.task();
  quiet.fake.advance(2000);
  expect((await other.query()).body.status).toBe("IN_PROGRESS");
});

test("a beta body starts a task on the same URL", async () => {
  const { fake, task } = callStt();
  const { id } = await task(nestedRequest());
  expect(fake.tasks[0]).toMatchObject({
    taskId: id,
    version: "beta",
    channel: "room-1",
    subBotUid: "47091",
    pubBotUid: "88222",
    languages: ["en-US", "es-ES"],
  });
});

test.each([
  ["acquire", 400, { code: 62, reason: "invalid_appid!" }],
  ["start", 400, { message: "invalid_appid!" }],
] as const)("not enabled: %s", async (name, status, body) => {
  const { fake, acquire, newToken, startWith } = callStt();
  const token = await newToken();
  fake.disable();
  const reply = name === "acquire" ? await acquire() : await startWith(token);
  expect([reply.status, reply.body]).toEqual([status, body]);
  fake.enable();
  expect((await acquire()).status).toBe(200);
});

test.each([
  [{}, "instanceId"],
  [{ instanceId: "with blank" }, "instanceId"],
  [{ instanceId: "x".repeat(65) }, "instanceId"],
  [{ instanceId: "a", resourceExpiredHour: 49 }, "resourceExpiredHour"],
  ["{oops", "instanceId"],
])("acquire refuses %j", async (body, field) => {
  const { acquire } = callStt();
  expect(await acquire(body)).toMatchObject({
    status: 400,
    body: { code: 2, reason: `Acquire: invalid ${field} value!` },
  });
});

test.each([
  [410, 410, "this version has reached its end of life, use /api/speech-to-text/v1"],
  [404, 404, "no Route matched with those values"],
] as const)("after the end of life: %s", async (sttEndOfLife, status, message) => {
  const { acquire, join } = callStt({ sttEndOfLife });
  expect(await acquire()).toMatchObject({ status, body: { message } });
  expect((await join()).status).toBe(200);
});
