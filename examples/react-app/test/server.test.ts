import { decodeCaption } from "@agora-edge/core/captions";
import { createRecordingSession, type MixClientRequest, type RecordingHandle } from "@agora-edge/core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createStage, type Stage } from "../stage/create-stage.mjs";
import { type Visitor, visit } from "./visitor.ts";

let stage: Stage;
let visitor: Visitor;

beforeAll(async () => {
  stage = await createStage({ port: 0 });
  visitor = await visit(stage);
});
afterAll(() => stage.close());
beforeEach(() => stage.setSpeed(1));

const channel = { cname: "demo-room", uid: "900001" };
const mix = { clientRequest: { recordingConfig: { channelType: 0 } } } satisfies { clientRequest: MixClientRequest };

/** Lets time pass at the service. */
const pass = (seconds: number) => visitor.control("skip", { ms: seconds * 1000 });

async function record() {
  const resource = await visitor.agora.recording.acquire(channel);
  return visitor.agora.recording.start({ ...resource, mode: "mix", ...mix });
}

/** Ends it and waits until its uid is free again. */
async function end(handle: RecordingHandle) {
  await visitor.agora.recording.stop(handle, { async_stop: true });
  await pass(60);
}

test("a mixed recording lives through the proxy, and its files are there to play", async () => {
  const handle = await record();
  await pass(20);
  expect(await visitor.agora.recording.query(handle)).toMatchObject({ state: "in-progress" });
  const { files } = await visitor.agora.recording.stop(handle, { async_stop: false });
  expect(files).toMatchObject([{ fileName: expect.stringContaining(handle.sid) }]);
  await pass(60);

  const address = `/api/recordings/demo-room/${handle.sid}`;
  const list = await visitor.fetch(`${address}/${files[0]!.fileName}`);
  expect(list.headers.get("content-type")).toMatch(/^application\/vnd\.apple\.mpegurl/);
  const [segment = ""] = /^http.*$/m.exec(await list.text()) ?? [];
  const part = await fetch(segment, { headers: { range: "bytes=0-35" } });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, expect.stringMatching(/^bytes 0-35\//)]);
  // Without its signature the bucket has nothing for anybody.
  expect((await fetch(segment.replace(/X-Amz-Signature=\w+/, ""))).status).toBe(403);

  const { recordings } = await (await visitor.fetch("/api/recordings/demo-room")).json();
  expect(recordings[0]).toMatchObject({ sid: handle.sid, mode: "mix", endedAt: expect.any(Number) });
  // As a stranger sees it: every address needs a user who may use the channel.
  for (const path of [address, "/api/recordings/demo-room", `${address}/master.m3u8`]) {
    expect((await fetch(`${stage.url}${path}`)).status).toBe(401);
    const foreign = { cookie: visitor.cookie, "sec-fetch-site": "cross-site", origin: "https://evil.test" };
    expect((await fetch(`${stage.url}${path}`, { headers: foreign })).status).toBe(403);
    expect((await visitor.fetch(path.replace("demo-room", "their-room"))).status).toBe(403);
  }
  expect((await visitor.fetch("/api/recordings/demo-other/0123")).status).toBe(404);
});

const pageOf = (url: string) =>
  ({
    extensionServiceConfig: {
      extensionServices: [
        {
          serviceName: "web_recorder_service",
          serviceParam: { url, audioProfile: 0, videoWidth: 1280, videoHeight: 720, maxRecordingHour: 1 },
        },
      ],
    },
  }) as const;

test("a page of a known host can be recorded, another one not", async () => {
  const { recording } = visitor.agora;
  const resource = await recording.acquire({ ...channel, clientRequest: { scene: 1 } });
  const start = (url: string) => recording.start({ ...resource, mode: "web", clientRequest: pageOf(url) });
  await expect(start("https://elsewhere.test/")).rejects.toMatchObject({
    kind: "proxy-forbidden",
    reason: "This page may not be recorded.",
  });
  const handle = await start("https://board.example.com/1");
  expect(stage.fake.requests.at(-1)?.body).toEqual({
    ...channel,
    clientRequest: { ...pageOf("https://board.example.com/1"), storageConfig: expect.anything() },
  });
  await end(handle);
});

test("agents of v7 and tasks of v6 come with tokens for their bots", async () => {
  const { sttAgents, sttTasks } = visitor.agora;
  const request = { languages: ["en-US"], maxIdleTime: 60 } as const;
  const agent = await sttAgents.join({
    ...request,
    name: "demo-room",
    rtcConfig: { channelName: "demo-room", pubBotUid: "47091" },
  });
  expect(stage.fake.requests.at(-1)?.body).toMatchObject({
    maxIdleTime: 60,
    rtcConfig: { pubBotToken: expect.any(String) },
  });
  await pass(10);
  expect(await sttAgents.get(agent)).toMatchObject({ state: "running" });
  await sttAgents.leave(agent);

  const lease = await sttTasks.acquire({ instanceId: "demo-room" });
  const task = await sttTasks.start({
    ...lease,
    version: "v6",
    request: {
      ...request,
      rtcConfig: { channelName: "demo-room", subBotUid: "47092", pubBotUid: "47091" },
    },
  });
  expect(stage.fake.requests.at(-1)?.body).toMatchObject({
    rtcConfig: { subBotToken: expect.any(String), pubBotToken: expect.any(String) },
  });
  await pass(10);
  expect(await sttTasks.query(task)).toMatchObject({ state: "running" });
  await sttTasks.stop(task);
});

test("strangers, other channels and other sites are refused", async () => {
  const path = `${stage.url}/api/agora/v1/apps/${stage.fake.appId}/cloud_recording/acquire`;
  const body = JSON.stringify({ ...channel, clientRequest: {} });
  const send = async (headers: Record<string, string>) => {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
    return response.status;
  };
  const { cookie } = visitor;
  expect(await send({})).toBe(401);
  expect(await send({ cookie: "demo_session=me" })).toBe(401);
  expect(await send({ cookie, origin: "https://evil.test", "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await send({ cookie, origin: stage.url })).toBe(200);
  await expect(visitor.agora.recording.acquire({ ...channel, cname: "their-room" })).rejects.toMatchObject({
    kind: "proxy-forbidden",
  });

  const handle = await record();
  const other = await visit(stage);
  await expect(other.agora.recording.stop(handle, { async_stop: true })).rejects.toMatchObject({
    kind: "proxy-forbidden",
  });
  await end(handle);
});

test("a notification reaches the pages that may see the channel, and completes their recording", async () => {
  const socket = visitor.socket("demo-room");
  const refused = [visitor.socket("their-room"), visitor.socket("demo-room", "https://evil.test")];
  await Promise.all([
    new Promise((resolve) => socket.addEventListener("open", resolve)),
    ...refused.map((one) => new Promise((resolve) => one.addEventListener("error", resolve))),
  ]);
  const handle: RecordingHandle = await record();
  const session = createRecordingSession(visitor.agora, { ...channel, mode: "mix", ...mix, monitor: false });
  await session.resume(handle);
  const events: unknown[] = [];
  socket.addEventListener("message", ({ data }) => {
    const event = JSON.parse(String(data));
    events.push(event);
    session.receive(event);
  });
  await pass(20);
  await end(handle);
  await expect.poll(() => session.getSnapshot().upload, { timeout: 10_000 }).toBe("uploaded");
  expect(session.getSnapshot().files).toMatchObject([{ fileName: expect.stringContaining(handle.sid) }]);
  expect(events).toContainEqual({
    name: "uploaded",
    productId: 3,
    eventType: 31,
    noticeId: expect.any(String),
    notifyMs: expect.any(Number),
    payload: expect.objectContaining({ ...channel, sid: handle.sid }),
  });
  session.dispose();
  socket.close();
});

test("what was acquired can run out at the service alone", async () => {
  const { recording, sttTasks } = visitor.agora;
  const old = await recording.acquire(channel);
  const token = await sttTasks.acquire({ instanceId: "demo-late" });
  await visitor.control("expire-leases");
  const start = (resource: typeof old) => recording.start({ ...resource, mode: "mix", ...mix });
  await expect(start(old)).rejects.toMatchObject({ kind: "resource-expired", code: 433 });
  const handle = await start(await recording.acquire(channel));
  await end(handle);

  const rtcConfig = { channelName: "demo-room", subBotUid: "47092", pubBotUid: "47091" };
  const request = { languages: ["en-US"], rtcConfig } as const;
  await expect(sttTasks.start({ ...token, version: "v6", request })).rejects.toMatchObject({
    kind: "builder-token-expired",
  });
  const lease = await sttTasks.acquire({ instanceId: "demo-late" });
  await sttTasks.stop(await sttTasks.start({ ...lease, version: "v6", request }));
});

test("the clock of the fake goes as fast as it is told to", async () => {
  const read = async () => {
    const clock: { now: number; speed: number } = await (await visitor.fetch("/__fake/clock")).json();
    return clock;
  };
  expect((await read()).speed).toBe(1);
  expect(await (await visitor.control("speed", { speed: 60 })).json()).toMatchObject({ speed: 60 });
  const before = { ...(await read()), at: performance.now() };
  await expect.poll(async () => (await read()).now - before.now).toBeGreaterThan(20_000);
  const pace = ((await read()).now - before.now) / (performance.now() - before.at);
  expect(pace).toBeGreaterThan(50);
  expect(pace).toBeLessThan(70);
  expect((await visitor.control("speed", { speed: 0 })).status).toBe(400);
  expect((await visitor.fetch("/__fake/speed", { method: "POST", body: "{}" })).status).toBe(415);
  stage.setSpeed(1);

  // Far ahead of the Worker, and all goes on; further, its tokens would be too old.
  expect((await pass(22 * 3600)).status).toBe(200);
  expect((await pass(3600)).status).toBe(400);
  const handle = await record();
  await pass(20);
  expect(await visitor.agora.recording.query(handle)).toMatchObject({ state: "in-progress" });
  await end(handle);
});

test("captions come as server-sent events, in the languages of the task", async () => {
  const { sttAgents } = visitor.agora;
  expect((await visitor.control("talk", { cname: "demo-room" })).status).toBe(400);
  const agent = await sttAgents.join({
    name: "demo-room",
    languages: ["en-US"],
    rtcConfig: { channelName: "demo-room", pubBotUid: "47091" },
    translateConfig: { languages: [{ source: "en-US", target: ["zh-CN"] }] },
  });
  await pass(10);
  const over = new AbortController();
  const { body } = await fetch(`${stage.url}/__fake/captions?channel=demo-room`, { signal: over.signal });
  const lines = body!.pipeThrough(new TextDecoderStream()).getReader();
  await lines.read();
  expect((await visitor.control("talk", { cname: "demo-room" })).status).toBe(200);
  await pass(30);
  let text = "";
  while (!text.includes("\n\n") || text.split("\n\n").length < 10) text += (await lines.read()).value ?? "";
  over.abort();
  const messages = await Promise.all(
    text.split("\n\n").flatMap((event) => {
      if (!event.startsWith("data: ")) return [];
      const { uid, data }: { uid: string; data: string } = JSON.parse(event.slice(6));
      expect(uid).toBe("47091");
      return decodeCaption(Uint8Array.from(Buffer.from(data, "base64")));
    }),
  );
  expect(messages).toContainEqual(expect.objectContaining({ kind: "transcript", uid: "1001" }));
  expect(messages).toContainEqual(expect.objectContaining({ kind: "translation" }));
  await sttAgents.leave(agent);
});

test("nothing secret was told to anybody", async () => {
  await visitor.fetch("/__fake/requests");
  await visitor.fetch("/@vite/env");
  const all = visitor.told.join("\n");
  expect(all).toContain(stage.fake.appId);
  const secrets = [stage.fake.customerSecret, "fedcba9876543210fedcba9876543210", "demo-secret-key", "demo-access-key"];
  for (const secret of [...secrets, "demo-notification-secret", "007eJx"]) expect(all).not.toContain(secret);
});
