import type { AgoraError } from "../../errors/agora-error.ts";
import type { SessionEffect, Step } from "../../machine/effects.ts";
import type { SessionCommand, SessionEvent } from "../../machine/events.ts";
import { invalidState } from "../../machine/failures.ts";
import { isSameSnapshot, snapshotOf } from "../../machine/snapshot.ts";
import { currentRun } from "../../machine/ledger.ts";
import { isActive, type SessionState, unsettledOf } from "../../machine/state.ts";
import { revive, transition } from "../../machine/transition.ts";
import type { RecordingSessionTarget } from "../../machine/types.ts";
import type { KnownRecordingMode, RecordingMode } from "../../recording/types/mode.ts";
import { systemClock } from "../../runtime/clock.ts";
import { createWaiters } from "../../sessions/waiters.ts";
import { report } from "../http/report.ts";
import { createAlarm } from "./alarm.ts";
import { createFresh, fromText, isWaiting, type Kept, toText } from "./kept.ts";
import type { RecordingSupervisor, RecordingSupervisorOptions } from "./options.ts";
import { createRequests, isSent } from "./requests.ts";
import { keepUp, planOf, standingOf } from "./standing.ts";

type State = SessionState<"recording">;
type Effect = SessionEffect<"recording">;

/**
 * Drives one recording where no process lasts: everything is kept before anything is sent, and an alarm is always set
 * while something is under way, so that whoever comes next goes on from there. One at a time may exist for a recording: a
 * Durable Object is, by its nature.
 */
export function createRecordingSupervisor<Mode extends RecordingMode = KnownRecordingMode>(
  options: RecordingSupervisorOptions<Mode>,
): RecordingSupervisor {
  const { client, memory, clock = systemClock, onError } = options;
  const now = () => clock.now();
  const { appId } = typeof client === "function" ? client("high") : client;
  const fresh = createFresh(appId, options.settings);
  const requests = createRequests(options, now);
  const alarm = createAlarm(memory, now, onError);
  const waiters = createWaiters();
  const work = new Set<Promise<unknown>>();
  let kept: Kept | null = null;
  let shown: ReturnType<typeof snapshotOf<"recording">> | null = null;
  let opened: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

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

  const dispatch = (event: SessionEvent<"recording">) => enqueue(() => react(event));

  async function react(event: SessionEvent<"recording">): Promise<void> {
    if (kept) await carryOut(kept, transition(kept.state, event));
  }

  async function carryOut({ standing, unwanted }: Kept, { state, effects }: Step<"recording">): Promise<void> {
    kept = { state, standing: keepUp(state, standing), unwanted };
    const plan = planOf(state, kept.standing);
    // The alarm first: what is kept without one would wait for ever. One that finds nothing does no harm.
    const isSet = await alarm.set(state, plan.type === "start" ? plan.at : null, isWaiting(state));
    const problem = isSet ? await keep(kept) : notKept();
    for (const effect of effects) run(effect, state, problem);
    publish(state);
    settle(effects);
    if (plan.type === "start" && plan.at <= now()) follow(enqueue(startAgain));
  }

  async function keep(next: Kept): Promise<AgoraError | undefined> {
    try {
      await memory.save(toText(next));
      return undefined;
    } catch (error) {
      return notKept(error);
    }
  }

  const notKept = (cause?: unknown) =>
    invalidState("What is about to happen could not be kept, so it was not sent.", cause);

  function publish(state: State): void {
    const next = snapshotOf(state);
    if (shown && isSameSnapshot(next, shown)) return;
    shown = next;
    try {
      Promise.resolve(options.onSnapshot?.(next)).catch((error: unknown) => report(error, onError));
    } catch (error) {
      report(error, onError);
    }
  }

  /** Whoever waits for a command is told when everything else is done. */
  function settle(effects: readonly Effect[]): void {
    for (const effect of effects) if (effect.type === "settle") waiters.settle(effect.command, effect.error);
  }

  function run(effect: Effect, state: State, problem: AgoraError | undefined): void {
    // What storage holds counts; here that is the state itself.
    if (effect.type === "claim")
      return follow(dispatch({ type: "claimed", now: now(), call: effect.call, runs: null }));
    if (effect.type === "release") return requests.forget();
    // The whole state was kept just now, the record of this effect in it.
    if (effect.type === "store") {
      return follow(dispatch({ type: "stored", now: now(), step: effect.step, error: problem }));
    }
    if (!isSent(effect)) return;
    if (problem && (effect.type === "acquire" || effect.type === "start")) {
      return follow(dispatch({ type: "failed", now: now(), call: effect.call, error: problem }));
    }
    follow(requests.send(effect, currentRun(state)?.intent ?? state.target).then(dispatch));
  }

  async function startAgain(): Promise<void> {
    if (!kept?.standing) return;
    const plan = planOf(kept.state, kept.standing);
    if (plan.type !== "start" || plan.at > now()) return;
    const standing = { ...kept.standing, tries: kept.standing.tries + 1, triedAt: now() };
    await carryOut({ ...kept, standing }, transition(kept.state, { type: "start", now: now(), target: plan.target }));
  }

  async function open(): Promise<void> {
    opened ??= enqueue(async () => {
      kept = fromText(await memory.load(), fresh);
      if (!kept) return;
      shown = snapshotOf(kept.state);
      // Answers that were awaited before an eviction are awaited by nobody now.
      if (isWaiting(kept.state)) await carryOut(kept, revive(kept.state, now()));
    });
    // Storage that failed once may work the next time.
    opened.catch(() => (opened = undefined));
    return opened;
  }

  function present(): ReturnType<typeof snapshotOf<"recording">> {
    if (!kept) throw invalidState("Nothing was ever recorded here.");
    return snapshotOf(kept.state);
  }

  const of = (target: RecordingSessionTarget): Kept =>
    kept ?? { state: fresh(target), standing: null, unwanted: false };

  async function command(name: SessionCommand, act: () => Promise<void>) {
    await open();
    if (name !== "start") present();
    const done = waiters.wait(name, present);
    await enqueue(act);
    return done;
  }

  return {
    start: (order) =>
      command("start", async () => {
        const { cname, uid, mode } = order;
        const { state } = of(order);
        const accepted = isActive(state);
        const next = { state, standing: { ...standingOf(order, now()), accepted }, unwanted: false };
        await carryOut(next, transition(state, { type: "start", now: now(), target: { cname, uid, mode } }));
      }),
    async stop() {
      await open();
      await enqueue(async () => {
        if (kept) await carryOut({ ...kept, standing: null, unwanted: true }, { state: kept.state, effects: [] });
      });
      const { state } = kept ?? {};
      // What may run and cannot be named yet is started once more, which names it, and then stopped.
      const isInDoubt = state !== undefined && unsettledOf(state) !== null;
      if (isInDoubt) await command("start", () => react({ type: "start", now: now() }));
      return command("stop", () => react({ type: "stop", now: now() }));
    },
    async resume(handle) {
      await open();
      await enqueue(async () => {
        const { cname, uid, mode } = handle;
        const { state, standing } = of({ cname, uid, mode });
        const next = { state, standing: isActive(state) ? standing : null, unwanted: false };
        await carryOut(next, transition(state, { type: "resume", now: now(), handle }));
      });
      if (kept?.state.handle?.sid !== handle.sid) throw invalidState("Another recording is looked after here.");
      return present();
    },
    async letGo() {
      await open();
      await enqueue(async () => {
        if (kept?.standing) await carryOut({ ...kept, standing: null }, { state: kept.state, effects: [] });
      });
    },
    async receive(notification) {
      await open();
      await enqueue(async () => {
        if (!kept) return;
        const wasActive = isActive(kept.state);
        await react({ type: "notification", now: now(), notification });
        // It was in doubt when it was to be stopped, and turns out to run.
        if (!wasActive && isActive(kept.state) && kept.unwanted) await react({ type: "stop", now: now() });
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
      return kept && snapshotOf(kept.state);
    },
    async isHeld() {
      await open();
      return kept !== null && (kept.standing !== null || isActive(kept.state) || kept.state.step !== null);
    },
  };
}
