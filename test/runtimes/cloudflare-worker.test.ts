import { createAgoraClient, createRecordingSession, type RecordingHandle } from "@agora-edge/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { follow } from "../../examples/cloudflare-worker/page/follow.ts";
import { startStage, until, type StageOptions } from "./cloudflare-worker-stage.ts";
import { signedIn } from "./page-socket.ts";

/** What the Worker answers. */
interface Json {
  status: string;
  handle: RecordingHandle;
}

async function start(options?: StageOptions) {
  const stage = await startStage({ speed: 60, rateLimit: false, ...options });
  onTestFinished(() => stage.close());
  const read = async (cname: string): Promise<Json> => (await stage.send(`/recordings/${cname}`)).json();
  return { stage, fake: stage.fake, read };
}
const post = (body: object) => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});
const isRecording = (snapshot: Json) => snapshot.status === "recording";

test("starts, watches and stops a recording, and starts it again with the spare uid when it breaks down", async () => {
  const { stage, fake, read } = await start();
  fake.channel("alice-1").join("1001");
  const answer = await stage.send("/recordings/alice-1", post({ uid: "900001", spareUid: "900002" }));
  expect(await answer.json()).toMatchObject({ status: "starting", handle: { cname: "alice-1", uid: "900001" } });
  const { handle } = await until(() => read("alice-1"), isRecording);
  fake.crash(handle.sid);
  const again = await until(
    () => read("alice-1"),
    (now) => isRecording(now) && now.handle.uid === "900002",
    15_000,
  );
  expect(again.handle.sid).toBe(fake.recordings.find((one) => one.live)?.sid);
  const stopped = await stage.send("/recordings/alice-1", { method: "DELETE" });
  expect(await stopped.json()).toMatchObject({ status: "stopped", ending: "requested" });
  expect(fake.recordings.map((one) => one.live)).toEqual([false, false]);
}, 30_000);

test("looks after what a page has started, and tells the page, which asks nothing by itself", async () => {
  const { stage, fake, read } = await start();
  fake.channel("alice-1").join("1001");
  const sockets: WebSocket[] = [];
  const asked: string[] = [];
  const session = createRecordingSession(
    createAgoraClient({
      appId: fake.appId,
      baseUrl: `${stage.origin}/api/agora`,
      headers: { authorization: "Bearer token-of-alice" },
      fetch: (input, init) => {
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        asked.push(pathname.split("/").at(-1) ?? "");
        return fetch(input, init);
      },
    }),
    {
      cname: "alice-1",
      uid: "900001",
      mode: "mix",
      clientRequest: { recordingConfig: { channelType: 0 } },
      monitor: false,
    },
  );
  onTestFinished(() => session.dispose());
  vi.stubGlobal(
    "WebSocket",
    signedIn(stage.origin, (socket) => sockets.push(socket)),
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const leave = follow(`${stage.origin.replace("http", "ws")}/recordings/alice-1/live`, (push) =>
    session.receive(push),
  );
  onTestFinished(leave);

  const handle = await session.start();
  const running = await session.whenRunning();
  expect(running).toMatchObject({ status: "recording", handle: { sid: handle.sid } });
  expect(await read("alice-1")).toMatchObject({ status: "recording", handle: { sid: handle.sid } });
  // The connection is lost with the runtime, and comes back with it.
  await stage.kill();
  await stage.boot();
  await until(
    () => sockets.length,
    (count) => count > 1,
  );
  fake.crash(handle.sid);
  await until(
    () => session.getSnapshot().ending,
    (ending) => ending === "exited",
    15_000,
  );
  expect(asked).toEqual(["acquire", "start"]);
}, 40_000);

test("a page stops what the Worker has started, with the grant that came with the push", async () => {
  const { stage, fake, read } = await start();
  fake.channel("alice-1").join("1001");
  await stage.send("/recordings/alice-1", post({ uid: "900001", spareUid: "900002" }));
  await until(() => read("alice-1"), isRecording);
  const PageSocket = signedIn(stage.origin);
  const socket = new PageSocket(`${stage.origin.replace("http", "ws")}/recordings/alice-1/live`);
  const pushed = await new Promise<string>((resolve) =>
    socket.addEventListener("message", ({ data }) => resolve(data)),
  );
  socket.close();
  const { recording } = createAgoraClient({
    appId: fake.appId,
    baseUrl: `${stage.origin}/api/agora`,
    headers: { authorization: "Bearer token-of-alice" },
  });
  expect(await recording.stop(JSON.parse(pushed).handle)).toMatchObject({ upload: "uploaded" });
  await until(
    () => read("alice-1"),
    ({ status }) => status === "stopped",
    15_000,
  );
  // It was stopped by somebody who may: no reason to start again.
  expect(fake.recordings).toHaveLength(1);
}, 40_000);

test("has as many recordings as the App ID may have, and room again when one ends", async () => {
  const { stage, fake } = await start({ maxRecordings: 1 });
  for (const cname of ["alice-1", "alice-2"]) fake.channel(cname).join("1001");
  expect((await stage.send("/recordings/alice-1", post({ uid: "900001" }))).status).toBe(200);
  const refused = await stage.send("/recordings/alice-2", post({ uid: "900001" }));
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: { kind: "concurrency-limit" } });
  await stage.send("/recordings/alice-1", { method: "DELETE" });
  expect((await stage.send("/recordings/alice-2", post({ uid: "900001" }))).status).toBe(200);
}, 30_000);

test("lets in nobody who is not signed in, no other user, no other site, no forged notification", async () => {
  const { stage, fake } = await start();
  const at = (path: string, init?: RequestInit) =>
    fetch(new URL(path, stage.origin), init).then(({ status }) => status);
  const bob = { authorization: "Bearer token-of-bob" };
  expect(await at("/recordings/alice-1")).toBe(401);
  expect(await at("/recordings/alice-1", { headers: bob })).toBe(403);
  expect(await at("/recordings/alice-1", { headers: bob, method: "DELETE" })).toBe(403);
  expect(await at("/recordings/alice-1/live", { headers: { authorization: "Bearer token-of-alice" } })).toBe(426);
  const Stranger = signedIn("https://elsewhere.example");
  const stranger = new Stranger(`${stage.origin.replace("http", "ws")}/recordings/alice-1/live`);
  const opened = await new Promise((resolve) => {
    stranger.addEventListener("open", () => resolve(true));
    stranger.addEventListener("error", () => resolve(false));
  });
  expect(opened).toBe(false);
  expect(await at("/agora-events", { method: "POST", body: "{}" })).toBe(401);
  expect(await at("/recordings/../../etc", { headers: bob })).toBe(404);
  expect(fake.requests).toEqual([]);
}, 20_000);
