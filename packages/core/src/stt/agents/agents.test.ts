import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectionFailed, json, settle, stubService } from "../../testing/service.ts";

const now = 1_750_000_000_000;
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(now);
});
afterEach(() => void vi.useRealTimers());

const request = {
  name: "room-1-7f3a",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "2000" },
} as const;
const handle = { appId: "app1", version: "v7", agentId: "A1", name: request.name, startedAt: now } as const;
const base = "https://api.agora.io/api/speech-to-text/v1/projects/app1";

test("join, get and leave", async () => {
  const { agora, requests, bodies } = stubService([
    json(200, { agent_id: "A1", create_ts: null, status: "STARTING" }),
    json(200, { message: "ok", agent_id: "A1", create_ts: 17, status: "RUNNING" }),
    new Response("", { status: 200 }),
  ]);
  const agent = await agora.sttAgents.join(request);
  expect(agent).toEqual(handle);
  expect(await agora.sttAgents.get(agent)).toEqual({
    message: "ok",
    agent_id: "A1",
    agentId: "A1",
    create_ts: 17,
    status: "RUNNING",
    state: "running",
  });
  expect(await agora.sttAgents.leave(agent)).toEqual({ agentId: "A1" });
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${base}/join`,
    `GET ${base}/agents/A1`,
    `POST ${base}/agents/A1/leave`,
  ]);
  expect(bodies).toEqual([request, undefined, undefined]);
});

test("S10: a conflict names the running agent where the service does, and leaving twice is no riddle", async () => {
  const conflict = { reason: "TaskConflict", detail: "a task with this name is already running" };
  const named = stubService([json(409, { ...conflict, agent_id: "A9" })]);
  expect(await settle(named.agora.sttAgents.join(request))).toMatchObject({
    kind: "conflict",
    reason: "TaskConflict",
    runningTask: "A9",
    handle: { ...handle, agentId: "A9" },
  });
  const unnamed = stubService([json(409, conflict)]);
  const error = await settle(unnamed.agora.sttAgents.join(request));
  expect(error).toMatchObject({ kind: "conflict", handle: undefined });
  expect(error).not.toHaveProperty("runningTask");
  const gone = stubService([json(404, { reason: "TaskNotFound", detail: "task not found" })]);
  expect(await settle(gone.agora.sttAgents.leave(handle))).toMatchObject({ kind: "not-found", handle });
});

test("after a lost join, a conflict that names the agent means that the first one worked", async () => {
  const conflict = json(409, { reason: "TaskConflict", detail: "running", agent_id: "A1" });
  const { agora } = stubService([connectionFailed(), conflict]);
  expect(await settle(agora.sttAgents.join(request))).toMatchObject({ agentId: "A1", name: request.name });
});

test("a conflict that does not name the agent is looked up: of those in the channel the one of this name", async () => {
  const conflict = () => json(409, { reason: "TaskConflict", detail: "running" });
  const listed = (...ids: string[]) =>
    json(200, {
      data: { list: ids.map((id) => ({ agent_id: id, start_ts: 1767225600, status: "RUNNING" })) },
      meta: {},
    });
  const named = (id: string, name: string) => json(200, { agent_id: id, name, status: "RUNNING" });
  const found = () => [listed("A5", "A6"), named("A5", "another"), named("A6", request.name)];
  const { agora, requests } = stubService([conflict(), ...found()]);
  const error = await settle(agora.sttAgents.join(request));
  expect(error).toMatchObject({ kind: "conflict", runningTask: "A6", handle: { agentId: "A6", name: request.name } });
  const asked = new URL(requests[1]?.url ?? "").searchParams;
  expect(asked.get("channel")).toBe(request.rtcConfig.channelName);
  const lost = stubService([connectionFailed(), conflict(), ...found()]);
  expect(await settle(lost.agora.sttAgents.join(request))).toMatchObject({
    agentId: "A6",
    version: "v7",
    startedAt: 1_767_225_600_000,
  });
});

test("one that names it as taskId is adopted just so", async () => {
  const conflict = () => json(409, { taskId: "A77", message: "conflict" });
  const { agora } = stubService([conflict()]);
  const handle = { agentId: "A77", name: request.name, version: "v7" };
  expect(await settle(agora.sttAgents.join(request))).toMatchObject({ kind: "conflict", runningTask: "A77", handle });
  const lost = stubService([connectionFailed(), conflict()]);
  expect(await settle(lost.agora.sttAgents.join(request))).toMatchObject(handle);
});

test.each([
  [200, "OK"],
  [202, ""],
  [200, "null"],
])("leave takes HTTP %i with %j for an answer", async (status, body) => {
  const { agora } = stubService([new Response(body, { status })]);
  expect(await agora.sttAgents.leave(handle)).toEqual({ agentId: "A1" });
});

test("the detail of a failure is in its message", async () => {
  const { agora } = stubService([json(400, { reason: "InvalidFieldValue", detail: "languages[0] is not known" })]);
  const error = await settle(agora.sttAgents.join(request));
  expect(error).toMatchObject({ reason: "InvalidFieldValue" });
  expect((error as Error).message).toContain("languages[0] is not known");
});

test("an id in a refusal is not taken for something that runs", async () => {
  const { agora } = stubService([json(400, { reason: "InvalidFieldValue", detail: "x", agent_id: "ZZ" })]);
  const error = await settle(agora.sttAgents.join(request));
  expect(error).toMatchObject({ kind: "bad-request", handle: undefined });
  expect(error).not.toHaveProperty("runningTask");
});

describe("failures of v7 have no numbers", () => {
  test.each([
    [400, { reason: "InvalidFieldValue", detail: "languages" }, "bad-request"],
    [403, { reason: "ServiceNotEnabled", detail: "core: allocate failed" }, "service-not-enabled"],
    [422, { reason: "ConcurrencyLimitExceeded", detail: "too many" }, "v7-error"],
    [401, { message: "Invalid token" }, "rest-token-invalid"],
    [401, { message: "Token is expired" }, "rest-token-expired"],
    [500, { reason: "InternalError", detail: "oops" }, "server-error"],
  ])("HTTP %i %j is %s", async (status, body, kind) => {
    const { agora } = stubService([json(status, body)], { retry: false });
    expect(await settle(agora.sttAgents.join(request))).toMatchObject({ kind, status });
  });
});

test("update sends a mask and a growing number, five seconds after the join", async () => {
  const { agora, requests } = stubService([json(200, { agent_id: "A1", status: "RUNNING" })]);
  const call = agora.sttAgents.update(handle, { translateConfig: { enable: false }, keywords: ["Kestrel"] });
  await vi.advanceTimersByTimeAsync(4999);
  expect(requests).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(await call).toMatchObject({ agent_id: "A1", state: "running" });
  const sent = new URL(requests[0]?.url ?? "").searchParams;
  expect(sent.get("updateMask")).toBe("translateConfig.enable,keywords");
  expect(Number(sent.get("sequenceId"))).toBeGreaterThanOrEqual(now);
});

test("a join of this client counts, even where the handle does not say when it was", async () => {
  const { agora, requests } = stubService([
    json(200, { agent_id: "A1", status: "STARTING" }),
    json(200, { agent_id: "A1", status: "RUNNING" }),
  ]);
  const { agentId } = await agora.sttAgents.join(request);
  const call = agora.sttAgents.update({ agentId }, { languages: ["zh-CN"] });
  await vi.advanceTimersByTimeAsync(4999);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await call;
});

describe("list", () => {
  const page = (ids: string[], cursor: string) =>
    json(200, {
      data: { count: ids.length, list: ids.map((id) => ({ agent_id: id, start_ts: 17, status: "RUNNING" })) },
      meta: { cursor, total: 3 },
      status: "ok",
    });
  const collect = async (agents: AsyncIterable<{ agentId: string }>) => {
    const ids: string[] = [];
    for await (const { agentId } of agents) ids.push(agentId);
    return ids;
  };

  test("goes through all pages, with the filter on each", async () => {
    const { agora, requests } = stubService([page(["A1", "A2"], "A2"), page(["A3"], "")]);
    const filter = { channel: "room 1&x", state: "2", limit: 2, from_time: 1 } as const;
    expect(await collect(agora.sttAgents.list(filter))).toEqual(["A1", "A2", "A3"]);
    const sent = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    const asked = { channel: "room 1&x", state: "2", limit: "2", from_time: "1" };
    expect(sent).toEqual([asked, { ...asked, cursor: "A2" }]);
  });

  test("stops asking when the reader stops", async () => {
    const { agora, requests } = stubService([page(["A1", "A2"], "A2")]);
    for await (const agent of agora.sttAgents.list()) {
      expect(agent).toMatchObject({ agent_id: "A1", agentId: "A1", start_ts: 17, status: "RUNNING", state: "running" });
      break;
    }
    expect(requests).toHaveLength(1);
  });

  test("takes null for an empty list, and a number for a cursor", async () => {
    const none = stubService([json(200, { data: { count: 0, list: null }, meta: { cursor: "" } })]);
    expect(await collect(none.agora.sttAgents.list())).toEqual([]);
    const first = json(200, { data: { list: [{ agent_id: "A1", status: "RUNNING" }] }, meta: { cursor: 7 } });
    const numbered = stubService([first, page(["A2"], "")]);
    expect(await collect(numbered.agora.sttAgents.list())).toEqual(["A1", "A2"]);
    expect(new URL(numbered.requests[1]?.url ?? "").searchParams.get("cursor")).toBe("7");
  });

  test("a service that gives back the cursor of the filter is not asked again", async () => {
    const { agora } = stubService([page(["A1"], "A0")]);
    expect(await collect(agora.sttAgents.list({ cursor: "A0" }))).toEqual(["A1"]);
  });

  test("ends where a cursor leads nowhere", async () => {
    const empty = stubService([page(["A1"], "A1"), page([], "A1")]);
    expect(await collect(empty.agora.sttAgents.list())).toEqual(["A1"]);
    const circle = stubService([page(["A1"], "A1"), page(["A2"], "A2"), page(["A3"], "A1")]);
    expect(await collect(circle.agora.sttAgents.list())).toEqual(["A1", "A2", "A3"]);
  });

  test("an answer without a list is not what the service documents", async () => {
    const { agora } = stubService([json(200, { status: "ok" })]);
    await expect(collect(agora.sttAgents.list())).rejects.toMatchObject({ kind: "unexpected-response" });
  });
});
