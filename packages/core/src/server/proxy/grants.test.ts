import { describe, expect, test } from "vitest";
import { basicAuth } from "../../auth/basic-auth.ts";
import { createAgoraClient } from "../../client/agora-client.ts";
import { isAgoraError } from "../../errors/agora-error.ts";
import { createAgoraHandler, createGrant } from "../../server.ts";
import { record, room, settle } from "../testing/steps.ts";
import { canaries, clientRequest, createWorld } from "../testing/world.ts";

describe("grants", () => {
  test("of an older secret are good while it is listed", async () => {
    const before = createWorld({ grantSecrets: ["the-secret-of-before"] });
    before.fake.channel("room-1").join("1001");
    const { handle } = await record(before);
    const { fake } = before;
    const query = async (grantSecrets: string[]) => {
      const server = createAgoraClient({
        appId: fake.appId,
        auth: basicAuth(fake.customerId, fake.customerSecret),
        fetch: fake.fetch,
        clock: fake.clock,
      });
      const options = { client: server, basePath: "/api/agora", authorize: () => ({ subject: "alice" }) };
      const handler = createAgoraHandler({ ...options, grantSecrets });
      const page = before.page("alice", { fetch: (input, init) => handler(new Request(input, init)) });
      return page.recording.query(handle).then(
        () => "good",
        (error: unknown) => (isAgoraError(error) ? error.kind : error),
      );
    };
    expect(await query(["the-secret-of-today", "the-secret-of-before"])).toBe("good");
    expect(await query(["the-secret-of-today"])).toBe("proxy-forbidden");
  });

  test("run out", async () => {
    const world = createWorld({ grantLifetime: 60 });
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(59_000);
    await expect(page.recording.query(handle)).rejects.toMatchObject({ kind: "task-not-found" });
    await world.fake.advanceAsync(1000);
    await expect(page.recording.query(handle)).rejects.toMatchObject({
      kind: "proxy-forbidden",
      reason: "The grant has expired.",
    });
  });

  test("can be made for what the server has started itself", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const { handle } = await record(world, "robot");
    const { grant: _, ...bare } = handle;
    const options = { grantSecrets: [canaries.grantSecret], now: () => world.fake.now() };
    const grant = await createGrant(bare, { subject: "bob", ...options });
    await world.fake.advanceAsync(20_000);
    const given = { ...bare, grant };
    await expect(world.page("carol").recording.query(given)).rejects.toMatchObject({ kind: "proxy-forbidden" });
    expect(await world.page("bob").recording.query(given)).toMatchObject({ sid: handle.sid });
    const half = { appId: "a", resourceId: "r", mode: "mix" };
    for (const wrong of [{}, { appId: "a" }, { sid: "s", resourceId: "r" }, half, { ...half, sid: 5 }]) {
      await expect(createGrant(wrong, { subject: "bob", ...options })).rejects.toMatchObject({
        kind: "invalid-request",
      });
    }
  });

  test.each([
    ["a text as secrets", { grantSecrets: canaries.grantSecret }, "grantSecrets"],
    ["no secret", { grantSecrets: [] }, "grantSecrets"],
    ["secrets that are missing", { grantSecrets: undefined }, "grantSecrets"],
    ["a short secret", { grantSecrets: ["fifteen-letters"] }, "grantSecrets[0]"],
    ["a life without an end", { lifetime: Infinity }, "lifetime"],
    ["a life that is no number", { lifetime: Number.NaN }, "lifetime"],
    ["a life of nothing", { lifetime: 0 }, "lifetime"],
  ])("cannot be made with %s", async (_, wrong, path) => {
    const handle = { appId: "app1", resourceId: "r", sid: "s", mode: "mix", ...room };
    const options = { subject: "bob", grantSecrets: [canaries.grantSecret], ...(wrong as object) };
    const error: unknown = await createGrant(handle, options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "AgoraValidationError", kind: "invalid-config", issues: [{ path }] });
    expect(String(error)).not.toMatch(/canary|fifteen-letters/);
  });

  test("of a lease are good for what was recorded with it: a lost start comes without a grant", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    const lost = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(lost).toMatchObject({ kind: "already-started" });
    await world.fake.advanceAsync(20_000);
    // Of a notification.
    const sid = world.fake.recordings[0]?.sid ?? "";
    const handle = { ...lease, mode: "mix", sid, startedAt: 0 } as const;
    await expect(world.page("bob").recording.stop(handle)).rejects.toMatchObject({ kind: "proxy-forbidden" });
    expect(await page.recording.query(handle)).toMatchObject({ state: "in-progress" });
    // Changing it can wait for a recording of one's own.
    const change = page.recording.updateLayout(handle, { mixedVideoLayout: 1 });
    await expect(change).rejects.toMatchObject({ kind: "proxy-forbidden" });
    expect(await page.recording.stop(handle)).toMatchObject({ sid });
    expect(world.fake.recordings).toMatchObject([{ live: false }]);
  });

  test("need no secret of their own with basicAuth: one follows from the Customer Secret", async () => {
    const world = createWorld({ grantSecrets: undefined });
    world.fake.channel("room-1").join("1001");
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    expect(await page.recording.query(handle)).toMatchObject({ sid: handle.sid });
  });

  test("go with the name of a running task only to who started it", async () => {
    const stored: unknown[] = [];
    const taken = () =>
      Response.json(
        { message: "The task has been started, current status is STARTED, taskId is alices-task-1" },
        { status: 409 },
      );
    const answers: (() => Response | Promise<Response>)[] = [];
    const world = createWorld({
      onHandle: (handle, subject) => stored.push({ handle, subject }),
      server: { fetch: async () => answers.shift()?.() ?? taken() },
    });
    const { sttTasks } = world.page("mallory");
    answers.push(() => Response.json({ tokenName: "mallorys-token", createTs: 1, instanceId: "room-1" }));
    const lease = await sttTasks.acquire({ instanceId: "room-1" });
    const rtcConfig = { channelName: "room-1", pubBotUid: "900002", subBotUid: "900003" };
    const call = { ...lease, version: "v6", request: { languages: ["en-US"], rtcConfig } } as const;
    const error = await settle(world, sttTasks.start(call));
    expect(error).toMatchObject({ kind: "already-started", status: 409 });
    expect(world.answers.at(-1)).not.toContain("grant");
    expect(stored).toEqual([]);
    // What was lost on the way and is found by its repeat is the visitor's own.
    answers.push(() => Promise.reject(new TypeError("lost")));
    expect(await settle(world, sttTasks.start(call))).toMatchObject({ taskId: "alices-task-1" });
    expect(stored).toMatchObject([{ subject: "mallory", handle: { grant: expect.any(String) } }]);
  });

  test("go with the name of a running agent only to who started it", async () => {
    const world = createWorld({ fake: { sttConflictNamesAgent: true } });
    world.fake.channel("room-1").join("1001");
    const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
    const request = { name: "room-1", languages: ["en-US"], rtcConfig } as const;
    await world.page("alice").sttAgents.join(request);
    const error: unknown = await world
      .page("bob")
      .sttAgents.join(request)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "conflict", status: 409 });
    expect(error).not.toHaveProperty("handle.grant");
    expect(world.answers.at(-1)).not.toContain("grant");
  });
});
