import { describe, expect, test } from "vitest";
import { basicAuth } from "../../auth/basic-auth.ts";
import { tokenAuth } from "../../auth/token-auth.ts";
import { createAgoraClient } from "../../client/agora-client.ts";
import { createAgoraHandler } from "../../server.ts";
import { record, room, settle } from "../testing/steps.ts";
import { canaries, clientRequest, createWorld, origin } from "../testing/world.ts";

describe("a page's client", () => {
  test("records from acquire to stop, and never says where the files go", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const { page, lease, handle } = await record(world);
    expect(lease.grant).toMatch(/^1\.[\w-]+\.[\w-]{43}$/);
    expect(handle.grant).toMatch(/^1\./);
    expect(handle.grant).not.toBe(lease.grant);
    await world.fake.advanceAsync(30_000);
    expect(await page.recording.query(handle)).toMatchObject({ state: "in-progress" });
    await page.recording.updateLayout(handle, { mixedVideoLayout: 1 });
    await page.recording.update(handle, { streamSubscribe: { audioUidList: { subscribeAudioUids: ["1001"] } } });
    expect(await page.recording.stop(handle)).toMatchObject({ upload: "uploaded", files: [{}] });
    expect(world.operations()).toEqual(
      ["acquire", "start", "query", "updateLayout", "update", "stop"].map((name) => `recording.${name}`),
    );
  });

  test("may come through a framework that adds the parameters of its route to the address", async () => {
    const { send, fake } = createWorld();
    const path = "/api/agora/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire";
    const response = await send(`${path}?path=v1&path=apps&uid=1`, {
      user: "alice",
      json: { ...room, clientRequest: {} },
    });
    expect(response.status).toBe(200);
    expect(fake.requests).toMatchObject([{ operation: "recording.acquire", url: expect.not.stringContaining("?") }]);
  });

  test("transcribes with an agent", async () => {
    const world = createWorld({ authorize: () => ({ subject: "alice", list: { channel: "room-1" } }) });
    world.fake.channel("room-1").join("1001");
    const { sttAgents } = world.page("alice");
    const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
    const handle = await sttAgents.join({ name: "room-1", languages: ["en-US"], rtcConfig });
    await world.fake.advanceAsync(6000);
    expect(await sttAgents.get(handle)).toMatchObject({ state: "running" });
    expect(await sttAgents.update(handle, { languages: ["de-DE"] })).toMatchObject({ agentId: handle.agentId });
    const other = createAgoraClient({
      appId: world.fake.appId,
      auth: basicAuth(canaries.customerId, canaries.customerSecret),
      fetch: world.fake.fetch,
    });
    await other.sttAgents.join({
      name: "b",
      languages: ["en-US"],
      rtcConfig: { channelName: "room-2", pubBotUid: "3" },
    });
    const listed: string[] = [];
    for await (const agent of sttAgents.list({ channel: "room-2", limit: 1 })) listed.push(agent.agentId);
    expect(listed).toEqual([handle.agentId]);
    expect(await sttAgents.leave(handle)).toEqual({ agentId: handle.agentId });
  });

  test("transcribes with a builder token", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const { sttTasks } = world.page("alice");
    const lease = await sttTasks.acquire({ instanceId: "room-1" });
    const rtcConfig = { channelName: "room-1", pubBotUid: "900002", subBotUid: "900003" };
    const handle = await sttTasks.start({ ...lease, version: "v6", request: { languages: ["en-US"], rtcConfig } });
    expect([lease.grant, handle.grant]).toEqual([expect.stringMatching(/^1\./), expect.stringMatching(/^1\./)]);
    await world.fake.advanceAsync(6000);
    expect(await sttTasks.query(handle)).toMatchObject({ state: "running" });
    await sttTasks.update(handle, { languages: ["de-DE"] });
    await sttTasks.stop(handle);
    expect(world.operations()).toEqual(
      ["acquire", "start", "query", "update", "stop"].map((name) => `sttTasks.${name}`),
    );
  });

  test("is told that the app refused it, and not that the Customer Secret is wrong", async () => {
    const { page, operations } = createWorld({
      authorize: (request) => new Response(null, { status: request.headers.has("x-user") ? 403 : 401 }),
    });
    await expect(page("alice").recording.acquire(room)).rejects.toMatchObject({
      kind: "proxy-unauthenticated",
      status: 401,
      retry: { policy: "none" },
    });
    const known = page("alice", { headers: { "x-user": "alice" } });
    await expect(known.recording.acquire(room)).rejects.toMatchObject({ kind: "proxy-forbidden", status: 403 });
    expect(operations()).toEqual([]);
  });

  test("hears Agora's own refusals as Agora said them", async () => {
    const { page, fake } = createWorld();
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    const error: unknown = await page("alice")
      .recording.acquire(room)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "invalid-credentials", status: 401, requestId: expect.any(String) });
    expect(fake.requests[0]).toMatchObject({ status: 401 });
  });

  test("does not repeat answers, because the proxy has done so", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { code: 65, times: 3 });
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ kind: "request-not-completed", status: 206, code: 65 });
    expect(world.operations()).toHaveLength(4);
    expect(world.answers).toHaveLength(2);
  });

  test("waits longer for a proxy than for Agora, whose repeats it waits for", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { hang: true, times: 2 });
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ sid: expect.any(String), grant: expect.any(String) });
    expect(world.answers).toHaveLength(2);
  });
});

describe("options that cannot work", () => {
  const client = createAgoraClient({ appId: "app1", auth: basicAuth("id", "secret-value") });
  const right = { client, basePath: "/api/agora", authorize: () => ({ subject: "a" }) };
  test.each([
    ["no client", { client: undefined }, "client"],
    ["a client that is none", { client: { appId: "a" } }, "client"],
    ["a client without auth", { client: createAgoraClient({ appId: "a", baseUrl: "/x" }) }, "client"],
    ["a base path that is an address", { basePath: "https://app.example/api" }, "basePath"],
    ["a base path with a query", { basePath: "/api?x" }, "basePath"],
    ["nobody who authorizes", { authorize: undefined }, "authorize"],
    ["no grant secrets", { grantSecrets: [] }, "grantSecrets"],
    ["a grant secret that is no list", { grantSecrets: "a-secret-value-in-a-text" }, "grantSecrets"],
    ["grant secrets one of which is empty", { grantSecrets: [canaries.grantSecret, ""] }, "grantSecrets[1]"],
    ["a short grant secret", { grantSecrets: ["15-secret-value"] }, "grantSecrets[0]"],
    ["a grant secret that is no text", { grantSecrets: [1234567890123456] }, "grantSecrets[0]"],
    ["grants without an end", { grantLifetime: Infinity }, "grantLifetime"],
    ["grants that are over at once", { grantLifetime: 0 }, "grantLifetime"],
    ["a life of grants that is no number", { grantLifetime: "3600" }, "grantLifetime"],
    ["bodies of any size", { maxBodySize: Number.NaN }, "maxBodySize"],
    ["no bodies", { maxBodySize: -1 }, "maxBodySize"],
    [
      "a token and no grant secrets",
      { client: createAgoraClient({ appId: "a", auth: tokenAuth("007") }) },
      "grantSecrets",
    ],
    ["cookies for everybody", { cors: { origin: "*", credentials: true } }, "cors"],
  ])("%s: refused at creation", (_, wrong, path) => {
    let error: unknown;
    try {
      createAgoraHandler({ ...right, ...(wrong as object) });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ kind: "invalid-config", issues: [{ path }] });
    expect(String(error)).not.toContain("secret-value");
  });

  test.each(["/api/agora", "/api/agora/", "/", ""])("the base path %j works", async (basePath) => {
    const world = createWorld({ basePath });
    const page = world.page("alice", { baseUrl: origin + basePath });
    expect(await page.recording.acquire(room)).toMatchObject({ grant: expect.any(String) });
  });
});
