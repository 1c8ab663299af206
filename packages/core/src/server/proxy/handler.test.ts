import { describe, expect, it, vi } from "vitest";
import { basicAuth } from "../../auth/basic-auth.ts";
import { tokenAuth } from "../../auth/token-auth.ts";
import { createAgoraClient } from "../../client/agora-client.ts";
import { isAgoraError } from "../../errors/agora-error.ts";
import { createAgoraHandler, createGrant, type AgoraHandlerOptions, type AgoraIdentity } from "../../server.ts";
import { canaries, clientRequest, createWorld, origin, storageConfig } from "../testing/world.ts";

const room = { cname: "room-1", uid: "900001" } as const;

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Runs a call to its end. The fake's clock goes in small steps: the platform's crypto takes its time off that clock, which
 * must not run away meanwhile.
 */
async function settle<T>({ fake }: ReturnType<typeof createWorld>, call: Promise<T>) {
  const caught = call.catch((error: unknown) => (isAgoraError(error) ? error : Promise.reject(error)));
  const state = { isDone: false };
  const done = caught.finally(() => (state.isDone = true)).catch(() => {});
  for (let step = 0; step < 500 && !state.isDone; step++) {
    await tick();
    await fake.advanceAsync(250);
  }
  await done;
  return caught;
}

/** Waits off the fake's clock. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn++) await tick();
  expect(condition()).toBe(true);
}

async function record(world: ReturnType<typeof createWorld>, user = "alice", options: Partial<typeof room> = {}) {
  const page = world.page(user);
  const lease = await page.recording.acquire({ ...room, ...options });
  const handle = await page.recording.start({ ...lease, mode: "mix", clientRequest });
  return { page, lease, handle };
}

describe("a page's client", () => {
  it("records from acquire to stop, and never says where the files go", async () => {
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

  it("transcribes with an agent", async () => {
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

  it("transcribes with a builder token", async () => {
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

  it("is told that the app refused it, and not that the Customer Secret is wrong", async () => {
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

  it("hears Agora's own refusals as Agora said them", async () => {
    const { page, fake } = createWorld();
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    const error: unknown = await page("alice")
      .recording.acquire(room)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "invalid-credentials", status: 401, requestId: expect.any(String) });
    expect(fake.requests[0]).toMatchObject({ status: 401 });
  });

  it("does not repeat answers, because the proxy has done so", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { code: 65, times: 3 });
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ kind: "request-not-completed", status: 206, code: 65 });
    expect(world.operations()).toHaveLength(4);
    expect(world.answers).toHaveLength(2);
  });

  it("waits longer for a proxy than for Agora, whose repeats it waits for", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { hang: true, times: 2 });
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ sid: expect.any(String), grant: expect.any(String) });
    expect(world.answers).toHaveLength(2);
  });
});

describe("authorize", () => {
  it("sees what a request is about: operation, channel, uid, mode, IDs and body", async () => {
    const authorize = vi.fn<AgoraHandlerOptions["authorize"]>(() => ({ subject: "alice" }));
    const world = createWorld({ authorize });
    const { page, lease, handle } = await record(world);
    await page.recording.query(handle);
    const { appId } = world.fake;
    const about = { appId, resourceId: lease.resourceId, mode: "mix" };
    expect(authorize.mock.calls.map(([, call]) => call)).toEqual([
      {
        operation: "recording.acquire",
        ...room,
        mode: undefined,
        handle: undefined,
        body: { ...room, clientRequest: {} },
      },
      { operation: "recording.start", ...room, mode: "mix", handle: about, body: { ...room, clientRequest } },
      { operation: "recording.query", ...room, mode: "mix", handle: { ...about, sid: handle.sid }, body: {} },
    ]);
  });

  it("can keep a tenant to its channels, modes, uids and folders", async () => {
    interface Tenant extends AgoraIdentity {
      folder: string;
    }
    const world = createWorld({
      authorize: (request, { cname, uid, mode }): Tenant | Response => {
        const subject = request.headers.get("authorization")?.slice(7) ?? "";
        const isAllowed =
          cname?.startsWith(`${subject}-`) && uid?.startsWith("9000") && (mode === undefined || mode === "mix");
        return isAllowed ? { subject, folder: `tenant${subject}` } : new Response(null, { status: 403 });
      },
      prepare: {
        "recording.start": ({ body, identity }) => ({
          ...body,
          clientRequest: {
            ...body.clientRequest,
            storageConfig: { ...storageConfig, fileNamePrefix: [(identity as Tenant).folder] },
          },
        }),
      },
    });
    const { recording } = world.page("acme");
    const lease = await recording.acquire({ cname: "acme-1", uid: "900001" });
    const refused = { kind: "proxy-forbidden" };
    await expect(recording.acquire({ cname: "other-1", uid: "900001" })).rejects.toMatchObject(refused);
    await expect(recording.acquire({ cname: "acme-1", uid: "7" })).rejects.toMatchObject(refused);
    const individual = { recordingConfig: { channelType: 0, subscribeUidGroup: 0 } } as const;
    const wrongMode = recording.start({ ...lease, mode: "individual", clientRequest: individual });
    await expect(wrongMode).rejects.toMatchObject(refused);
    world.fake.channel("acme-1").join("1");
    const handle = await recording.start({ ...lease, mode: "mix", clientRequest });
    await world.fake.advanceAsync(20_000);
    expect(await recording.query(handle)).toMatchObject({ sid: handle.sid });
    expect(world.fake.requests.find(({ operation }) => operation === "recording.start")).toMatchObject({
      body: { clientRequest: { storageConfig: { fileNamePrefix: ["tenantacme"] } } },
    });
  });

  it.each([
    ["throws", () => Promise.reject(new Error("no session of alice")), 401],
    ["returns nothing", () => undefined, 401],
    ["returns no subject", () => ({}), 401],
    ["returns an empty subject", () => ({ subject: "" }), 401],
    ["throws a Response", () => Promise.reject(new Response("no", { status: 402 })), 402],
    ["returns a Response that looks like a success", () => new Response('{"resourceId":"x"}'), 403],
  ])("lets nobody in when it %s", async (_, authorize, status) => {
    const { send, operations, answers } = createWorld({ authorize: authorize as never });
    const response = await send("/api/agora/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire", {
      json: room,
    });
    expect([response.status, response.headers.get("x-agora-edge-proxy")]).toEqual([status, "1"]);
    expect(operations()).toEqual([]);
    expect(answers.join("")).not.toContain("alice");
  });

  it("tells who asks for it what it threw", async () => {
    const errors: unknown[] = [];
    const broken = new Error("database away");
    const { page } = createWorld({ authorize: () => Promise.reject(broken), onError: (error) => errors.push(error) });
    await expect(page("alice").recording.acquire(room)).rejects.toMatchObject({ kind: "proxy-unauthenticated" });
    expect(errors).toEqual([broken]);
  });
});

describe("prepare", () => {
  it("can choose the recorder's uid, which then holds whatever the page says", async () => {
    const world = createWorld();
    const chosen = createWorld({
      prepare: {
        "recording.acquire": ({ body }) => ({ ...body, uid: "555555" }),
        "recording.start": ({ body }) => ({
          cname: "another-room",
          uid: "1",
          clientRequest: { ...body.clientRequest, storageConfig },
        }),
      },
    });
    for (const [{ fake, page }, uid] of [
      [world, "900001"],
      [chosen, "555555"],
    ] as const) {
      fake.channel("room-1").join("1001");
      const { recording } = page("alice");
      const lease = await recording.acquire(room);
      const handle = await recording.start({ ...lease, mode: "mix", clientRequest });
      expect(fake.recordings).toMatchObject([{ cname: "room-1", uid }]);
      await fake.advanceAsync(20_000);
      await recording.stop({ ...handle, cname: "another-room", uid: "77" });
      expect(fake.recordings).toMatchObject([{ ending: "requested" }]);
    }
  });

  it("may answer itself, and may fail; nothing is sent then", async () => {
    const errors: unknown[] = [];
    const world = createWorld({
      onError: (error) => errors.push(error),
      prepare: {
        "recording.acquire": ({ body }) => {
          if (body.cname === "full") return new Response("quota", { status: 429 });
          if (body.cname === "late") throw new Response(null, { status: 403 });
          if (body.cname === "nothing") return undefined as never;
          throw new Error(`no token: ${canaries.certificate}`);
        },
      },
    });
    const acquire = (cname: string) => world.page("alice").recording.acquire({ ...room, cname });
    await expect(acquire("full")).rejects.toMatchObject({ kind: "proxy-rejected", status: 429 });
    await expect(acquire("late")).rejects.toMatchObject({ kind: "proxy-forbidden", status: 403 });
    await expect(acquire("broken")).rejects.toMatchObject({ kind: "proxy-rejected", status: 500 });
    await expect(acquire("nothing")).rejects.toMatchObject({ kind: "proxy-rejected", status: 500 });
    expect(errors).toHaveLength(2);
    expect(world.operations()).toEqual([]);
    expect(world.answers.join("")).not.toContain(canaries.certificate);
  });

  it("is what adds the storage: without it a start is refused before anything is sent", async () => {
    const world = createWorld({ prepare: {} });
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    const error: unknown = await page.recording
      .start({ ...lease, mode: "mix", clientRequest })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ kind: "proxy-rejected", status: 400 });
    expect(String(error)).toContain("clientRequest.storageConfig is required");
  });

  it("need not add it where pages may", async () => {
    const world = createWorld({ prepare: {}, allowStorageConfig: true });
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    const handle = await page.recording.start({
      ...lease,
      mode: "mix",
      clientRequest: { ...clientRequest, storageConfig },
    });
    expect(handle.sid).toMatch(/./);
  });
});

describe("onHandle", () => {
  it("has the handle, with its grant, before the page has", async () => {
    const order: string[] = [];
    const handles: unknown[] = [];
    const world = createWorld({
      onHandle: async (handle, subject) => {
        await Promise.resolve();
        handles.push({ handle, subject });
        order.push("stored");
      },
    });
    const { handle } = await record(world).finally(() => order.push("answered"));
    expect(order).toEqual(["stored", "answered"]);
    const { startedAt: _, ...facts } = handle;
    expect(handles).toEqual([{ handle: expect.objectContaining(facts), subject: "alice" }]);
  });

  it("may fail: that is reported, and the page can still stop", async () => {
    const errors: unknown[] = [];
    const away = new Error("store away");
    const world = createWorld({ onHandle: () => Promise.reject(away), onError: (error) => errors.push(error) });
    world.fake.channel("room-1").join("1001");
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    await page.recording.stop(handle);
    expect(errors).toEqual([away]);
  });
});

describe("a call whose first attempt was lost", () => {
  it("is a success when a repeat finds that it worked", async () => {
    const stored: object[] = [];
    const world = createWorld({ fake: { repeatedStartNamesSid: true }, onHandle: (handle) => stored.push(handle) });
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ sid: world.fake.recordings[0]?.sid, grant: expect.any(String) });
    expect(stored).toMatchObject([{ sid: world.fake.recordings[0]?.sid }]);
  });

  it("is a success too when it is the page that heard nothing, and sends again", async () => {
    const stored: object[] = [];
    const world = createWorld({ fake: { repeatedStartNamesSid: true }, onHandle: (handle) => stored.push(handle) });
    const lost = { once: true };
    const page = world.page("alice", {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = await world.handler(request);
        if (!request.url.endsWith("/start") || !lost.once) return response;
        lost.once = false;
        throw new TypeError("the tunnel ate it");
      },
    });
    const lease = await page.recording.acquire(room);
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ sid: world.fake.recordings[0]?.sid, grant: expect.any(String) });
    expect(handle).not.toMatchObject({ grant: lease.grant });
    expect(world.fake.recordings).toHaveLength(1);
    expect(stored).toHaveLength(2);
  });

  it("stays in doubt for the page when the service never names what runs", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ kind: "already-started", status: 201 });
    expect(world.fake.recordings).toHaveLength(1);
  });

  it("is in doubt too when its repeat met a refusal that says nothing of the first", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    world.fake.fail("recording.start", { status: 429, times: 9 });
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ status: 504, retry: { outcomeUnknown: true } });
  });

  it.each([
    ["hang", 504],
    ["network", 502],
  ] as const)(
    "and all others (%s) is answered as a gateway would, without the mark of a refusal",
    async (how, status) => {
      const world = createWorld();
      const page = world.page("alice");
      const lease = await page.recording.acquire(room);
      world.fake.fail("recording.start", { [how]: true, times: 9 });
      const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
      expect(error).toMatchObject({ status, retry: { outcomeUnknown: true } });
    },
  );

  it("ends as task-not-found when a lost stop turns out to have worked", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    world.fake.fail("recording.stop", { network: true, tookEffect: true });
    const error = await settle(world, page.recording.stop(handle));
    expect(error).toMatchObject({ kind: "task-not-found", operation: "recording.stop", status: 404 });
  });
});

describe("a visitor who leaves", () => {
  function leaving(world: ReturnType<typeof createWorld>) {
    const controller = new AbortController();
    const waiting: Promise<unknown>[] = [];
    const context = { waitUntil: (work: Promise<unknown>) => void waiting.push(work) };
    const ask = (path: string, body: object | undefined, grant: string | undefined) =>
      world.handler(
        new Request(`${origin}/api/agora/v1/apps/${world.fake.appId}/cloud_recording${path}`, {
          method: body ? "POST" : "GET",
          signal: controller.signal,
          headers: {
            authorization: "Bearer alice",
            "content-type": "application/json",
            ...(grant === undefined ? {} : { "x-agora-edge-grant": grant }),
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
        context,
      );
    return { controller, waiting, ask };
  }

  it("in the middle of a start leaves a stored handle behind", async () => {
    const stored: object[] = [];
    const onRequest = vi.fn<() => void>();
    const world = createWorld({ onHandle: (handle) => stored.push(handle), server: { onRequest } });
    const { resourceId, grant } = await world.page("alice").recording.acquire(room);
    world.fake.fail("recording.start", { delay: 2000 });
    const { controller, waiting, ask } = leaving(world);
    const answer = ask(`/resourceid/${resourceId}/mode/mix/start`, { ...room, clientRequest }, grant);
    await until(() => onRequest.mock.calls.length === 2);
    controller.abort();
    expect((await settle(world, answer)).status).toBe(200);
    expect(waiting).toHaveLength(1);
    await waiting[0];
    expect(stored).toMatchObject([{ sid: world.fake.recordings[0]?.sid }]);
  });

  it("in the middle of a stop has stopped it", async () => {
    const onRequest = vi.fn<() => void>();
    const world = createWorld({ server: { onRequest } });
    world.fake.channel("room-1").join("1001");
    const { handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    world.fake.fail("recording.stop", { delay: 2000 });
    const { controller, ask, waiting } = leaving(world);
    const path = `/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix/stop`;
    const answer = ask(path, { ...room, clientRequest: {} }, handle.grant);
    await until(() => onRequest.mock.calls.length === 3);
    controller.abort();
    expect([(await settle(world, answer)).status, waiting.length]).toEqual([200, 1]);
    expect(world.fake.recordings).toMatchObject([{ ending: "requested" }]);
  });

  it("calls off a query, and has nothing sent afterwards", async () => {
    const onRequest = vi.fn<() => void>();
    const world = createWorld({ server: { onRequest } });
    const { handle } = await record(world);
    const { controller, ask, waiting } = leaving(world);
    world.fake.fail("recording.query", { delay: 5000, times: 9 });
    const path = `/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix`;
    const query = ask(`${path}/query`, undefined, handle.grant);
    await until(() => onRequest.mock.calls.length === 3);
    controller.abort();
    expect((await query).status).toBe(400);
    const stop = await ask(`${path}/stop`, { ...room, clientRequest: {} }, handle.grant);
    expect([stop.status, waiting]).toEqual([400, []]);
    expect(onRequest).toHaveBeenCalledTimes(3);
  });
});

describe("CORS", () => {
  const cors = { origin: ["https://page.example"], credentials: true };
  const preflight = (from: string) => ({
    method: "OPTIONS",
    headers: { origin: from, "access-control-request-method": "POST" },
  });

  it("is off: a preflight is answered and allows nothing", async () => {
    const { send } = createWorld();
    const response = await send("/api/agora/anything", preflight("https://page.example"));
    expect(response.status).toBe(204);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("lets named origins in, with what the client sends and reads", async () => {
    const { send } = createWorld({ cors });
    const response = await send("/api/agora/anything", preflight("https://page.example"));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "https://page.example",
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "content-type, x-agora-edge-grant, authorization",
      "access-control-allow-methods": "GET, POST, PATCH, DELETE",
      "access-control-max-age": "600",
      vary: "origin",
    });
    const refusal = await send("/api/agora/v1", { headers: { origin: "https://page.example" } });
    expect(Object.fromEntries(refusal.headers)).toMatchObject({
      "access-control-allow-origin": "https://page.example",
      "access-control-expose-headers": "x-agora-edge-proxy, x-request-id, retry-after",
    });
  });

  it("lets no other origin in", async () => {
    const { send, operations } = createWorld({ cors });
    const path = "/api/agora/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire";
    for (const from of ["https://page.example.evil.example", "null", "https://PAGE.example", "http://page.example"]) {
      const response = await send(path, { json: room, headers: { origin: from } });
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([403, null]);
      expect((await send(path, preflight(from))).headers.get("access-control-allow-origin")).toBeNull();
    }
    expect(operations()).toEqual([]);
    expect((await send(path, { json: room, headers: { origin } })).status).toBe(200);
  });

  it("can be decided by a function, or be open to all without cookies", async () => {
    const own = createWorld({ cors: { origin: (from) => from.endsWith(".example"), headers: ["x-csrf"], maxAge: 5 } });
    const allowed = await own.send("/api/agora/x", preflight("https://a.example"));
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      "access-control-allow-origin": "https://a.example",
      "access-control-allow-headers": "content-type, x-agora-edge-grant, authorization, x-csrf",
      "access-control-max-age": "5",
    });
    const open = createWorld({ cors: { origin: "*" } });
    const all = await open.send("/api/agora/x", preflight("https://b.test"));
    expect(all.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("grants", () => {
  it("of an older secret are good while it is listed", async () => {
    const before = createWorld({ grantSecrets: ["old-secret"] });
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
    expect(await query(["new-secret", "old-secret"])).toBe("good");
    expect(await query(["new-secret"])).toBe("proxy-forbidden");
  });

  it("run out", async () => {
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

  it("can be made for what the server has started itself", async () => {
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
    for (const wrong of [{}, { appId: "a" }, { sid: "s", resourceId: "r" }]) {
      await expect(createGrant(wrong, { subject: "bob", ...options })).rejects.toMatchObject({
        kind: "invalid-request",
      });
    }
  });

  it("need no secret of their own with basicAuth: one follows from the Customer Secret", async () => {
    const world = createWorld({ grantSecrets: undefined });
    world.fake.channel("room-1").join("1001");
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    expect(await page.recording.query(handle)).toMatchObject({ sid: handle.sid });
  });

  it("go with the name of a running agent only to who started it", async () => {
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

describe("options that cannot work", () => {
  const client = createAgoraClient({ appId: "app1", auth: basicAuth("id", "secret-value") });
  const right = { client, basePath: "/api/agora", authorize: () => ({ subject: "a" }) };
  it.each([
    ["no client", { client: undefined }, "client"],
    ["a client that is none", { client: { appId: "a" } }, "client"],
    ["a client without auth", { client: createAgoraClient({ appId: "a", baseUrl: "/x" }) }, "client"],
    ["a base path that is an address", { basePath: "https://app.example/api" }, "basePath"],
    ["a base path with a query", { basePath: "/api?x" }, "basePath"],
    ["nobody who authorizes", { authorize: undefined }, "authorize"],
    ["no grant secrets", { grantSecrets: [] }, "grantSecrets"],
    ["an empty grant secret", { grantSecrets: ["a", ""] }, "grantSecrets"],
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

  it.each(["/api/agora", "/api/agora/", "/", ""])("the base path %j works", async (basePath) => {
    const world = createWorld({ basePath });
    const page = world.page("alice", { baseUrl: origin + basePath });
    expect(await page.recording.acquire(room)).toMatchObject({ grant: expect.any(String) });
  });
});
