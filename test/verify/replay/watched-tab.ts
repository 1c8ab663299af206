import { runId } from "../../../packages/core/src/machine/identity.ts";
import type { Access, Flight, Tab, World } from "../world/draft.ts";
import {
  joinChanges,
  type LedgerChange,
  machine,
  type SessionCommand,
  type SessionEffect,
  type SessionEvent,
  serviceId,
  type SessionService,
  type SessionState,
  type StoredRun,
} from "../world/machine.ts";

const commands: readonly string[] = ["acquire", "start", "stop", "query"] satisfies SessionCommand[];

const isCommand = (name: string): name is SessionCommand => commands.includes(name);

/** What the promises ask for of a tab whose events were recorded. */
export interface WatchedTab<S extends SessionService> {
  /** Takes in one step; gives the promise that it breaks on its way, if one. */
  step(event: SessionEvent<S>, state: SessionState<S>, effects: readonly SessionEffect<S>[]): string | null;
  /** The tab in a world of its own: what the service knows was not recorded. */
  worldOf(empty: World<S>): World<S>;
}

export function watchTab<S extends SessionService>(first: SessionState<S>): WatchedTab<S> {
  let state = first;
  let flights: readonly Flight<S>[] = [];
  let writes: readonly LedgerChange<S>[] = [];
  let looks = 0;
  let unwritten: LedgerChange<S> | null = null;
  let stored: readonly StoredRun<S>[] = first.runs;
  let waiting: readonly SessionCommand[] = [];
  /** Seen running, and not told to stop since. */
  let shown: readonly string[] = [];

  function hear(event: SessionEvent<S>): void {
    if ("call" in event) flights = flights.filter(({ call }) => call !== event.call);
    if (isCommand(event.type)) waiting = [...waiting, event.type];
    if (event.type === "stop") shown = [];
    if ("runs" in event && event.runs) {
      stored = event.runs;
      if (event.type === "synced") looks = Math.max(0, looks - 1);
      const told = stored.filter(({ endAskedAt }) => endAskedAt !== null).map(({ handle }) => serviceId(handle));
      shown = shown.filter((id) => !told.includes(id));
    }
    if (event.type === "stored") {
      const [write, ...others] = writes;
      writes = others;
      if (!write) return;
      const change = unwritten ? joinChanges(unwritten, write) : write;
      unwritten = event.error === undefined ? null : change;
      if (!unwritten) stored = machine.applyChange(stored, change);
    }
  }

  function carryOut(effect: SessionEffect<S>, now: number): string | null {
    switch (effect.type) {
      case "store":
        writes = [...writes, effect.change];
        return null;
      case "look":
        looks++;
        return null;
      case "settle":
        waiting = waiting.filter((name) => name !== effect.command);
        return null;
      case "claim":
      case "prepare":
      case "acquire":
      case "start":
      case "query":
      case "stop": {
        const what = effect.type === "claim" || effect.type === "prepare" ? "acquire" : effect.type;
        const flight = { what, call: effect.call, intent: null, handle: null, sentAt: now, dueAt: now, reply: null };
        flights = [...flights, flight];
        if (effect.type === "start") {
          const isNoted = stored.some(({ intent }) => intent !== null && runId(intent) === runId(effect.intent));
          return isNoted ? null : "A start left before storage knew of it.";
        }
        const isUnasked = effect.type === "stop" && shown.includes(serviceId(effect.handle) ?? "");
        return isUnasked ? "It was shown as running, and stopped unasked." : null;
      }
      case "release":
      case "abort":
        return null;
    }
  }

  return {
    step(event, next, effects) {
      hear(event);
      const id = serviceId(next.handle);
      const isRunning = next.status === "recording" || next.status === "transcribing";
      const broken = effects.map((effect) => carryOut(effect, event.now)).find((one) => one !== null) ?? null;
      if (isRunning && id !== undefined && !shown.includes(id)) shown = [...shown, id];
      state = next;
      return broken;
    },
    worldOf(empty) {
      const accesses: readonly Access<S>[] = [
        ...writes.map((change) => ({ type: "write", change, step: null }) as const),
        ...Array.from({ length: looks }, () => ({ type: "sync" }) as const),
      ];
      const alarm = state.wakeAt === null ? null : { due: state.wakeAt, at: state.wakeAt };
      const tab: Tab<S> = {
        number: 1,
        state,
        flights,
        accesses,
        unwritten,
        waiting,
        alarm,
        leaseTimer: null,
        claim: null,
        offset: 0,
        isClockSet: false,
        isAgeless: false,
        supervision: null,
        memo: null,
      };
      // One that was disposed of shows nothing any more.
      return { ...empty, tabs: state.disposed ? [] : [tab], stored };
    },
  };
}
