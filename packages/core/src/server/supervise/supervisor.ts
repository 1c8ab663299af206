import type { AgoraError } from "../../errors/agora-error.ts";
import { partsOf } from "../../context/parts-of.ts";
import { createDeferreds } from "../../effects/deferreds.ts";
import { createInterpreter } from "../../effects/interpreter.ts";
import type { ServicePort } from "../../effects/service.ts";
import type { RateLimiter } from "../../limiter/rate-limiter.ts";
import type { TransitionResult } from "../../machine/effects.ts";
import type { SessionCommand, SessionEvent } from "../../machine/events.ts";
import { invalidState } from "../../machine/failures.ts";
import { currentRun } from "../../machine/ledger.ts";
import { isSameRun } from "../../machine/identity.ts";
import { isSameSnapshot } from "../../machine/same-snapshot.ts";
import { snapshotOf } from "../../machine/snapshot.ts";
import type { SessionSnapshot } from "../../machine/snapshot-types.ts";
import type { SessionState } from "../../machine/state.ts";
import { isActive, unsettledOf } from "../../machine/activity.ts";
import { revive, transition } from "../../machine/transition.ts";
import type { SessionService, Target } from "../../machine/types.ts";
import type { KnownRecordingMode, RecordingMode } from "../../recording/types/mode.ts";
import { systemClock } from "../../runtime/clock.ts";
import { report } from "../http/report.ts";
import { createAlarm } from "./alarm.ts";
import { desiredStateOf, reconcile, updateDesired } from "./desired-state.ts";
import type { RestartOptionsOf, Supervisor, SupervisorOptions } from "./options.ts";
import { createFresh, fromText, isWaiting, type Persisted, toText } from "./persisted.ts";
import { supervisedService } from "./services.ts";

/**
 * Drives one recording or transcription where no process lasts: everything is persisted before anything is sent, and an
 * alarm is always set while something is under way, so that the next process goes on from there. One at a time may exist for
 * each: a Durable Object is that by its nature.
 */
export function createSupervisor<S extends SessionService, Mode extends RecordingMode = KnownRecordingMode>(
  options: SupervisorOptions<S, Mode>,
): Supervisor<S> {
  const { service, client } = options;
  return supervise(options, supervisedService(service).port(options), partsOf(client).limiter);
}

export function supervise<S extends SessionService>(
  options: SupervisorOptions<S, RecordingMode>,
  port: ServicePort<S>,
  limiter: RateLimiter | undefined,
): Supervisor<S> {
  const { service, client, storage, clock = systemClock, onError } = options;
  const now = () => clock.now();
  const { appId }: { appId: string } = client;
  const own = supervisedService(service);
  const fresh = createFresh(service, appId, options.settings);
  const alarm = createAlarm(storage, now, onError);
  const deferreds = createDeferreds();
  const work = new Set<Promise<unknown>>();
  const settled: (() => void)[] = [];
  let persisted: Persisted<S> | null = null;
  /** Why what is happening could not be persisted. */
  let problem: AgoraError | undefined;
  let shown: SessionSnapshot<S> | null = null;
  let opened: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** What could not be persisted is not sent. */
  const ifPersisted = async <T>(send: () => Promise<T>): Promise<T> => {
    if (problem) throw problem;
    return send();
  };

  const { run } = createInterpreter<S>(
    {
      service: {
        ...port,
        acquire: (target, call) => ifPersisted(() => port.acquire(target, call)),
        start: (intent, body, call) => ifPersisted(() => port.start(intent, body, call)),
      },
      // The whole state, with this change, was persisted just now, and no other copy exists.
      storage: {
        read: (done) => done(null),
        readForStart: (done) => done(null),
        write: (_, done) => done(problem),
        flush: (done) => done(),
      },
      lock: (granted) => {
        granted();
        return () => {};
      },
      limiter,
      clock,
      prepare: async () => {
        const { state } = persisted ?? {};
        // A start in doubt is repeated as it was.
        return state && own.prepare(options, own.targetOf(currentRun(state)?.intent ?? state.target));
      },
      bodyName: service === "recording" ? "clientRequest" : "request",
      permitId: () => ["supervisor", appId, service, JSON.stringify(persisted?.state.target)].join(":"),
    },
    {
      dispatch: (event) => follow(dispatch(event)),
      settle: (name, error) => void settled.push(() => deferreds.settle(name, error)),
      isAwaited: (name) => deferreds.isAwaited(name),
      isDisposed: () => false,
      waitUntil: follow,
    },
  );

  /** One after another: what one has led to is safe before the next begins. */
  function enqueue(change: () => Promise<void>): Promise<void> {
    const done = turn.then(change);
    turn = done.catch((error: unknown) => report(error, onError));
    follow(turn);
    return done;
  }

  /** Is waited for by `alarm()`. What fails was reported where it happened. */
  function follow(promise: Promise<unknown>): void {
    const end: Promise<unknown> = promise.then(
      () => work.delete(end),
      () => work.delete(end),
    );
    work.add(end);
  }

  const dispatch = (event: SessionEvent<S>) => enqueue(() => react(event));

  async function react(event: SessionEvent<S>): Promise<void> {
    if (persisted) await carryOut(persisted, transition(persisted.state, event));
  }

  async function carryOut({ desired, unwanted }: Persisted<S>, { state, effects }: TransitionResult<S>): Promise<void> {
    persisted = { state, desired: updateDesired(state, desired), unwanted };
    const action = reconcile(state, persisted.desired);
    // The alarm first: a state that is persisted without an alarm would wait for ever. An alarm that finds nothing to do does no harm.
    const isSet = await alarm.set(state, action.type === "start" ? action.at : null, isWaiting(state));
    problem = isSet ? await persist(persisted) : notPersisted();
    for (const effect of effects) run(effect);
    publish(state);
    // Callers of a command are told when everything else is done.
    for (const tell of settled.splice(0)) tell();
    if (action.type === "start" && action.at <= now()) follow(enqueue(startAgain));
  }

  async function persist(next: Persisted<S>): Promise<AgoraError | undefined> {
    try {
      await storage.save(toText(next));
      return undefined;
    } catch (error) {
      return notPersisted(error);
    }
  }

  const notPersisted = (cause?: unknown) =>
    invalidState("What is about to happen could not be persisted, so it was not sent.", cause);

  function publish(state: SessionState<S>): void {
    const next = snapshotOf(state);
    if (shown && isSameSnapshot(next, shown)) return;
    shown = next;
    try {
      Promise.resolve(options.onSnapshot?.(next)).catch((error: unknown) => report(error, onError));
    } catch (error) {
      report(error, onError);
    }
  }

  async function startAgain(): Promise<void> {
    if (!persisted?.desired) return;
    const action = reconcile(persisted.state, persisted.desired);
    if (action.type !== "start" || action.at > now()) return;
    const desired = { ...persisted.desired, tries: persisted.desired.tries + 1, triedAt: now() };
    const start = { type: "start", now: now(), target: action.target } as const;
    await carryOut({ ...persisted, desired }, transition(persisted.state, start));
  }

  async function open(): Promise<void> {
    opened ??= enqueue(async () => {
      persisted = fromText(await storage.load(), fresh);
      if (!persisted) return;
      shown = snapshotOf(persisted.state);
      // No caller waits any more for answers that were awaited before an eviction.
      if (isWaiting(persisted.state)) await carryOut(persisted, revive(persisted.state, now()));
    });
    // Storage that failed once may work the next time.
    opened.catch(() => (opened = undefined));
    return opened;
  }

  function present(): SessionSnapshot<S> {
    if (!persisted) throw invalidState("Nothing was ever started here.");
    return snapshotOf(persisted.state);
  }

  const of = (target: Target<S>): Persisted<S> => persisted ?? { state: fresh(target), desired: null, unwanted: false };

  async function command(name: SessionCommand, act: () => Promise<void>): Promise<SessionSnapshot<S>> {
    await open();
    if (name !== "start") present();
    const done = deferreds.wait(name, present);
    await enqueue(act);
    return done;
  }

  /** Changes what is desired, and nothing else. */
  const desire = (change: (now: Persisted<S>) => Persisted<S>) =>
    enqueue(async () => {
      if (persisted) await carryOut(change(persisted), { state: persisted.state, effects: [] });
    });

  return {
    start: (order) =>
      command("start", async () => {
        const target = own.targetOf(order);
        const { restart }: { restart?: RestartOptionsOf[S] | undefined } = order;
        const { state } = of(target);
        const desired = { ...desiredStateOf<S>(target, restart, now()), accepted: isActive(state) };
        const next = { state, desired, unwanted: false };
        await carryOut(next, transition(state, { type: "start", now: now(), target }));
      }),
    async stop() {
      await open();
      await desire((one) => ({ ...one, desired: null, unwanted: true }));
      const { state } = persisted ?? {};
      // What may run and cannot be named yet is started once more, which names it, and then stopped.
      const isInDoubt = state !== undefined && unsettledOf(state) !== null;
      if (isInDoubt) await command("start", () => react({ type: "start", now: now() }));
      return command("stop", () => react({ type: "stop", now: now() }));
    },
    async resume(handle) {
      await open();
      await enqueue(async () => {
        const { state, desired } = of(own.targetOf(handle));
        const next = { state, desired: isActive(state) ? desired : null, unwanted: false };
        await carryOut(next, transition(state, { type: "resume", now: now(), handle }));
      });
      if (!isSameRun(persisted?.state.handle ?? null, handle)) {
        throw invalidState("Something else is looked after here.");
      }
      return present();
    },
    async release() {
      await open();
      await desire((one) => ({ ...one, desired: null }));
    },
    async receive(notification) {
      await open();
      await enqueue(async () => {
        if (!persisted) return;
        const wasActive = isActive(persisted.state);
        await react({ type: "notification", now: now(), notification });
        // It was in doubt when it was to be stopped, and turns out to run.
        if (!wasActive && isActive(persisted.state) && persisted.unwanted) await react({ type: "stop", now: now() });
      });
    },
    async alarm() {
      alarm.rang();
      await open();
      await enqueue(async () => {
        // Sets it again, also where it came too early to change anything.
        await react({ type: "tick", now: now(), due: now() });
      });
      while (work.size > 0) await Promise.all(work);
    },
    async snapshot() {
      await open();
      return persisted && snapshotOf(persisted.state);
    },
    async isHeld() {
      await open();
      return (
        persisted !== null && (persisted.desired !== null || isActive(persisted.state) || persisted.state.step !== null)
      );
    },
  };
}
