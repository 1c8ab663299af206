import type { AgoraOperation, SessionService } from "@agora-edge/core";

/** What goes wrong with a request of the fake. */
export interface DevtoolsFault {
  /** The failure that the service answers with. */
  readonly kind?: "resource-expired" | "builder-token-expired";
  /** The request gets no answer. */
  readonly network?: true;
  /** Whether the service has done what the request asked for. */
  readonly tookEffect?: boolean;
}

/**
 * What the panel brings trouble about with: `createFakeAgora()` of `@agora-edge/msw/fake` fits, as does an object that steers
 * a fake elsewhere. What its methods throw, or reject with, is shown.
 */
export interface DevtoolsFake {
  /** What the next request of this operation comes to. */
  fail(operation: AgoraOperation, fault: DevtoolsFault): unknown;
  /** The recording server dies; another takes over after so many seconds. */
  failover(sid: string, options: { seconds: number }): unknown;
  /** The same for an agent of Speech-to-Text v7. */
  recover(agentId: string, options: { seconds: number }): unknown;
  /** Lets time pass, where the app goes by the fake's clock. */
  advanceAsync?(ms: number): unknown;
}

/** What can be brought about. */
export type Trouble = "expireLease" | "skipLease" | "loseStart" | "loseStop" | "failover";

/** Time without an answer of the server, in seconds: shorter than what a session waits for, 90 s. */
const failoverSeconds = 60;
/** Of a lease, in ms. */
const leaseTime = 300_000;

const operationsOf = {
  recording: { start: "recording.start", stop: "recording.stop", expired: "resource-expired" },
  sttTasks: { start: "sttTasks.start", stop: "sttTasks.stop", expired: "builder-token-expired" },
  sttAgents: { start: "sttAgents.join", stop: "sttAgents.leave", expired: null },
} as const satisfies Record<SessionService, { start: AgoraOperation; stop: AgoraOperation; expired: unknown }>;

/** Does it; undefined where it makes no sense for this session. */
export function troublesOf(
  fake: DevtoolsFake,
  service: SessionService,
  handle: object | null,
): readonly { readonly name: Trouble; readonly bringAbout: (() => unknown) | undefined }[] {
  const { start, stop, expired } = operationsOf[service];
  const lost = { network: true, tookEffect: true } as const;
  const [sid, agentId] = [textIn(handle, "sid"), textIn(handle, "agentId")];
  const away = { seconds: failoverSeconds };
  const failover =
    sid !== undefined
      ? () => fake.failover(sid, away)
      : agentId !== undefined
        ? () => fake.recover(agentId, away)
        : undefined;
  return [
    ...(expired
      ? [
          { name: "expireLease", bringAbout: () => fake.fail(start, { kind: expired }) } as const,
          {
            name: "skipLease",
            bringAbout: fake.advanceAsync ? () => fake.advanceAsync?.(leaseTime) : undefined,
          } as const,
        ]
      : []),
    { name: "loseStart", bringAbout: () => fake.fail(start, lost) },
    { name: "loseStop", bringAbout: () => fake.fail(stop, lost) },
    ...(service === "sttTasks" ? [] : [{ name: "failover", bringAbout: failover } as const]),
  ];
}

function textIn(handle: object | null, name: string): string | undefined {
  const value: unknown = handle === null ? undefined : Reflect.get(handle, name);
  return typeof value === "string" ? value : undefined;
}
