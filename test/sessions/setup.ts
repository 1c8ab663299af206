import {
  basicAuth,
  createAgoraClient,
  createMemoryStorage,
  createRecordingSession,
  type RecordingSessionOptions,
  type Session,
  type SessionSnapshot,
} from "@agora-edge/core";
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

/** A fake, and clients of it as different processes would make them. */
export function createWorld(options: FakeAgoraOptions = {}) {
  const fake = createFakeAgora(options);
  const newClient = () =>
    createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: fake.fetch,
      clock: fake.clock,
      random: () => 0,
    });
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
