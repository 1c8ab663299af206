import {
  type AgoraClient,
  basicAuth,
  createAgoraClient,
  createMemoryStorage,
  createRecordingSession as createWholeSession,
  createSttTask as createWholeTask,
  type RecordingSessionOptions,
  type Session,
  type SessionSnapshot,
} from "@agora-edge/core";
import { createPageClient, preloadRecordingSession, preloadSttTask } from "@agora-edge/core/page";
import { createAgoraHandler } from "@agora-edge/core/server";
import { describe } from "vitest";
import { recordingOnDemand } from "../../packages/core/src/sessions/on-demand/recording-session.ts";
import { sttTaskOnDemand } from "../../packages/core/src/sessions/on-demand/stt-task.ts";
import { makeCryptoInstant } from "./instant-crypto.ts";
import { createFakeAgora, type FakeAgora, type FakeAgoraOptions } from "@agora-edge/msw/fake";

export const clientRequest = {
  token: "rtc-token-secret",
  storageConfig: {
    vendor: 1,
    region: 0,
    bucket: "bucket",
    accessKey: "access-key-secret",
    secretKey: "secret-key-secret",
  },
  recordingConfig: { channelType: 1 },
} as const;

/** The project `pages` runs the same tests once more, through page client and proxy. */
export const isPage = process.env.SESSIONS_OF === "page";

// Reading the files takes real time, once.
await Promise.all([preloadRecordingSession(), preloadSttTask()]);

/** In a page as if the code had not been loaded yet, every time anew. */
export const createSttTask = isPage ? sttTaskOnDemand : createWholeTask;
const createRecordingSession = isPage ? recordingOnDemand : createWholeSession;

/** For what a proxy does not let pages do: send what is not documented, or take over what somebody else has started. */
export const describeDirect: (name: string, tests: () => void) => void = isPage ? () => {} : describe;

/** Pages behind a proxy: every session below then goes through the page client and the proxy. */
function createPages(fake: FakeAgora, client: AgoraClient): () => AgoraClient {
  makeCryptoInstant();
  const handler = createAgoraHandler({
    client,
    basePath: "/api/agora",
    authorize: () => ({ subject: "tester" }),
    allowStorageConfig: true,
    callsPerSubject: 1000,
    grantSecrets: ["a secret of the tests' grants"],
  });
  const { channels } = client;
  const notificationAddresses = () => client.recording.notificationAddresses();
  return () => {
    const page = createPageClient({
      appId: fake.appId,
      baseUrl: "https://app.example/api/agora",
      fetch: (input, init) => handler(new Request(input, init)),
      clock: fake.clock,
      random: () => 0,
    });
    // The very object that was made: sessions know its clock by it.
    return Object.assign(page, { channels, recording: Object.assign(page.recording, { notificationAddresses }) });
  };
}

/** A fake, and clients of it as different processes would make them. */
export function createWorld(options: FakeAgoraOptions = {}) {
  const fake = createFakeAgora(options);
  const newDirectClient = () =>
    createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: fake.fetch,
      clock: fake.clock,
      random: () => 0,
    });
  const newClient = isPage ? createPages(fake, newDirectClient()) : newDirectClient;
  const agora = newClient();
  const storage = createMemoryStorage();
  const newSession = (own: Partial<RecordingSessionOptions<"mix">> = {}, client = agora) =>
    createRecordingSession(client, {
      cname: "room-1",
      uid: "900001",
      mode: "mix",
      clientRequest,
      storage,
      ...own,
    });
  return { fake, agora, newClient, newSession, storage };
}

/** Lets a command run on the fake's time, and gives its result or what it threw. */
export async function settle<T>(fake: FakeAgora, command: Promise<T>, ms = 0): Promise<T | Error> {
  const caught = command.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  await fake.advanceAsync(ms);
  return caught;
}

/** Everything that a session showed, in order. */
export function watch(
  session: Pick<Session, "subscribe"> & { getSnapshot(): Pick<SessionSnapshot, "status"> },
): string[] {
  const seen: string[] = [];
  session.subscribe(() => {
    const { status } = session.getSnapshot();
    if (seen.at(-1) !== status) seen.push(status);
  });
  return seen;
}

/** How often an operation was asked for. */
export function count(fake: FakeAgora, operation: string): number {
  return fake.requests.filter((request) => request.operation === operation).length;
}

export function liveRecordings(fake: FakeAgora): number {
  return fake.recordings.filter((recording) => recording.live).length;
}
