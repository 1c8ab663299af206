import { describe, expect, test } from "vitest";
import { callStt, joinRequest } from "../../../testing/stt-caller.ts";

test("join, get, update, leave", async () => {
  const { fake, join, onAgent, base } = callStt();
  fake.channel("room-1").join(101);
  const joined = await join(joinRequest({ keywords: ["Kestrel"] }));
  expect(joined).toMatchObject({ status: 200, body: { create_ts: fake.now() / 1000, status: "STARTING" } });
  expect(joined.body.agent_id).toMatch(/^[0-9A-Z]{32}$/);
  const agent = onAgent(String(joined.body.agent_id));
  fake.advance(5000);
  expect((await agent.get()).body).toEqual({ message: "ok", ...joined.body, status: "RUNNING" });
  const updated = await agent.update(
    { translateConfig: { enable: false } },
    "?sequenceId=1&updateMask=translateConfig.enable",
  );
  expect([updated.status, updated.body]).toEqual([200, { ...joined.body, status: "RUNNING" }]);
  expect(await agent.leave()).toMatchObject({ status: 200, text: "" });
  expect((await agent.get()).body).toMatchObject({ status: "STOPPING" });
  expect(await agent.leave()).toMatchObject({
    status: 404,
    body: { reason: "TaskNotFound", detail: "task not found" },
  });
  fake.advance(500);
  expect((await agent.get()).body).toMatchObject({ status: "STOPPED", message: "ok" });
  expect(fake.agents[0]).toMatchObject({ agentId: agent.id, name: "agent-1", keywords: ["Kestrel"], live: false });
  expect(fake.requests.map(({ operation }) => operation).slice(0, 4)).toEqual([
    "sttAgents.join",
    "sttAgents.get",
    "sttAgents.update",
    "sttAgents.leave",
  ]);
  expect(fake.requests[0]).toMatchObject({ path: `${base}/join`, cname: "room-1" });
});

test("an ended agent is remembered for a day", async () => {
  const { fake, agent } = callStt();
  const { get, leave, update } = await agent();
  await leave();
  fake.advance(500 + 24 * 3_600_000);
  expect((await get()).body.status).toBe("STOPPED");
  expect((await update({ languages: ["de-DE"] })).status).toBe(404);
  fake.advance(1);
  expect(await get()).toMatchObject({ status: 404, body: { reason: "TaskNotFound" } });
});

test("a name is taken while its agent runs", async () => {
  const { fake, agent, join } = callStt();
  const { leave } = await agent();
  const conflict = await join(joinRequest({}, { pubBotUid: "1" }));
  expect([conflict.status, conflict.body]).toEqual([
    409,
    { reason: "TaskConflict", detail: "a task with this name is already running" },
  ]);
  await leave();
  expect((await join()).status).toBe(409);
  fake.advance(500);
  expect((await join()).status).toBe(200);
});

test("the conflict can name the agent", async () => {
  const { agent, join } = callStt({ sttConflictNamesAgent: true });
  const { id } = await agent();
  expect((await join()).body).toMatchObject({ reason: "TaskConflict", agent_id: id });
});

test("a quota", async () => {
  const { agent, join } = callStt({ maxConcurrent: { agents: 1 } });
  await agent();
  const reply = await join(joinRequest({ name: "other" }));
  expect(reply).toMatchObject({ status: 422, body: { reason: "ResourceQuotaLimitExceeded" } });
});

describe("who may call", () => {
  test("not enabled, suspended, another App ID", async () => {
    const { fake, base, join, send } = callStt();
    fake.disable();
    expect(await join()).toMatchObject({ status: 403, body: { reason: "ServiceNotEnabled" } });
    fake.enable();
    fake.suspend();
    expect(await join()).toMatchObject({ status: 403, body: { reason: "AccountSuspended" } });
    fake.enable();
    expect(await send("GET", base.replace(fake.appId, "f".repeat(32)) + "/agents")).toMatchObject({ status: 403 });
  });

  test("credentials come first", async () => {
    const { fake, base, send } = callStt({ restTokens: ["good"] });
    fake.disable();
    const say = async (authorization: string) => (await send("GET", `${base}/agents`, undefined, authorization)).body;
    expect(await say("")).toEqual({ message: "Unauthorized" });
    expect(await say(`Basic ${btoa("a:b")}`)).toEqual({ message: "Invalid authentication credentials" });
    expect(await say('agora token="bad"')).toEqual({ message: "Invalid token" });
    expect(await say('agora token="good"')).toMatchObject({ reason: "ServiceNotEnabled" });
  });

  test("ten in a second", async () => {
    const { list } = callStt({ rateLimit: 10 });
    for (let call = 0; call < 10; call += 1) expect((await list()).status).toBe(200);
    expect(await list()).toMatchObject({ status: 429, body: { message: "API rate limit exceeded" } });
  });
});

describe("update", () => {
  async function running() {
    const caller = callStt();
    const agent = await caller.agent(joinRequest({ maxIdleTime: 0 }));
    caller.fake.advance(5000);
    return { ...caller, ...agent };
  }

  test("without query fields every field counts", async () => {
    const { fake, update } = await running();
    const fields = {
      languages: ["de-DE"],
      keywords: ["Milan"],
      uidLanguagesConfig: [{ uid: "1", languages: ["it-IT"] }],
    };
    expect((await update(fields)).status).toBe(200);
    expect(fake.agents[0]).toMatchObject({ languages: ["de-DE"], keywords: ["Milan"], sequenceId: null });
    expect((await update({ languages: ["en-US"] })).body.reason).toBe("InvalidFieldValue");
    fake.advance(5000);
    expect((await update({ uidLanguagesConfig: [] })).status).toBe(200);
    expect(fake.agents[0]).toMatchObject({ uidLanguages: [], languages: ["de-DE"] });
  });

  test.each([
    [{}, "", "MissingRequiredField", "updateMask is required"],
    [{}, "?updateMask=languages", "MissingRequiredField", "languages is required"],
    [{ languages: ["de-DE"] }, "?updateMask=name", "InvalidFieldValue", "updateMask has the unknown path name"],
    [{ languages: [] }, "", "InvalidFieldValue", "languages is invalid"],
    [{ languages: ["de-DE"] }, "?sequenceId=x", "InvalidFieldValue", "sequenceId has to grow"],
    ["{oops", "", "InvalidRequestBody", "the body is not a JSON object"],
    [{ translateConfig: { enable: true } }, "", "MissingRequiredField", "translateConfig.languages is required"],
  ])("refuses %j %s", async (body, search, reason, detail) => {
    const { update } = await running();
    expect(await update(body, search)).toMatchObject({ status: 400, body: { reason, detail } });
  });

  test("sequenceId has to grow, where it is sent", async () => {
    const { fake, update } = await running();
    expect((await update({ languages: ["de-DE"] }, "?sequenceId=5")).status).toBe(200);
    fake.advance(5000);
    expect((await update({ languages: ["de-DE"] }, "?sequenceId=5")).status).toBe(400);
    expect((await update({ languages: ["de-DE"] })).status).toBe(200);
    expect(fake.agents[0]?.sequenceId).toBe(5);
  });
});

describe("list", () => {
  async function busy() {
    const caller = callStt();
    for (let index = 0; index < 25; index += 1) {
      const channelName = index % 5 === 0 ? "fifth" : "room-1";
      const rtc = { channelName, pubBotUid: String(index + 1) };
      await caller.agent(joinRequest({ name: `agent-${index}`, maxIdleTime: 0 }, rtc));
      caller.fake.advance(1000);
    }
    return caller;
  }
  const names = (fake: { agents: readonly { agentId: string; name: string }[] }, body: object) => {
    const text = JSON.stringify(body);
    return fake.agents.filter(({ agentId }) => text.includes(`"agent_id":"${agentId}"`)).map(({ name }) => name);
  };

  test("pages of 20, newest first", async () => {
    const { fake, list } = await busy();
    const first = await list();
    const newest = fake.agents.at(-1);
    expect(first.body).toMatchObject({ data: { count: 20 }, meta: { total: 25 }, status: "ok" });
    expect(first.text).toContain(`"list":[{"agent_id":"${newest?.agentId}"`);
    const cursor = fake.agents[5]?.agentId;
    expect(first.body.meta).toEqual({ cursor, total: 25 });
    const second = await list(`?cursor=${cursor}`);
    expect(second.body).toMatchObject({ data: { count: 5 }, meta: { cursor: "", total: 25 } });
    expect(names(fake, second.body)).toHaveLength(5);
    expect((await list("?limit=7")).body).toMatchObject({ data: { count: 7 } });
  });

  test("by channel, by time, by state", async () => {
    const { fake, list, onAgent } = await busy();
    expect((await list("?channel=fifth")).body).toMatchObject({ meta: { total: 5 } });
    const start = Math.floor(fake.now() / 1000) - 25;
    const some = await list(`?from_time=${start + 2}&to_time=${start + 4}`);
    expect(names(fake, some.body)).toEqual(["agent-2", "agent-3", "agent-4"]);
    await onAgent(String(fake.agents[3]?.agentId)).leave();
    expect((await list("?state=3")).body).toMatchObject({ data: { list: [{ status: "STOPPING" }] } });
    fake.advance(500);
    expect(names(fake, (await list("?state=4")).body)).toEqual(["agent-3"]);
    expect((await list("?state=2")).body).toMatchObject({ meta: { total: 24 } });
    fake.recover(String(fake.agents[4]?.agentId));
    expect(names(fake, (await list("?state=5")).body)).toEqual(["agent-4"]);
    for (const state of [0, 1, 6]) expect((await list(`?state=${state}`)).body).toMatchObject({ meta: { total: 0 } });
    fake.advance(24 * 3_600_000);
    expect((await list()).body).toMatchObject({ data: { count: 0, list: [] }, meta: { cursor: "", total: 0 } });
  });

  test.each(["state=7", "state=RUNNING", "limit=0", "limit=x", "from_time=-1", "cursor=nobody"])(
    "refuses %s",
    async (search) => {
      const { list } = callStt();
      expect(await list(`?${search}`)).toMatchObject({ status: 400, body: { reason: "InvalidFieldValue" } });
    },
  );
});

test("other paths and methods have no route", async () => {
  const { base, old, send } = callStt();
  for (const [method, path] of [
    ["GET", `${base}/join`],
    ["POST", `${base}/agents`],
    ["POST", `${base}/agents/A/stop`],
    ["GET", `${base}/agents/A/leave`],
    ["POST", `${base}/join/x`],
    ["GET", `${old}/tasks`],
    ["POST", `${old}/tasks/T`],
    ["GET", `${old}/builderTokens/x`],
    ["GET", `${old}/other`],
  ] as const) {
    const reply = await send(method, path);
    expect([path, reply.status, reply.body.message]).toEqual([path, 404, "no Route matched with those values"]);
  }
});
