import type { AgoraOperation } from "../../../packages/core/src/errors/operations.ts";
import {
  type Handle,
  type Intent,
  type Lease,
  serviceId,
  type SessionNotification,
  type SessionService,
  type SessionTypes,
  type Target,
} from "./machine.ts";

/** One recording, task or agent of the service. */
export interface ServiceRun {
  /** Resource ID, builder token, or name and number of the agent. */
  readonly key: string;
  /** `sid`, `taskId` or `agentId`. */
  readonly id: string;
  readonly startedAt: number;
  /** Null: it is live, if not always reachable. */
  readonly endedAt: number | null;
  /** Its server was lost: until then nobody answers for it. Null: it never was. */
  readonly awayUntil: number | null;
  /** Some tab has shown it as running. */
  readonly isShown: boolean;
  /** Somebody has said `stop()` since it was started. */
  readonly isTold: boolean;
}

/**
 * Behind the proxy: each lease and handle has a grant of its own. That of a recording's lease is good for what was recorded
 * with it; nothing else is.
 */
export function behindProxy<S extends SessionService>(family: Family<S>): Family<S> {
  return {
    ...family,
    lease: (key, now) => ({ ...family.lease(key, now), grant: `grant of ${key}` }),
    handle: (run, now) => ({ ...family.handle(run, now), grant: grantOf(run.id) }),
  };
}

/** The grant of a run, which the proxy can tell by itself. */
const grantOf = (id: string | undefined): string => `grant of ${id ?? ""}`;

/** Whether the proxy lets a request through. */
export function isGranted<S extends SessionService>(
  family: Family<S>,
  { intent, handle }: { intent: Intent<S> | null; handle: Handle<S> | null },
): boolean {
  const { grant } = { grant: undefined, ...(handle ?? intent) };
  const key = handle ? family.keyOf(handle) : intent && family.leaseOf(intent);
  const isOfLease = grant === `grant of ${key ?? ""}`;
  if (handle === null) return key === null || isOfLease;
  return grant === grantOf(serviceId(handle)) || (family.service === "recording" && isOfLease);
}

export type Request = "acquire" | "start" | "query" | "stop";

/** What differs between the services, as far as a session can tell. */
export interface Family<S extends SessionService> {
  readonly service: S;
  readonly target: Target<S>;
  readonly operations: Readonly<Record<Request, AgoraOperation>>;
  readonly hasLeases: boolean;
  /** For so many ms a 404 can be a failover. */
  readonly failoverTime: number;
  lease(key: string, now: number): Lease<S>;
  /** The lease that a start uses; null: there are none. */
  leaseOf(intent: Intent<S>): string | null;
  handle(run: Pick<ServiceRun, "key" | "id">, now: number): Handle<S>;
  /** The key of a handle; null where the service does not ask for it. */
  keyOf(handle: Handle<S>): string | null;
  running(run: ServiceRun, isUp: boolean): SessionTypes[S]["queried"];
  stopped(run: ServiceRun): SessionTypes[S]["stopped"];
  notification(run: ServiceRun, says: Says): SessionNotification | null;
}

/** What a notification is about. `expiring`: the token of a bot runs out soon. */
export type Says = "started" | "ended" | "expiring";

const appId = "app";
const leaseTime = 300_000;
const channel = { cname: "room", uid: "900001" } as const;
const recordingTarget = { ...channel, mode: "mix" } as const;

export const recording: Family<"recording"> = {
  service: "recording",
  target: recordingTarget,
  operations: {
    acquire: "recording.acquire",
    start: "recording.start",
    query: "recording.query",
    stop: "recording.stop",
  },
  hasLeases: true,
  failoverTime: 90_000,
  lease: (key, now) => ({ ...channel, resourceId: key, acquiredAt: now, expiresAt: now + leaseTime }),
  leaseOf: ({ resourceId }) => resourceId,
  handle: ({ key, id }, now) => ({ ...recordingTarget, appId, resourceId: key, sid: id, startedAt: now }),
  keyOf: ({ resourceId }) => resourceId,
  running: ({ key, id }, isUp) => ({
    ...channel,
    resourceId: key,
    sid: id,
    serverResponse: {},
    state: isUp ? "in-progress" : "starting",
    services: {},
    files: [],
    upload: null,
  }),
  stopped: ({ key, id }) => ({
    ...channel,
    resourceId: key,
    sid: id,
    serverResponse: {},
    state: null,
    files: [],
    upload: "uploaded",
  }),
  notification: ({ id, startedAt, endedAt }, says) => {
    if (says === "expiring") return null;
    const [eventType, sequence, sendts] = says === "started" ? [40, 1, startedAt] : [11, 2, endedAt ?? startedAt];
    return { productId: 3, eventType, payload: { ...channel, sid: id, sequence, sendts } };
  },
};

const task = { instanceId: "room", version: "v6" } as const;

export const sttTasks: Family<"sttTasks"> = {
  service: "sttTasks",
  target: task,
  operations: { acquire: "sttTasks.acquire", start: "sttTasks.start", query: "sttTasks.query", stop: "sttTasks.stop" },
  hasLeases: true,
  failoverTime: 0,
  lease: (key, now) => ({ instanceId: "room", tokenName: key, acquiredAt: now, expiresAt: now + leaseTime }),
  leaseOf: ({ tokenName }) => tokenName,
  handle: ({ key, id }, now) => ({ ...task, appId, tokenName: key, taskId: id, startedAt: now }),
  keyOf: ({ tokenName }) => tokenName,
  running: ({ id }, isUp) => ({ taskId: id, status: "", state: isUp ? "running" : "starting" }),
  stopped: ({ id }) => ({ taskId: id }),
  notification: () => null,
};

export const sttAgents: Family<"sttAgents"> = {
  service: "sttAgents",
  target: { name: "room", version: "v7" },
  operations: { acquire: "sttAgents.join", start: "sttAgents.join", query: "sttAgents.get", stop: "sttAgents.leave" },
  hasLeases: false,
  failoverTime: 0,
  lease: () => {
    throw new TypeError("v7 has no leases.");
  },
  leaseOf: () => null,
  handle: ({ id }, now) => ({ appId, version: "v7", name: "room", agentId: id, startedAt: now }),
  keyOf: () => null,
  running: ({ id }, isUp) => ({ agent_id: id, agentId: id, status: "", state: isUp ? "running" : "starting" }),
  stopped: ({ id }) => ({ agentId: id }),
  notification: ({ id }, says) => ({
    productId: 20,
    eventType: { started: 101, ended: 102, expiring: 104 }[says],
    noticeId: `${id} ${says}`,
    payload: says === "expiring" ? { agent_id: id, name: "room" } : { agent_id: id },
  }),
};
