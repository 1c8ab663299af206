// What a session does by itself: found out by running one against the fake.
import {
  type AgoraErrorKind,
  type AgoraOperation,
  basicAuth,
  createAgoraClient,
  createRecordingSession,
  createSttTask,
  isAgoraError,
} from "@agora-edge/core";
import { createFakeAgora, type FakeAgora, type FaultOptions } from "@agora-edge/msw/fake";

/** One operation fails so, once or for as long as it is asked: how often it is sent, and what the session shows then. */
export interface Course {
  readonly requests: number;
  /** Between two of them, in seconds. */
  readonly pauses: readonly number[];
  readonly statuses: readonly string[];
  readonly error?: AgoraErrorKind;
}

export interface Behavior {
  readonly operation: AgoraOperation;
  readonly once: Course;
  readonly always: Course;
}

/** Those that a session calls. */
const called = [
  "recording.acquire",
  "recording.start",
  "recording.query",
  "recording.updateLayout",
  "recording.stop",
  "sttAgents.join",
  "sttAgents.get",
  "sttAgents.leave",
] as const satisfies readonly AgoraOperation[];
type Called = (typeof called)[number];

export const isCalled = (operation: AgoraOperation): operation is Called => called.some((one) => one === operation);

interface Session {
  subscribe(listener: () => void): () => void;
  getSnapshot(): { status: string; error: unknown };
  start(): Promise<unknown>;
  stop(): Promise<unknown>;
  change?(): Promise<unknown>;
}

function createSession(fake: FakeAgora, operation: Called): Session {
  const agora = createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(fake.customerId, fake.customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
  });
  if (operation.startsWith("sttAgents")) {
    return createSttTask(agora, {
      version: "v7",
      request: { name: "room-1", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "47091" } },
    });
  }
  const session = createRecordingSession(agora, {
    cname: "room-1",
    uid: "900001",
    mode: "mix",
    clientRequest: {
      storageConfig: { vendor: 1, region: 0, bucket: "recordings", accessKey: "key", secretKey: "secret" },
    },
  });
  return Object.assign(session, { change: () => session.updateLayout({ mixedVideoLayout: 1 }) });
}

const begins: readonly Called[] = ["recording.acquire", "recording.start", "sttAgents.join"];
const ends: readonly Called[] = ["recording.stop", "sttAgents.leave"];

const minutes = 60_000;

async function observe(operation: Called, fault: FaultOptions): Promise<Course> {
  const fake = createFakeAgora({ rateLimit: false });
  fake.channel("room-1").join("1001");
  const session = createSession(fake, operation);
  const statuses: string[] = [];
  const show = () => {
    const { status } = session.getSnapshot();
    if (statuses.at(-1) !== status) statuses.push(status);
  };
  const isBeginning = begins.includes(operation);
  if (!isBeginning) {
    await session.start();
    await fake.advanceAsync(minutes);
  }
  const before = fake.requests.length;
  const handle = fake.fail(operation, fault);
  show();
  const unsubscribe = session.subscribe(show);
  const ignore = () => {};
  if (isBeginning) session.start().catch(ignore);
  else if (ends.includes(operation)) session.stop().catch(ignore);
  else if (operation === "recording.updateLayout") session.change?.().catch(ignore);
  await fake.advanceAsync(5 * minutes);
  unsubscribe();
  handle.cancel();
  const times = fake.requests
    .slice(before)
    .filter((entry) => entry.operation === operation)
    .map(({ at }) => at);
  const { error } = session.getSnapshot();
  return {
    requests: times.length,
    pauses: times.slice(1).map((at, index) => Math.round((at - (times[index] ?? at)) / 1000)),
    statuses,
    ...(isAgoraError(error) ? { error: error.kind } : {}),
  };
}

export async function behaviorOf(kind: NonNullable<FaultOptions["kind"]>, operation: Called): Promise<Behavior> {
  return {
    operation,
    once: await observe(operation, { kind }),
    always: await observe(operation, { kind, times: Infinity }),
  };
}
