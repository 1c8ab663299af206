import { describe, expect, test } from "vitest";
import { createMemoryStorage, createSttTask } from "../../packages/core/src/index.ts";
import { createWorld, type World } from "../../packages/core/src/server/testing/world.ts";
import { makeCryptoInstant } from "../sessions/instant-crypto.ts";

makeCryptoInstant();

const request = {
  name: "alice-captions",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "47091" },
} as const;

/** A page of Alice's, whose answers to a join are lost for as long as `isCut`. */
function pageOf(world: World) {
  const connection = { isCut: false };
  const client = world.pageClient("alice", {
    fetch: async (input, init) => {
      const sent = new Request(input, init);
      sent.headers.set("authorization", "Bearer alice");
      const answer = await world.handler(sent);
      if (connection.isCut && /\/(?:join|tasks\?.*)$/.test(sent.url)) throw new TypeError("The connection was lost.");
      return answer;
    },
  });
  return { client, connection };
}

async function settle<T>(world: World, command: Promise<T>): Promise<T | Error> {
  const caught = command.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  await world.fake.advanceAsync(60_000);
  return caught;
}

/** An agent of Alice's runs, and her page knows of its start only. */
async function lostJoin(world: World) {
  world.fake.channel("room-1").join("1001");
  const { client, connection } = pageOf(world);
  const task = createSttTask(client, { version: "v7", request, storage: createMemoryStorage() });
  connection.isCut = true;
  const lost = await settle(world, task.start());
  expect(lost).toMatchObject({ kind: "network-error" });
  expect(task.getSnapshot()).toMatchObject({ status: "failed", unsettled: { name: request.name } });
  expect(world.fake.agents).toMatchObject([{ live: true }]);
  connection.isCut = false;
  return task;
}

const own = (name: unknown) => typeof name === "string" && name.startsWith("alice-");

test("a v7 join whose answer was lost goes on where the app says whose the name is", async () => {
  const stored: unknown[] = [];
  const world = createWorld({
    fake: { sttGetTellsName: true },
    authorize: (_, { body }) => ({ subject: "alice", ownsName: own(body.name) }),
    onHandle: (handle, subject) => stored.push({ handle, subject }),
  });
  const task = await lostJoin(world);
  await settle(world, task.start());
  expect(task.getSnapshot()).toMatchObject({ status: "transcribing", error: null, unsettled: null });
  expect(stored.at(-1)).toMatchObject({ subject: "alice", handle: { grant: expect.any(String) } });
  expect(await settle(world, task.stop())).toMatchObject({ status: "stopped" });
  expect(world.fake.agents).toMatchObject([{ live: false }]);
});

test("stop() settles it too", async () => {
  const world = createWorld({
    fake: { sttConflictNamesAgent: true },
    authorize: () => ({ subject: "alice", ownsName: true }),
  });
  const task = await lostJoin(world);
  expect(await settle(world, task.stop())).toMatchObject({ status: "stopped" });
  expect(world.fake.agents).toMatchObject([{ live: false }]);
});

test("without that word a name that is taken proves nothing: it stays in doubt until the agent has left", async () => {
  const world = createWorld({ fake: { sttConflictNamesAgent: true }, authorize: () => ({ subject: "alice" }) });
  const task = await lostJoin(world);
  await settle(world, task.start());
  expect(task.getSnapshot()).toMatchObject({ status: "failed", error: { kind: "proxy-forbidden" } });
  expect(task.getSnapshot().unsettled).not.toBeNull();
  world.fake.channel("room-1").leave("1001");
  await world.fake.advanceAsync(60_000);
  world.fake.channel("room-1").join("1001");
  await settle(world, task.start());
  expect(task.getSnapshot()).toMatchObject({ status: "transcribing", unsettled: null });
});

test("without that word stop() rejects, says what the app can do, and takes nothing away", async () => {
  const world = createWorld({ fake: { sttConflictNamesAgent: true }, authorize: () => ({ subject: "alice" }) });
  const task = await lostJoin(world);
  expect(await settle(world, task.stop())).toMatchObject({
    kind: "proxy-forbidden",
    reason: expect.stringContaining("`ownsName`"),
  });
  expect(task.getSnapshot()).toMatchObject({ status: "failed", isActive: true, unsettled: { name: request.name } });
  expect(world.fake.agents).toMatchObject([{ live: true }]);
});

describe("without that word the handle that the server was told of", () => {
  const rtcConfig = { ...request.rtcConfig, subBotUid: "47092" };
  const versions = {
    v7: { version: "v7", request },
    v6: { version: "v6", request: { languages: request.languages, rtcConfig }, instanceId: request.name },
  } as const;

  test.each(["v7", "v6"] as const)("lets the page resume what runs, and stop it: %s", async (version) => {
    const told: object[] = [];
    const world = createWorld({ authorize: () => ({ subject: "alice" }), onHandle: (handle) => told.push(handle) });
    world.fake.channel("room-1").join("1001");
    const { client, connection } = pageOf(world);
    const task = createSttTask<"v7" | "v6">(client, { ...versions[version], storage: createMemoryStorage() });
    connection.isCut = true;
    expect(await settle(world, task.start())).toMatchObject({ kind: "network-error" });
    connection.isCut = false;
    expect(await settle(world, task.stop())).toBeInstanceOf(Error);
    expect(task.getSnapshot().isActive).toBe(true);
    // As it would come from the app's database.
    const stored = JSON.parse(JSON.stringify(told.at(-1)));
    await settle(world, task.resume(stored));
    // A join may be on its way for a minute; the check after that shows that nothing else came of it.
    await world.fake.advanceAsync(120_000);
    expect(task.getSnapshot()).toMatchObject({ status: "transcribing", unsettled: null, error: null });
    expect(await settle(world, task.stop())).toMatchObject({ status: "stopped", isActive: false, unsettled: null });
    expect([...world.fake.agents, ...world.fake.tasks].filter(({ live }) => live)).toEqual([]);
  });
});
