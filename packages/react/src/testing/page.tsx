import { basicAuth, createAgoraClient, type AgoraClient, type SessionStorage } from "@agora-edge/core";
import { preloadRecordingSession, preloadSttTask } from "@agora-edge/core/page";
import { createFakeAgora, type FakeAgora, type FakeAgoraOptions } from "@agora-edge/msw/fake";
import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { onTestFinished, vi } from "vitest";
import { AgoraProvider, type UseRecordingSessionOptions } from "../index.ts";

// Reading the files takes real time.
await Promise.all([preloadRecordingSession(), preloadSttTask()]);

/** A page whose client talks to a fake service, on one clock. */
export interface Page {
  readonly fake: FakeAgora;
  readonly agora: AgoraClient;
  /** Timers of the client and of everything above it. */
  readonly timers: ReadonlySet<unknown>;
  readonly Provider: (props: { children?: ReactNode }) => ReactNode;
  /** Moves the clock and lets everything that follows happen. */
  advance(ms?: number): Promise<void>;
  /** How often an operation was asked for. */
  sent(operation: string): number;
  /** Paths of the requests that were sent so that they outlive the page. */
  readonly keptAlive: readonly string[];
  /** A second client of the same page. */
  otherClient(): AgoraClient;
  /** The page sleeps for so many ms: the wall clock goes on, timers do not. */
  sleep(ms: number): void;
}

export const clientRequest = {
  storageConfig: { vendor: 1, region: 0, bucket: "bucket", accessKey: "access-key", secretKey: "secret-key" },
  recordingConfig: { channelType: 1 },
} as const;

/** What a component would write inline: a new object every time. */
export const roomOptions = (
  more: Partial<UseRecordingSessionOptions<"mix">> = {},
): UseRecordingSessionOptions<"mix"> => ({
  cname: "room-1",
  uid: "900001",
  mode: "mix",
  clientRequest: { ...clientRequest },
  ...more,
});

/** Without `act`, which keeps renders back until its end: here they happen when they would in an app. */
export async function asInApps(work: () => Promise<unknown>): Promise<void> {
  const flag = "IS_REACT_ACT_ENVIRONMENT";
  const before: unknown = Reflect.get(globalThis, flag);
  Reflect.set(globalThis, flag, false);
  try {
    await work();
  } finally {
    Reflect.set(globalThis, flag, before);
  }
}

/** Lets promises, and the turn in which components come and go, run to their end. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

export function openPage(options: FakeAgoraOptions = {}): Page {
  const fake = createFakeAgora(options);
  fake.channel("room-1").join("1001");
  const timers = new Set<unknown>();
  const keptAlive: string[] = [];
  let slept = 0;
  const clock = {
    now: () => fake.clock.now() + slept,
    setTimeout(run: () => void, ms: number) {
      const id = fake.clock.setTimeout(() => {
        timers.delete(id);
        run();
      }, ms);
      timers.add(id);
      return id;
    },
    clearTimeout(id: unknown) {
      timers.delete(id);
      fake.clock.clearTimeout(id);
    },
  };
  const otherClient = () =>
    createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      dangerouslyAllowBrowser: true,
      fetch(input, init) {
        if (init?.keepalive || (input instanceof Request && input.keepalive)) {
          keptAlive.push(new URL(input instanceof Request ? input.url : input).pathname);
        }
        return fake.fetch(input, init);
      },
      clock,
      random: () => 0,
    });
  const agora = otherClient();
  return {
    fake,
    agora,
    timers,
    keptAlive,
    Provider: ({ children }) => <AgoraProvider client={agora}>{children}</AgoraProvider>,
    advance: (ms = 0) => asInApps(() => fake.advanceAsync(ms)),
    sent: (operation) => fake.requests.filter((request) => request.operation === operation).length,
    otherClient,
    sleep(ms) {
      slept += ms;
    },
  };
}

/** A storage that stays when pages go, and answers at once or later. */
export function openStorage(
  values = new Map<string, string>(),
  { later = false } = {},
): SessionStorage & { values: Map<string, string> } {
  const access = <T,>(read: () => T): T | Promise<T> => (later ? Promise.resolve().then(read) : read());
  return {
    values,
    ...(later ? {} : { isAsync: false }),
    get: (key) => access(() => values.get(key) ?? null),
    set: (key, value) => access(() => void values.set(key, value)),
    remove: (key) => access(() => void values.delete(key)),
  };
}

/** Fails the test when anything is logged as an error, which is how React complains, or when a rejection is left alone. */
export function expectCalm(): { readonly problems: unknown[] } {
  const problems: unknown[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((...args) => void problems.push(args));
  const note = (reason: unknown) => problems.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => {
    spy.mockRestore();
    process.off("unhandledRejection", note);
  });
  return { problems };
}
