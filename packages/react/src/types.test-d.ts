import {
  type AgoraClient,
  type AgoraError,
  type ClientWith,
  createRecording,
  createSttAgents,
  type Explanation,
  type RecordingHandle,
  type RecordingSnapshot,
  type SessionEnding,
  type SttAgentHandle,
  type SttSnapshot,
  type SttTaskHandle,
  type UpdateClientRequest,
} from "@agora-edge/core";
import { expectTypeOf, test } from "vitest";
import {
  type AgoraProviderProps,
  useAgoraClient,
  useExplanation,
  useLeaseCountdown,
  useRecordingSession,
  useSessions,
  useSttTask,
} from "./index.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" } as const;
const room = { cname: "room-1", uid: "900001" };
const mix = { ...room, mode: "mix", clientRequest: { storageConfig } } as const;
const page = {
  serviceName: "web_recorder_service",
  errorHandlePolicy: "error_abort",
  serviceParam: {
    url: "https://example.com",
    videoWidth: 1280,
    videoHeight: 720,
    audioProfile: 0,
    maxRecordingHour: 1,
  },
} as const;

test("the mode is inferred, and decides what update takes", () => {
  const recording = useRecordingSession(mix);
  expectTypeOf(recording.updateLayout).parameter(0).not.toBeNever();
  void recording.updateLayout({ mixedVideoLayout: 1 });
  const individual = useRecordingSession({
    ...mix,
    mode: "individual",
    clientRequest: { storageConfig, recordingConfig: { streamTypes: 2, subscribeUidGroup: 0 } },
  });
  expectTypeOf(individual.updateLayout).parameter(0).toBeNever();
  // @ts-expect-error layouts are for composite recordings
  void individual.updateLayout({ mixedVideoLayout: 1 });
});

test("raw is a mode like the others, and any other word is one too", () => {
  const recordingConfig = { channelType: 1 } as const;
  const raw = useRecordingSession({ ...room, mode: "raw", clientRequest: { storageConfig, recordingConfig } });
  expectTypeOf(raw.updateLayout).parameter(0).toBeNever();
  expectTypeOf(raw.update).parameter(0).toEqualTypeOf<UpdateClientRequest<"raw">>();
  // @ts-expect-error raw has no stream mode
  useRecordingSession({ ...room, mode: "raw", clientRequest: { recordingConfig: { streamMode: "standard" } } });
  const other = useRecordingSession({ ...room, mode: "hologram", clientRequest: { storageConfig, hologram: {} } });
  expectTypeOf(other.updateLayout).parameter(0).not.toBeNever();
  // @ts-expect-error a mode is a word
  useRecordingSession({ ...room, mode: 1, clientRequest: { storageConfig } });
});

test("web pages have no token", () => {
  const clientRequest = { extensionServiceConfig: { extensionServices: [page] }, storageConfig } as const;
  const recording = useRecordingSession({ ...room, mode: "web", clientRequest });
  expectTypeOf(recording.updateLayout).parameter(0).toBeNever();
  // @ts-expect-error a page needs none
  useRecordingSession({ ...room, mode: "web", clientRequest: { ...clientRequest, token: "token" } });
});

test("the request may be made when it is needed", () => {
  useRecordingSession({ ...mix, clientRequest: () => ({ storageConfig }) });
  const recording = useRecordingSession({ ...mix, clientRequest: async () => ({ storageConfig, token: "token" }) });
  expectTypeOf(recording.updateLayout).parameter(0).not.toBeNever();
  // @ts-expect-error it has to be one
  useRecordingSession({ ...mix, clientRequest: async () => ({ storage: storageConfig }) });
});

test("the result is the snapshot and the commands, which fit where handlers are wanted", () => {
  const recording = useRecordingSession(mix);
  expectTypeOf(recording.handle).toEqualTypeOf<RecordingHandle | null>();
  expectTypeOf(recording.error).toEqualTypeOf<AgoraError | null>();
  expectTypeOf(recording.lease?.expiresAt).toEqualTypeOf<number | undefined>();
  expectTypeOf(recording.start()).resolves.toEqualTypeOf<RecordingHandle>();
  expectTypeOf(recording.reset()).resolves.toEqualTypeOf<void>();
  expectTypeOf(recording.start).toExtend<() => Promise<RecordingHandle>>();
  expectTypeOf(recording.start).toExtend<(event: MouseEvent) => void>();
  // A linter reads this type: a promise in a place of handlers would be a mistake.
  expectTypeOf(recording.start({} as MouseEvent)).toEqualTypeOf<unknown>();
  // What a test puts in its place.
  expectTypeOf<() => Promise<RecordingHandle>>().toExtend<typeof recording.start>();
  expectTypeOf(useLeaseCountdown(recording.lease)).toEqualTypeOf<number | null>();
  // @ts-expect-error the snapshot is not to be written to
  recording.status = "idle";
});

test("the status says which fields are there, also when they were taken apart", () => {
  const { status, handle, error, ending, lease } = useRecordingSession(mix);
  if (status === "recording") expectTypeOf(handle).toEqualTypeOf<RecordingHandle>();
  if (status === "failed") expectTypeOf(error).toEqualTypeOf<AgoraError>();
  if (status === "stopped") expectTypeOf(ending).toEqualTypeOf<SessionEnding>();
  if (status === "acquired") expectTypeOf(lease.expiresAt).toEqualTypeOf<number>();
  // @ts-expect-error a recording never transcribes
  expectTypeOf(status === "transcribing").toBeBoolean();
});

test("the generation is inferred, and decides request, handle and update", () => {
  const rtcConfig = { channelName: "room-1", pubBotUid: "2000" };
  const stt = useSttTask({ version: "v7", request: { name: "room-1", languages: ["en-US"], rtcConfig } });
  expectTypeOf(stt.handle).toEqualTypeOf<SttAgentHandle | null>();
  expectTypeOf(stt.lease).toEqualTypeOf<null>();
  expectTypeOf(stt.botUids()).toEqualTypeOf<readonly string[]>();
  void stt.update({ languages: ["es-ES"] });
  const task = useSttTask({
    version: "v6",
    request: { languages: ["en-US"], rtcConfig: { ...rtcConfig, subBotUid: "1000" } },
  });
  expectTypeOf(task.handle).toEqualTypeOf<SttTaskHandle | null>();
  expectTypeOf(task.lease?.tokenName).toEqualTypeOf<string | undefined>();
  const twoBots = { ...rtcConfig, subBotUid: "1000" };
  // @ts-expect-error v6 has two bots
  useSttTask({ version: "v6", request: { languages: ["en-US"], rtcConfig } });
  // @ts-expect-error the name is the agent's
  useSttTask({ version: "v6", name: "room-1", request: { languages: ["en-US"], rtcConfig: twoBots } });
});

test("hooks take a client of their service alone", () => {
  const options = { appId: "a", baseUrl: "/api/agora" };
  useRecordingSession({ ...mix, client: createRecording(options) });
  // @ts-expect-error a client of transcriptions does not record
  useRecordingSession({ ...mix, client: createSttAgents(options) });
  expectTypeOf(useAgoraClient(["recording"])).toEqualTypeOf<ClientWith<"recording">>();
  expectTypeOf(useAgoraClient()).toEqualTypeOf<AgoraClient>();
});

test("an error has an explanation, and where there may be none, there may be none", () => {
  const { error, status } = useRecordingSession(mix);
  expectTypeOf(useExplanation(error)).toEqualTypeOf<Explanation | null>();
  expectTypeOf(useExplanation(undefined)).toEqualTypeOf<Explanation | null>();
  if (status === "failed") expectTypeOf(useExplanation(error)).toEqualTypeOf<Explanation>();
  expectTypeOf<AgoraProviderProps["locale"]>().toEqualTypeOf<string | undefined>();
});

test("the service of a listed session says what its snapshot has", () => {
  const [first] = useSessions();
  if (!first) return;
  // A handler that returns nothing that has to be waited for.
  expectTypeOf(first.stop).toExtend<(event: MouseEvent) => void>();
  if (first.service === "recording") {
    expectTypeOf(first.snapshot).toEqualTypeOf<RecordingSnapshot>();
    expectTypeOf(first.stop()).resolves.toEqualTypeOf<RecordingSnapshot>();
  } else {
    expectTypeOf(first.service).toEqualTypeOf<"sttAgents" | "sttTasks">();
    expectTypeOf(first.snapshot).toEqualTypeOf<SttSnapshot>();
  }
  // @ts-expect-error a list is not to be written to
  useSessions().push(first);
});
