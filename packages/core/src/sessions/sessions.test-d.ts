import { expectTypeOf, test } from "vitest";
import { createState, snapshotOf } from "../machine.ts";
import type {
  AgoraClient,
  AgoraError,
  ExtensionServiceConfig,
  RecordingHandle,
  RecordingResource,
  RecordingSession,
  RecordingSnapshot,
  SessionEnding,
  SessionPush,
  SttAgentHandle,
  SttSnapshot,
  SttTask,
} from "../index.ts";
import { createRecording, createRecordingSession, createSttAgents, createSttTask, createSttTasks } from "../index.ts";

declare const agora: AgoraClient;
declare const extensionServiceConfig: ExtensionServiceConfig;
const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const target = { cname: "room-1", uid: "900001" } as const;

test("a session can be named without its mode", () => {
  const session: RecordingSession = createRecordingSession(agora, {
    ...target,
    mode: "mix",
    clientRequest: { storageConfig },
  });
  const sessions = new Map<string, RecordingSession>([["room-1", session]]);
  expectTypeOf(sessions.get("room-1")?.getSnapshot()).toEqualTypeOf<RecordingSnapshot | undefined>();
  const request = { name: "a", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "1" } } as const;
  const task: SttTask = createSttTask(agora, { version: "v7", request });
  expectTypeOf(task.key).toBeString();
});

test("commands give what belongs to the service", () => {
  const session = createRecordingSession(agora, { ...target, mode: "mix", clientRequest: () => ({ storageConfig }) });
  expectTypeOf(session.start()).resolves.toEqualTypeOf<RecordingHandle>();
  expectTypeOf(session.acquire()).resolves.toEqualTypeOf<RecordingResource>();
  const request = { name: "a", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "1" } } as const;
  expectTypeOf(createSttTask(agora, { version: "v7", request }).start()).resolves.toEqualTypeOf<SttAgentHandle>();
});

test("a mode has its own requests", () => {
  const web = { ...target, mode: "web" } as const;
  // @ts-expect-error a page has no channel token
  createRecordingSession(agora, { ...web, clientRequest: { storageConfig, token: "t", extensionServiceConfig } });
  const individual = createRecordingSession(agora, {
    ...target,
    mode: "individual",
    clientRequest: { storageConfig, recordingConfig: { channelType: 1, subscribeUidGroup: 0 } },
  });
  // @ts-expect-error only composite recordings have a layout
  void individual.updateLayout({ mixedVideoLayout: 1 });
  const raw = createRecordingSession(agora, { ...target, mode: "raw", clientRequest: { storageConfig } });
  // @ts-expect-error only composite recordings have a layout
  void raw.updateLayout({ mixedVideoLayout: 1 });
  const other = createRecordingSession(agora, { ...target, mode: "hologram", clientRequest: { hologram: {} } });
  void other.updateLayout({ mixedVideoLayout: 1 });
  // Behind a proxy the storage is not the page's business.
  createRecordingSession(agora, { ...target, mode: "mix", clientRequest: {} });
  const later = createRecordingSession(agora, {
    ...target,
    mode: "mix",
    clientRequest: async () => ({}),
    restore: null,
  });
  expectTypeOf(later).toExtend<RecordingSession<"mix">>();
});

test("a session takes a client of its service alone, and no client of another", () => {
  const options = { appId: "a", baseUrl: "/api/agora" };
  const request = { name: "a", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "1" } } as const;
  const older = { languages: ["en-US"], rtcConfig: { ...request.rtcConfig, subBotUid: "2" } } as const;
  const mix = { ...target, mode: "mix", clientRequest: { storageConfig } } as const;
  expectTypeOf(createRecordingSession(createRecording(options), mix)).toEqualTypeOf<RecordingSession<"mix">>();
  expectTypeOf(createSttTask(createSttAgents(options), { version: "v7", request })).toEqualTypeOf<SttTask<"v7">>();
  createSttTask(createSttTasks(options), { version: "v6", request: older });
  // @ts-expect-error a client of transcriptions does not record
  createRecordingSession(createSttAgents(options), mix);
  // @ts-expect-error builder tokens are another service than v7
  createSttTask(createSttTasks(options), { version: "v7", request });
  // @ts-expect-error v7 is another service than builder tokens
  createSttTask(createSttAgents(options), { version: "v6", request: older });
});

test("the status says which fields are there", () => {
  const snapshot = createRecordingSession(agora, { ...target, mode: "mix", clientRequest: {} }).getSnapshot();
  switch (snapshot.status) {
    case "idle":
    case "acquiring":
      expectTypeOf(snapshot.handle).toEqualTypeOf<null>();
      expectTypeOf(snapshot.lease).toEqualTypeOf<null>();
      break;
    case "acquired":
    case "expired":
      expectTypeOf(snapshot.lease.expiresAt).toEqualTypeOf<number>();
      expectTypeOf(snapshot.handle).toEqualTypeOf<null>();
      break;
    case "starting":
      expectTypeOf(snapshot.handle).toEqualTypeOf<RecordingHandle | null>();
      expectTypeOf(snapshot.isPending).toEqualTypeOf<true>();
      break;
    case "recording":
    case "recovering":
    case "stopping":
      expectTypeOf(snapshot.handle).toEqualTypeOf<RecordingHandle>();
      expectTypeOf(snapshot.startedAt).toEqualTypeOf<number>();
      expectTypeOf(snapshot.isActive).toEqualTypeOf<true>();
      expectTypeOf(snapshot.unsettled).toEqualTypeOf<null>();
      break;
    case "stopped":
      expectTypeOf(snapshot.ending).toEqualTypeOf<SessionEnding>();
      expectTypeOf(snapshot.handle).toEqualTypeOf<RecordingHandle>();
      expectTypeOf(snapshot.error).toEqualTypeOf<null>();
      break;
    case "failed":
      expectTypeOf(snapshot.error).toEqualTypeOf<AgoraError>();
      expectTypeOf(snapshot.ending).toEqualTypeOf<null>();
      break;
    default:
      expectTypeOf(snapshot).toBeNever();
  }
});

test("`recording` is no status of a transcription, `transcribing` none of a recording", () => {
  const recording = createRecordingSession(agora, { ...target, mode: "mix", clientRequest: {} }).getSnapshot();
  // @ts-expect-error a recording never transcribes
  expectTypeOf(recording.status === "transcribing").toBeBoolean();
  const request = { name: "a", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "1" } } as const;
  const stt = createSttTask(agora, { version: "v7", request }).getSnapshot();
  // @ts-expect-error a transcription never records
  expectTypeOf(stt.status === "recording").toBeBoolean();
  if (stt.status === "transcribing") expectTypeOf(stt.handle).toEqualTypeOf<SttAgentHandle>();
});

test("a push has a handle where the status says so, and a snapshot is one", () => {
  const session = createRecordingSession(agora, { ...target, mode: "mix", clientRequest: {} });
  expectTypeOf(session.getSnapshot()).toExtend<SessionPush<"recording">>();
  // @ts-expect-error what records has a handle
  session.receive({ status: "recording", handle: null });
  // @ts-expect-error a recording never transcribes
  session.receive({ status: "transcribing", handle: null });
});

test("the machine shows what the session shows", () => {
  const shown = snapshotOf(createState("sttAgents", { appId: "a", target: { name: "n", version: "v7" } }));
  expectTypeOf(shown).toEqualTypeOf<SttSnapshot<"v7">>();
});
