import type { AgoraOperation, SttTasksOperation } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { callFake } from "../../testing/caller.ts";
import { callStt, flatRequest } from "../../testing/stt-caller.ts";
import type { FaultKind } from "./kinds.ts";

type Caller = ReturnType<typeof callStt>;

/** Calls one operation of something that runs. */
async function call(caller: Caller, operation: AgoraOperation) {
  const { fake, acquire, newToken, startWith, join, list } = caller;
  if (operation === "sttTasks.acquire") return acquire();
  if (operation === "sttAgents.join") return join();
  if (operation === "sttAgents.list") return list();
  if (operation === "sttTasks.start") return startWith(await newToken());
  const name = operation.split(".")[1];
  if (operation.startsWith("sttTasks")) {
    const task = await caller.task();
    fake.advance(5000);
    if (name === "update") return task.update({ languages: ["de-DE"] }, "languages");
    return name === "query" ? task.query() : task.stop();
  }
  const agent = await caller.agent();
  fake.advance(5000);
  if (name === "update") return agent.update({ languages: ["de-DE"] });
  return name === "get" ? agent.get() : agent.leave();
}

/** Every entry of the transcription part of the error table that has a code or a message. */
const documented: [operation: SttTasksOperation, kind: FaultKind, status: number, body: object][] = [
  ["sttTasks.acquire", "invalid-parameter", 400, { code: 2 }],
  ["sttTasks.start", "invalid-parameter", 400, { code: 2 }],
  ["sttTasks.acquire", "processing-timeout", 504, { code: 20 }],
  ["sttTasks.stop", "processing-timeout", 504, { code: 20 }],
  ["sttTasks.acquire", "service-not-enabled", 400, { code: 62, reason: "invalid_appid!" }],
  ["sttTasks.query", "service-not-enabled", 400, { message: "invalid_appid!" }],
  ["sttTasks.start", "builder-token-expired", 400, { message: "resourceId reaches out the limited time interval!" }],
  [
    "sttTasks.start",
    "builder-token-product-mismatch",
    400,
    { message: "the product name does not match with builderToken" },
  ],
  [
    "sttTasks.stop",
    "builder-token-product-mismatch",
    400,
    { message: "the product name does not match with builderToken" },
  ],
  ["sttTasks.start", "builder-token-unparsable", 400, { code: 1001 }],
  ["sttTasks.update", "session-mismatch", 400, { code: 1003 }],
  ["sttTasks.query", "task-token-mismatch", 400, { message: "The taskId does not match with builderToken." }],
  ["sttTasks.query", "task-ended", 404, { message: "The task is not found" }],
  ["sttTasks.stop", "already-stopping", 400, { code: 49 }],
  ["sttTasks.start", "start-network-failure", 500, { code: 62 }],
  ["sttTasks.start", "internal-error", 500, { code: 1 }],
];

describe.each(documented)("%s %s", (operation, kind, status, body) => {
  test("by its name", async () => {
    const caller = callStt();
    caller.fake.fail(operation, { kind });
    expect(await call(caller, operation)).toMatchObject({ status, body });
  });
});

test.each([
  ["sttTasks.acquire", 62, 400],
  ["sttTasks.start", 62, 500],
  ["sttTasks.start", 49, 409],
  ["sttTasks.stop", 49, 400],
  ["sttTasks.query", 53, 400],
  ["sttTasks.query", 404, 404],
  ["sttTasks.stop", 404, 404],
  ["sttTasks.start", 6, 500],
  ["sttTasks.start", 23, 500],
  ["sttTasks.start", 501, 500],
  ["sttTasks.start", 502, 500],
  ["sttTasks.start", 504, 504],
  ["sttTasks.query", 20, 504],
  ["sttTasks.start", 1001, 400],
  ["sttTasks.update", 1003, 400],
  ["sttTasks.update", 77, 400],
] as const)("%s with the code %s", async (operation, code, status) => {
  const caller = callStt();
  caller.fake.fail(operation, { code });
  expect(await call(caller, operation)).toMatchObject({ status, body: { code } });
});

test.each([
  ["sttTasks.start", "already-started", 409, { message: expect.stringMatching(/^The task has been started, /) }],
  ["sttTasks.start", "invalid-body", 400, { message: expect.stringMatching(/^body schema check fail, /) }],
  ["sttTasks.query", "no-stream", 206, {}],
  ["sttTasks.query", "conflict", 409, {}],
  ["sttTasks.stop", "internal-communication-error", 504, {}],
  ["sttAgents.join", "conflict", 409, { reason: "TaskConflict" }],
  ["sttAgents.join", "service-not-enabled", 403, { reason: "ServiceNotEnabled" }],
  ["sttAgents.get", "not-found", 404, { reason: "TaskNotFound" }],
  ["sttAgents.get", "rest-token-expired", 401, { message: "Token is expired" }],
  ["sttAgents.list", "rest-token-invalid", 401, { message: "Invalid token" }],
  ["sttAgents.leave", "v7-error", 422, { reason: "ResourceQuotaLimitExceeded" }],
  ["sttAgents.update", "server-error", 500, { reason: "InternalError" }],
  ["sttAgents.list", "bad-request", 400, { reason: "InvalidRequestBody" }],
  ["sttAgents.leave", "rate-limited", 429, { message: "API rate limit exceeded" }],
  ["sttAgents.leave", "invalid-credentials", 401, { message: "Invalid authentication credentials" }],
  ["sttTasks.start", "unexpected-response", 200, { unexpected: true }],
] as const)("%s as %s", async (operation, kind, status, body) => {
  const caller = callStt();
  caller.fake.fail(operation, { kind });
  const reply = await call(caller, operation);
  expect(reply.status).toBe(status);
  expect(reply.body).toEqual(expect.objectContaining(body));
});

test("words of one's own", async () => {
  const { fake, join } = callStt();
  fake.fail("sttAgents.join", { status: 503, reason: "ServiceUnavailable", detail: "try later" });
  const reply = await join();
  expect([reply.status, reply.body]).toEqual([503, { reason: "ServiceUnavailable", detail: "try later" }]);
  fake.fail("sttAgents.join", { message: "gateway words" });
  expect((await join()).body).toEqual({ message: "gateway words" });
});

describe("what happened all the same", () => {
  test("a start whose answer is lost", async () => {
    const { fake, newToken, startWith } = callStt();
    const token = await newToken();
    fake.fail("sttTasks.start", { code: 20, tookEffect: true });
    expect((await startWith(token)).body.code).toBe(20);
    expect(fake.tasks).toHaveLength(1);
    expect((await startWith(token)).body.message).toContain(fake.tasks[0]?.taskId);
  });

  test("a join and a leave that break off", async () => {
    const { fake, join, onAgent } = callStt();
    fake.fail("sttAgents.join", { network: true, tookEffect: true });
    await expect(join()).rejects.toThrow(TypeError);
    expect((await join()).status).toBe(409);
    const id = String(fake.agents[0]?.agentId);
    fake.fail("sttAgents.leave", { kind: "internal-communication-error" });
    expect((await onAgent(id).leave()).status).toBe(504);
    expect(fake.agents[0]?.live).toBe(true);
  });
});

test("no answer at all, and a late one", async () => {
  const { fake, base, list } = callStt();
  fake.fail("sttAgents.list", { hang: true });
  const giveUp = new AbortController();
  const headers = { authorization: `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}` };
  const pending = fake.fetch(`https://api.agora.io${base}/agents`, { headers, signal: giveUp.signal });
  giveUp.abort(new Error("enough"));
  await expect(pending).rejects.toThrow("enough");
  fake.fail("sttAgents.list", { delay: 3000 });
  let status = 0;
  void list().then((reply) => (status = reply.status));
  await fake.advanceAsync(2999);
  expect(status).toBe(0);
  await fake.advanceAsync(1);
  expect(status).toBe(200);
});

test("a fault for everything only meets services that know it", async () => {
  const fake = callStt();
  const unknown = fake.fake.fail("*", { kind: "no-worker" });
  expect((await fake.join()).status).toBe(200);
  expect(unknown.hits).toBe(0);
  unknown.cancel();
  fake.fake.fail("*", { kind: "rate-limited", times: 2 });
  expect((await fake.join()).status).toBe(429);
  expect((await fake.startWith(await callStt().newToken(), flatRequest())).status).toBe(429);
  const { fake: recording, acquire } = callFake();
  recording.fail("*", { kind: "task-ended" });
  expect((await acquire()).status).toBe(200);
});

test("kinds that are not the service's are refused", () => {
  const { fake } = callStt();
  expect(() => fake.fail("sttTasks.start", { kind: "no-worker" })).toThrow(
    'sttTasks.start never fails as "no-worker".',
  );
  expect(() => fake.fail("recording.start", { kind: "task-ended" })).toThrow("recording.start never fails");
  // @ts-expect-error -- what the client finds wrong by itself is no answer
  expect(() => fake.fail("*", { kind: "aborted" })).toThrow(RangeError);
});
