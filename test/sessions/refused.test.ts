import {
  basicAuth,
  createAgoraClient,
  createRecordingSession,
  createSttTask,
  type RecordingSession,
  type SessionSnapshot,
  type SttTask,
} from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { clientRequest, count, createWorld, liveRecordings, settle } from "./setup.ts";

type Refusal = (request: Request) => Response | null;

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

const page = (status: number) =>
  new Response("<html>Sign in</html>", { status, headers: { "content-type": "text/html" } });

/** Who can refuse a question about something that runs, and how. */
const refusals: Readonly<Record<string, () => Response>> = {
  "the proxy's 401": () => json(401, { message: "Sign in." }, { "x-agora-edge-proxy": "1" }),
  "the proxy's 403": () => json(403, { message: "Not yours." }, { "x-agora-edge-proxy": "1" }),
  "the proxy's 500": () => json(500, { message: "A bug in authorize." }, { "x-agora-edge-proxy": "1" }),
  "the app's own 400": () => json(400, { error: "csrf token is missing" }, { "x-agora-edge-proxy": "1" }),
  "Agora's 401": () => json(401, { message: "Invalid authentication credentials" }),
  "Agora's 400": () => json(400, { code: 2, reason: "bad request" }),
  "a login page with 401": () => page(401),
  "a page of a gateway with 403": () => page(403),
  "a login page with 200": () => page(200),
  "a 401 without a body": () => new Response(null, { status: 401 }),
  "the app's own 404, as a page": () => page(404),
  "the app's own 404, without a word of the service": () => json(404, { error: "Not Found" }),
  "the 404 of an API gateway": () => json(404, { message: "Not Found" }),
  "the 404 of a framework that names the address": () =>
    json(404, { message: "Route GET:/api/agora/v1/tasks not found", error: "Not Found", statusCode: 404 }),
  "the 404 of a framework with a detail": () => json(404, { detail: "Not Found" }),
  "the 404 of a router": () => json(404, { message: "Cannot GET /api/agora/agents", error: "Not Found" }),
};

/** A service whose answers can be refused on the way, for as long as `refuse` says. */
function guarded(refuse: { by: Refusal | null } = { by: null }) {
  const world = createWorld();
  const { fake } = world;
  fake.channel("room-1").join("1001");
  const client = () =>
    createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        return refuse.by?.(request) ?? fake.fetch(request);
      },
      clock: fake.clock,
      random: () => 0,
    });
  const recording = () =>
    createRecordingSession(client(), {
      cname: "room-1",
      uid: "900001",
      mode: "mix",
      clientRequest,
      storage: world.storage,
    });
  return { ...world, refuse, client, recording };
}

const isQuery = ({ method }: Request) => method === "GET";

describe.each(Object.entries(refusals))("%s", (_, answer) => {
  const always: Refusal = () => answer();

  test("for 100 s after a reload never stops a recording that is well", async () => {
    const { fake, storage, recording, refuse } = guarded();
    const before = recording();
    await settle(fake, before.start(), 20_000);
    expect(before.getSnapshot().status).toBe("recording");
    const { sid } = fake.recordings[0] ?? {};
    before.dispose();

    refuse.by = always;
    const page = recording();
    await fake.advanceAsync(100_000);
    expect(page.getSnapshot()).toMatchObject({ isActive: true, handle: { sid }, error: { kind: expect.any(String) } });
    expect(await storage.get(page.key)).toContain(sid);

    refuse.by = null;
    await fake.advanceAsync(120_000);
    expect(page.getSnapshot()).toMatchObject({ status: "recording", handle: { sid }, error: null });
    await fake.advanceAsync(600_000);
    expect([count(fake, "recording.stop"), liveRecordings(fake)]).toEqual([0, 1]);
  });

  test("from the start to the first confirmation leaves a recording that shows itself later", async () => {
    const { fake, recording, refuse } = guarded();
    const session = recording();
    await settle(fake, session.start());
    refuse.by = always;
    expect(await settle(fake, session.whenRunning(), 100_000)).toBeInstanceOf(Error);
    expect(session.getSnapshot()).toMatchObject({ status: "starting", isActive: true });
    refuse.by = null;
    await fake.advanceAsync(120_000);
    expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
    expect([count(fake, "recording.stop"), liveRecordings(fake)]).toEqual([0, 1]);
  });

  test("to a page that resumes a handle and may not ask leaves it with the error, and nothing is stopped", async () => {
    const { fake, recording, client, refuse } = guarded();
    const owner = recording();
    const handle = await settle(fake, owner.start(), 20_000);
    if (handle instanceof Error) throw handle;
    owner.dispose();
    refuse.by = (request) => (isQuery(request) ? answer() : null);
    const viewer = createRecordingSession(client(), { cname: "room-1", uid: "900001", mode: "mix", clientRequest });
    await settle(fake, viewer.resume(handle), 600_000);
    expect(viewer.getSnapshot()).toMatchObject({ handle, isActive: true, error: { kind: expect.any(String) } });
    expect([count(fake, "recording.stop"), liveRecordings(fake)]).toEqual([0, 1]);
  });

  test("to a viewer of a shared storage does not make the owner's next page stop it", async () => {
    const { fake, recording, refuse } = guarded();
    const owner = recording();
    await settle(fake, owner.start());
    owner.dispose();
    refuse.by = always;
    const viewer = recording();
    await fake.advanceAsync(600_000);
    viewer.dispose();
    refuse.by = null;
    const next = recording();
    await fake.advanceAsync(600_000);
    expect(next.getSnapshot().status).toBe("recording");
    expect([count(fake, "recording.stop"), liveRecordings(fake)]).toEqual([0, 1]);
  });

  test.each(["v7", "v6"] as const)("never ends a %s transcription that nobody stopped", async (version) => {
    const { fake, client, storage, refuse } = guarded();
    const rtcConfig = { channelName: "room-1", pubBotUid: "47091", subBotUid: "47092" };
    const request = { name: "room-1", languages: ["en-US"], rtcConfig };
    const task = (): SttTask =>
      version === "v7"
        ? createSttTask(client(), { version, request, storage })
        : createSttTask(client(), { version, request: { languages: ["en-US"], rtcConfig }, storage });
    const before = task();
    await settle(fake, before.start(), 20_000);
    before.dispose();
    refuse.by = always;
    const page = task();
    await fake.advanceAsync(100_000);
    expect(page.getSnapshot()).toMatchObject({ isActive: true, error: { kind: expect.any(String) } });
    refuse.by = null;
    await fake.advanceAsync(120_000);
    expect(page.getSnapshot()).toMatchObject({ status: "transcribing", error: null });
    expect(count(fake, version === "v7" ? "sttAgents.leave" : "sttTasks.stop")).toBe(0);
  });
});

test("a refusal while it is recovering is shown, and the search goes on", async () => {
  const { fake, recording, refuse } = guarded();
  const session = recording();
  await settle(fake, session.start(), 20_000);
  const { sid } = fake.recordings[0] ?? {};
  fake.failover(String(sid), { seconds: 80 });
  await settle(fake, session.query());
  expect(session.getSnapshot().status).toBe("recovering");
  refuse.by = () => refusals["the proxy's 401"]?.() ?? null;
  await fake.advanceAsync(300_000);
  expect(session.getSnapshot()).toMatchObject({ status: "recovering", error: { kind: "proxy-unauthenticated" } });
  refuse.by = null;
  await fake.advanceAsync(120_000);
  expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
});

test("the same refusal at each check is one error and one change of the snapshot", async () => {
  const { fake, recording, refuse } = guarded();
  const session = recording();
  await settle(fake, session.start(), 20_000);
  let request = 0;
  refuse.by = () => json(401, { message: "Sign in." }, { "x-agora-edge-proxy": "1", "x-request-id": `${++request}` });
  const seen: SessionSnapshot["error"][] = [];
  session.subscribe(() => seen.push(session.getSnapshot().error));
  await fake.advanceAsync(1_200_000);
  expect(request).toBeGreaterThan(5);
  expect(seen.map((error) => error?.kind)).toEqual(["proxy-unauthenticated"]);
});

test("what was resumed and never shows itself is not stopped: nobody here started it", async () => {
  const { fake, recording, client, storage } = guarded();
  const owner = recording();
  const handle = await settle(fake, owner.start());
  if (handle instanceof Error) throw handle;
  owner.dispose();
  await storage.remove(owner.key);
  // A gateway in trouble, for longer than a start may take to be confirmed.
  fake.fail("recording.query", { status: 503, times: 12 });
  const viewer: RecordingSession = createRecordingSession(client(), {
    cname: "room-1",
    uid: "900001",
    mode: "mix",
    clientRequest,
    storage,
  });
  await settle(fake, viewer.resume(handle), 150_000);
  expect(viewer.getSnapshot()).toMatchObject({ handle, isActive: true });
  viewer.dispose();
  const next = recording();
  await fake.advanceAsync(900_000);
  expect(next.getSnapshot().status).toBe("recording");
  expect([count(fake, "recording.stop"), liveRecordings(fake)]).toEqual([0, 1]);
});

test.each(["recording", "v7", "v6"] as const)("a stop of %s that a router does not know ends nothing", async (kind) => {
  const { fake, recording, client, storage, refuse } = guarded();
  const rtcConfig = { channelName: "room-1", pubBotUid: "47091", subBotUid: "47092" };
  const session: Pick<RecordingSession, "key"> & {
    readonly start: () => Promise<unknown>;
    readonly stop: () => Promise<unknown>;
    readonly getSnapshot: () => SessionSnapshot;
  } =
    kind === "recording"
      ? recording()
      : kind === "v7"
        ? createSttTask(client(), {
            version: kind,
            request: { name: "room-1", languages: ["en-US"], rtcConfig },
            storage,
          })
        : createSttTask(client(), { version: kind, request: { languages: ["en-US"], rtcConfig }, storage });
  await settle(fake, session.start(), 20_000);
  refuse.by = () => json(404, { message: "Not Found" });
  expect(await settle(fake, session.stop(), 60_000)).toMatchObject({ status: 404 });
  expect(session.getSnapshot()).toMatchObject({ isActive: true, error: { status: 404 } });
  expect(await storage.get(session.key)).not.toBeNull();
  refuse.by = null;
  expect(await settle(fake, session.stop(), 20_000)).toMatchObject({ status: "stopped" });
  expect(await storage.get(session.key)).toBeNull();
});
