import { clockOf } from "../../context/parts-of.ts";
import { toAgoraError } from "../../effects/to-agora-error.ts";
import { AgoraAbortError } from "../../errors/abort-error.ts";
import { AgoraError } from "../../errors/agora-error.ts";
import { extra } from "../../locales/en/extra.ts";
import { local } from "../../locales/en/local.ts";
import { idleSnapshot, restoringSnapshot } from "../../machine/idle-snapshot.ts";
import { isSameSnapshot } from "../../machine/same-snapshot.ts";
import type { SessionSnapshot } from "../../machine/snapshot-types.ts";
import type { SessionService, Target } from "../../machine/types.ts";
import { notify } from "../../runtime/notify.ts";
import { checkInterval } from "../check-interval.ts";
import type { SubscribeOptions } from "../observers.ts";
import type { SessionOptions } from "../options.ts";
import type { Session } from "../session-type.ts";
import { pageWake } from "../wake.ts";
import { type Code, loadCode } from "./code.ts";

export interface OnDemandSetup<S extends SessionService, T extends Session<S>> {
  readonly client: object;
  readonly appId: string;
  readonly service: S;
  readonly key: string;
  readonly target: Target<S>;
  readonly options: SessionOptions;
  /** What a session shows that is being started, before its code is there. */
  readonly status: "acquiring" | "starting";
  readonly code: Code<T>;
}

/** A session whose code is on its way, or not needed yet. */
export interface SessionOnDemand<S extends SessionService, T extends Session<S>> {
  readonly session: Session<S>;
  /** Carries a command out, as soon as the code is there. */
  readonly run: <R>(command: (session: T) => Promise<R>) => Promise<R>;
  /** The session, once its code is there. */
  readonly peek: () => T | undefined;
}

function invalidState(detail: string): AgoraError {
  return new AgoraError({ kind: "invalid-state", text: extra["invalid-state"], detail });
}

/** A command that waits for the code. */
interface Waiting<T> {
  readonly carryOut: (session: T) => void;
  readonly fail: (error: AgoraError) => void;
}

interface Listener {
  readonly listener: () => void;
  readonly options: SubscribeOptions | undefined;
  leave?: () => void;
}

/**
 * A session of a page: until there is something to do, it is a few lines that show nothing. With the first command, or with
 * a record in storage, the code of the life cycle is loaded, and from then on everything is handed on to it.
 */
export function createSessionOnDemand<S extends SessionService, T extends Session<S>>(
  setup: OnDemandSetup<S, T>,
): SessionOnDemand<S, T> {
  const { client, appId, service, key, target, options, status, code } = setup;
  const { storage, restore, monitor, wake = pageWake } = options;
  if (monitor) checkInterval(monitor.interval);
  const clock = clockOf(client);
  let session: T | undefined;
  let isLoading = false;
  let isDisposed = false;
  let isNeeded = false;
  let snapshot: SessionSnapshot<S> = idleSnapshot;
  const waiting: Waiting<T>[] = [];
  const listeners = new Set<Listener>();
  let leaveTabs: (() => void) | undefined;
  let stopWaking: (() => void) | undefined;

  function show(next: SessionSnapshot<S>): void {
    if (isSameSnapshot(next, snapshot)) return;
    snapshot = next;
    for (const { listener } of listeners) notify(listener, () => undefined);
  }

  /** What was shown counts, where the session begins with the same: nothing renders for it. */
  let first: SessionSnapshot<S> | undefined;
  function current(): SessionSnapshot<S> {
    const shown = session?.getSnapshot() ?? snapshot;
    return shown === first ? snapshot : shown;
  }

  function begin(created: T): void {
    session = created;
    leaveTabs?.();
    stopWaking?.();
    for (const { carryOut } of waiting.splice(0)) carryOut(session);
    for (const one of listeners) one.leave = session.subscribe(one.listener, one.options);
    const shown = session.getSnapshot();
    if (isSameSnapshot(shown, snapshot)) first = shown;
    else show(shown);
  }

  function failed(error: AgoraError): void {
    const commands = waiting.splice(0);
    show(isNeeded ? { ...restoringSnapshot, error } : { ...idleSnapshot, status: "failed", error });
    for (const { fail } of commands) fail(error);
    // What storage names is taken up as soon as there is a network again.
    if (isNeeded) stopWaking ??= wake.subscribe(open);
  }

  function open(): void {
    if (session || isLoading || isDisposed) return;
    isLoading = true;
    const loaded = (create: () => T) => {
      isLoading = false;
      if (isDisposed) return;
      let created: T;
      try {
        created = create();
      } catch (error) {
        // Of what it shall go on from.
        isNeeded = false;
        return failed(toAgoraError(error, "restore"));
      }
      begin(created);
    };
    const loading = loadCode(code, clock).then(loaded, (error: AgoraError) => {
      isLoading = false;
      failed(error);
    });
    clock.during?.(loading);
  }

  /** Goes on with what storage holds, or with what cannot be known yet. */
  function hydrate(): void {
    isNeeded = true;
    show(restoringSnapshot);
    open();
  }

  /** Whether storage names something, or does not answer at once. */
  function look(): void {
    try {
      if ((storage?.get(key) ?? null) !== null) hydrate();
    } catch {
      hydrate();
    }
  }

  function run<R>(command: (session: T) => Promise<R>, isStart = false): Promise<R> {
    if (session) return command(session);
    if (isDisposed) return Promise.reject(invalidState("The session was disposed of."));
    return new Promise((resolve, reject) => {
      waiting.push({ carryOut: (opened) => void command(opened).then(resolve, reject), fail: reject });
      if (isStart && !isNeeded) show(pending());
      open();
    });
  }

  /** An error that was seen; one that stays comes back with the next try. */
  function forget(): void {
    if (snapshot.error) show(isNeeded ? restoringSnapshot : idleSnapshot);
  }

  /** What a start shows until its code is there. */
  const pending = (): SessionSnapshot<S> =>
    status === "acquiring"
      ? { ...idleSnapshot, status, isPending: true, error: null }
      : { ...idleSnapshot, status, isPending: true, isActive: true, unsettled: null };

  if (restore) hydrate();
  else if (restore !== false) look();

  return {
    run,
    peek: () => session,
    session: {
      key,
      subscribe(listener, subscribed) {
        if (session) return session.subscribe(listener, subscribed);
        const one: Listener = { listener, options: subscribed };
        listeners.add(one);
        leaveTabs ??= storage?.subscribe?.(key, look);
        return () => {
          listeners.delete(one);
          one.leave?.();
          if (session || listeners.size > 0) return;
          leaveTabs?.();
          leaveTabs = undefined;
        };
      },
      getSnapshot: current,
      acquire: () => run((one) => one.acquire(), true),
      start: () => run((one) => one.start(), true),
      whenRunning: () => run((one) => one.whenRunning()),
      stop: () => run((one) => one.stop()),
      query: () => run((one) => one.query()),
      resume: (handle) => run((one) => one.resume(handle)),
      reset() {
        if (session) return session.reset();
        if (snapshot.isPending) throw invalidState("Something is under way; wait for its end first.");
        forget();
      },
      clearError: () => (session ? session.clearError() : forget()),
      receive: (event) => void run(async (one) => one.receive(event)).catch(() => {}),
      isDisposable: () => (session ? session.isDisposable() : !isNeeded && waiting.length === 0),
      isOwn: () => session?.isOwn() ?? true,
      toJSON: () => session?.toJSON() ?? (restore || { version: 2, service, appId, target, runs: [] }),
      dispose() {
        if (session) return session.dispose();
        isDisposed = true;
        leaveTabs?.();
        stopWaking?.();
        const detail = "The session was disposed of before anything was sent.";
        const error = new AgoraAbortError({ kind: "aborted", text: local.aborted, detail });
        for (const { fail } of waiting.splice(0)) fail(error);
      },
    },
  };
}
