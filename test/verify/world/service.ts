import { aborted, lost, refusal } from "./errors.ts";
import type { Answer, Flight, WorldDraft } from "./draft.ts";
import { isGranted, type ServiceRun } from "./families.ts";
import type { Handle, Intent, SessionEvent, SessionService } from "./machine.ts";

/** A start can be sent with a lease for so long. */
const leaseTime = 300_000;
/** From start until it is seen running. */
const joinTime = 3000;

export const isLive = ({ endedAt }: ServiceRun): boolean => endedAt === null;
const isReachable = (run: ServiceRun, now: number): boolean => run.awayUntil === null || now >= run.awayUntil;

export function changeServiceRun<S extends SessionService>(
  draft: WorldDraft<S>,
  run: ServiceRun,
  change: Partial<ServiceRun>,
): void {
  draft.runs = draft.runs.map((one) => (one.id === run.id ? { ...one, ...change } : one));
}

type Reply<S extends SessionService> = SessionEvent<S>;

function acquire<S extends SessionService>(draft: WorldDraft<S>, call: number, now: number): Reply<S> {
  const key = `lease ${++draft.count}`;
  draft.leases = [...draft.leases, { key, at: draft.now }];
  return { type: "acquired", now, call, lease: draft.setting.family.lease(key, now) };
}

function start<S extends SessionService>(
  draft: WorldDraft<S>,
  flight: Flight<S>,
  now: number,
  isSecond: boolean,
): Reply<S> {
  const { family, namesRun, isProxied } = draft.setting;
  const { call } = flight;
  const intent = flight.intent as Intent<S>;
  if (isProxied && !isGranted(family, flight)) return forbidden(draft, flight, now);
  const key = family.leaseOf(intent);
  const { start: operation } = family.operations;
  const cause = isSecond ? lost(operation, true) : undefined;
  const failed = (error: Parameters<typeof refusal>[1], status: number, run?: ServiceRun): Reply<S> => {
    const handle = run && namesRun ? family.handle({ key: key ?? run.key, id: run.id }, now) : undefined;
    // The client itself takes what its own first attempt has started. Behind a proxy, where it is one call for that.
    if (handle && isSecond) return { type: "started", now, call, handle };
    // Whose a task or a name is, the proxy does not know.
    if (handle && isProxied && family.service !== "recording") Reflect.deleteProperty(handle, "grant");
    const named = handle && family.service !== "recording" ? { runningTask: run?.id ?? "" } : {};
    return {
      type: "failed",
      now,
      call,
      error: refusal(operation, error, status, {
        ...(handle ? { handle, ...named } : {}),
        ...(cause ? { cause } : {}),
      }),
    };
  };
  // A lease is good for one start, whenever it arrives. Without one, what a page sent before it died arrives before what
  // another sends after it, or never.
  if (key === null) draft.strays = draft.strays.filter(({ what }) => what !== "start");
  const same = key === null ? undefined : draft.runs.find((run) => run.key === key);
  if (same) return failed("already-started", family.service === "recording" ? 201 : 409, same);
  const lease = draft.leases.find((one) => one.key === key);
  const twin = draft.runs.find(isLive);
  if (family.service === "sttTasks" && twin) return failed("already-started", 409, twin);
  if (key !== null && (!lease || draft.now - lease.at >= leaseTime)) {
    return failed(family.service === "recording" ? "resource-expired" : "builder-token-expired", 400);
  }
  if (twin) return family.service === "sttAgents" ? failed("conflict", 409, twin) : failed("task-conflict", 400);
  const number = ++draft.count;
  const run: ServiceRun = {
    key: key ?? `agent ${number}`,
    id: `run ${number}`,
    startedAt: draft.now,
    endedAt: null,
    awayUntil: null,
    isShown: false,
    // Who waits for the end of what is being started means this one too, and so does a stop that a page has left in storage.
    isTold:
      draft.tabs.some(({ waiting }) => waiting.includes("stop")) ||
      draft.stored.some(({ handle, endAskedAt }) => handle === null && endAskedAt !== null),
  };
  draft.runs = [...draft.runs, run];
  return { type: "started", now, call, handle: family.handle(run, now) };
}

function forbidden<S extends SessionService>(draft: WorldDraft<S>, { what, call }: Flight<S>, now: number): Reply<S> {
  return { type: "failed", now, call, error: refusal(draft.setting.family.operations[what], "proxy-forbidden", 403) };
}

/** The run that a handle names; an error where the service does not find it. */
function findRun<S extends SessionService>(draft: WorldDraft<S>, handle: Handle<S>): ServiceRun | "gone" | "other" {
  const { family } = draft.setting;
  const { key, id } = idsOf(family.keyOf(handle), handle);
  const named = draft.runs.find((run) => run.id === id);
  const ofKey = key === null ? named : draft.runs.find((run) => run.key === key);
  if (!ofKey) return family.service === "sttTasks" && named ? "other" : "gone";
  if (ofKey !== named) return "other";
  return isLive(ofKey) && isReachable(ofKey, draft.now) ? ofKey : "gone";
}

function idsOf(key: string | null, handle: object): { key: string | null; id: unknown } {
  const fields: Readonly<Record<string, unknown>> = { ...handle };
  return { key, id: fields.sid ?? fields.taskId ?? fields.agentId };
}

function ask<S extends SessionService>(
  draft: WorldDraft<S>,
  flight: Flight<S>,
  now: number,
  isSecond: boolean,
): Reply<S> {
  const { family } = draft.setting;
  const { call, what } = flight;
  const operation = family.operations[what];
  const cause = isSecond ? { cause: lost(operation, true) } : {};
  if (draft.setting.isProxied && !isGranted(family, flight)) return forbidden(draft, flight, now);
  const run = findRun(draft, flight.handle as Handle<S>);
  if (run === "gone") {
    const kind =
      family.service === "recording" ? "task-not-found" : family.service === "sttTasks" ? "task-ended" : "not-found";
    return { type: "failed", now, call, error: refusal(operation, kind, 404, cause) };
  }
  if (run === "other") {
    const kind = family.service === "recording" ? "session-mismatch" : "task-token-mismatch";
    return { type: "failed", now, call, error: refusal(operation, kind, 400, cause) };
  }
  if (what === "query") {
    return { type: "queried", now, call, result: family.running(run, draft.now - run.startedAt >= joinTime) };
  }
  changeServiceRun(draft, run, { endedAt: draft.now });
  return { type: "stopped", now, call, result: family.stopped(run) };
}

function act<S extends SessionService>(
  draft: WorldDraft<S>,
  flight: Flight<S>,
  now: number,
  isSecond = false,
): Reply<S> {
  switch (flight.what) {
    case "acquire":
      return acquire(draft, flight.call, now);
    case "start":
      return start(draft, flight, now, isSecond);
    case "query":
    case "stop":
      return ask(draft, flight, now, isSecond);
  }
}

/**
 * Lets a request come to its end.
 *
 * @param now by the clock of the page that asks
 */
export function answer<S extends SessionService>(
  draft: WorldDraft<S>,
  flight: Flight<S>,
  how: Answer,
  now: number,
): SessionEvent<S> {
  const { what, call } = flight;
  const operation = draft.setting.family.operations[what];
  const failed = (error: ReturnType<typeof lost>): SessionEvent<S> => ({ type: "failed", now, call, error });
  const hasOutcome = what === "start" || what === "stop";
  switch (how) {
    case "works":
    case "slow":
      return act(draft, flight, now);
    case "lost":
      return failed(lost(operation, hasOutcome));
    case "answer lost":
      act(draft, flight, now);
      return failed(lost(operation, hasOutcome));
    case "second answer":
      act(draft, flight, now);
      return act(draft, flight, now, true);
    case "refused":
      return failed(refusal(operation, "non-json-response", 401));
    case "forbidden":
      return failed(refusal(operation, "proxy-forbidden", 403));
    case "rejected":
      return failed(refusal(operation, "proxy-rejected", 400));
    case "no room": {
      if (what !== "query") return act(draft, flight, now);
      const isAwaited = draft.tabs.some(
        ({ waiting, state }) => state.inFlight.query === call && waiting.includes(what),
      );
      const error = refusal(operation, "rate-limited", 429);
      return { type: "deferred", now, call, wait: 30_000, ...(isAwaited ? { error } : {}) };
    }
    case "server error":
      return failed(refusal(operation, "server-error", 503, { outcomeUnknown: hasOutcome }));
    case "spent": {
      if (what !== "start") return act(draft, flight, now);
      const kind = draft.setting.family.service === "recording" ? "resource-expired" : "builder-token-expired";
      return failed(refusal(operation, kind, 400));
    }
  }
}

/** The answer to what the session gave up itself. */
export function givenUp<S extends SessionService>(
  draft: WorldDraft<S>,
  { what, call }: Flight<S>,
  now: number,
): SessionEvent<S> {
  return { type: "failed", now, call, error: aborted(draft.setting.family.operations[what]) };
}
