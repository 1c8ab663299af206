import { expectTypeOf, test } from "vitest";
import type {
  AgoraClient,
  ExtensionServiceConfig,
  RecordingHandle,
  RecordingResource,
  RecordingSession,
  RecordingSnapshot,
  SttAgentHandle,
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
