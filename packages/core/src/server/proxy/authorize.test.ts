import { describe, expect, test, vi } from "vitest";
import { createTokenProvider, type AgoraHandlerOptions, type AgoraIdentity } from "../../server.ts";
import { record, room } from "../testing/steps.ts";
import { canaries, clientRequest, createWorld, storageConfig } from "../testing/world.ts";

describe("authorize", () => {
  test("sees what a request is about: operation, channel, uid, mode, IDs and body", async () => {
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

  test("can keep a tenant to its channels, modes, uids and folders", async () => {
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

  test.each([
    ["throws a 4xx", () => Promise.reject(Object.assign(new Error("no session of alice"), { status: 401 })), 401],
    ["throws a 4xx of http-errors", () => Promise.reject(Object.assign(new Error("alice"), { statusCode: 403 })), 403],
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

  test.each([{}, { channel: undefined }])("lets nobody list by the filter %j", async (list) => {
    const errors: unknown[] = [];
    const { page, operations } = createWorld({
      authorize: () => ({ subject: "alice", list }),
      onError: (error) => errors.push(error),
    });
    await expect(page("alice").sttAgents.list()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      kind: "proxy-forbidden",
    });
    expect([errors, operations()]).toEqual([[expect.any(TypeError)], []]);
  });

  test("tells onError of a bug, or the console, and answers 500", async () => {
    const errors: unknown[] = [];
    const logged = vi.spyOn(console, "error").mockImplementation((error) => void errors.push(error));
    const broken = new TypeError("Cannot read properties of undefined (reading 'alice')");
    const authorize = () => Promise.reject(broken);
    for (const onError of [undefined, (error: unknown) => void errors.push(error)]) {
      const { page, answers, operations } = createWorld({ authorize, onError });
      const failed = page("alice").recording.acquire(room);
      await expect(failed).rejects.toMatchObject({ kind: "proxy-rejected", status: 500 });
      expect([operations(), answers.join("")]).toEqual([[], expect.not.stringContaining("undefined")]);
    }
    logged.mockRestore();
    expect(errors).toEqual([broken, broken]);
  });
});

describe("prepare", () => {
  test("can choose the recorder's uid, which then holds whatever the page says", async () => {
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

  test("may answer itself, and may fail; nothing is sent then", async () => {
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

  test("refuses what no token can be made for, as the visitor's mistake", async () => {
    const errors: unknown[] = [];
    const tokenFor = createTokenProvider({
      appId: "0123456789abcdef0123456789abcdef",
      appCertificate: canaries.certificate,
    });
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal("reportError", reported);
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const onError of [undefined, (error: unknown) => errors.push(error)]) {
      const { send, operations, fake } = createWorld({
        onError,
        prepare: {
          "recording.acquire": async ({ body }) => {
            await tokenFor(body.cname, Number(body.uid));
            return body;
          },
        },
      });
      const response = await send(`/api/agora/v1/apps/${fake.appId}/cloud_recording/acquire`, {
        json: { cname: "room-1", uid: "a-visitor", clientRequest: {} },
      });
      expect(response.status).toBe(400);
      const { reason } = (await response.json()) as { reason: string };
      expect(reason).toMatch(/^uid must be an integer/);
      expect(reason).not.toMatch(/a-visitor|NaN|got/);
      expect(operations()).toEqual([]);
    }
    expect(errors).toMatchObject([{ kind: "invalid-request" }]);
    expect([reported, logged].map(({ mock }) => mock.calls)).toEqual([[], []]);
    vi.unstubAllGlobals();
    logged.mockRestore();
  });

  test("is what adds the storage: without it a start is refused before anything is sent", async () => {
    const world = createWorld({ prepare: {} });
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    const error: unknown = await page.recording
      .start({ ...lease, mode: "mix", clientRequest })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ kind: "proxy-rejected", status: 400 });
    expect(String(error)).toContain("clientRequest.storageConfig is required");
  });

  test("need not add it where pages may", async () => {
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
