import {
  type Answer,
  draftOf,
  type Fault,
  type Flight,
  type Setting,
  type Tab,
  type TabDraft,
  type World,
  type WorldDraft,
} from "./draft.ts";
import { clockOf, closeTab, command, openTab, perform, send } from "./page.ts";
import type { Family, Request, Says, ServiceRun } from "./families.ts";
import { resetProblem, type SessionEvent, type SessionPush, type SessionService } from "./machine.ts";
import { answer, changeServiceRun, isLive } from "./service.ts";
import { elapse, sleep, wait } from "./time.ts";

/** One thing that happens. Tabs are 0 and 1, runs are numbered from the oldest that the service remembers. */
export type Move =
  | { readonly do: "acquire" | "start" | "stop" | "query" | "reset"; readonly tab: number }
  /** The tab dies and is opened anew; its session is disposed of and another takes its place; its state is handed on. */
  | { readonly do: "crash" | "dispose" | "revive"; readonly tab: number }
  | { readonly do: "hide" | "show" | "offline" | "online"; readonly tab: number }
  /** Somebody looks at what it shows, or nobody does any more. */
  | { readonly do: "watch" | "unwatch"; readonly tab: number }
  /** The clock of the page is set. */
  | { readonly do: "jump"; readonly tab: number; readonly ms: number }
  /** The oldest such request of the tab is answered. */
  | { readonly do: "answer"; readonly tab: number; readonly what: Request; readonly how: Answer }
  /** The service acts; its answer stays on the way, and then arrives or gets lost. */
  | { readonly do: "arrive" | "deliver" | "lose"; readonly tab: number; readonly what: Request }
  /** `resume()` with the handle of a run. */
  | { readonly do: "resume"; readonly tab: number; readonly run: number }
  /** What a tab sent before it died reaches the service, or never does. */
  | { readonly do: "stray"; readonly arrives: boolean }
  /** Storage does what a tab has asked for next. */
  | { readonly do: "access"; readonly tab: number }
  /** The next write is refused. */
  | { readonly do: "full" }
  | { readonly do: "notify"; readonly tab: number; readonly run: number; readonly says: Says }
  /** A server that watches the run pushes what it shows: `over` once it is, the others also late. */
  | {
      readonly do: "push";
      readonly tab: number;
      readonly run: number;
      readonly shows: "running" | "recovering" | "over";
    }
  | { readonly do: "exit"; readonly run: number }
  | { readonly do: "failover"; readonly run: number; readonly ms: number }
  /** The next answer of this kind, so many times. */
  | ({ readonly do: "fault"; readonly times: number } & Fault)
  /** Until the next thing that time brings. */
  | { readonly do: "elapse" }
  /** For so long, while the service answers. */
  | { readonly do: "wait"; readonly ms: number }
  /** The machine sleeps: time passes, and nothing runs. */
  | { readonly do: "sleep"; readonly ms: number };

/** A world in which nothing has happened. */
export function createWorld<S extends SessionService>(setting: Setting<S>): World<S> {
  const world: World<S> = {
    setting,
    now: 1_800_000_000_000,
    runs: [],
    leases: [],
    stored: [],
    isFull: false,
    tabs: [],
    strays: [],
    lock: [],
    count: 0,
    faults: [],
    broken: null,
  };
  const draft = draftOf(world);
  openTab(draft, 0);
  openTab(draft, 1);
  return finish(draft, world);
}

/** The world after a move; null where it cannot be made. */
export function apply<S extends SessionService>(world: World<S>, move: Move): World<S> | null {
  const draft = draftOf(world);
  return make(draft, move) ? finish(draft, world) : null;
}

function finish<S extends SessionService>(draft: WorldDraft<S>, before: World<S>): World<S> {
  const { events: _, isBusy: __, ...world } = draft;
  world.tabs = draft.tabs
    .filter(({ flights, accesses }, index) => index < 2 || flights.length + accesses.length > 0)
    .map((tab, index) => {
      // A tab in which nothing happened is the same one.
      const old = before.tabs[index];
      return old && isSameTab(old, tab) ? old : tab;
    });
  return world;
}

function isSameTab<S extends SessionService>(a: Tab<S>, b: Tab<S>): boolean {
  return (
    a.number === b.number &&
    a.state === b.state &&
    a.flights === b.flights &&
    a.accesses === b.accesses &&
    a.waiting === b.waiting &&
    a.offset === b.offset &&
    a.isClockSet === b.isClockSet &&
    a.claim === b.claim &&
    a.supervision === b.supervision
  );
}

function make<S extends SessionService>(draft: WorldDraft<S>, move: Move): boolean {
  if ("tab" in move) {
    const tab = draft.tabs[move.tab];
    return tab !== undefined && makeIn(draft, tab, move);
  }
  switch (move.do) {
    case "elapse":
      return elapse(draft);
    case "wait":
      return wait(draft, move.ms);
    case "sleep":
      return sleep(draft, move.ms);
    case "full":
      draft.isFull = true;
      return true;
    case "fault": {
      const { what, answer: how, times } = move;
      draft.faults = [...draft.faults, ...Array.from({ length: times }, () => ({ what, answer: how }))];
      return true;
    }
    case "exit":
    case "failover": {
      const run = draft.runs[move.run];
      if (!run || !isLive(run) || run.awayUntil !== null) return false;
      if (move.do === "failover" && draft.setting.family.failoverTime === 0) return false;
      const change = move.do === "exit" ? { endedAt: draft.now } : { awayUntil: draft.now + move.ms };
      changeServiceRun(draft, run, change);
      return true;
    }
    case "stray":
      return makeStray(draft, move.arrives);
  }
}

function makeStray<S extends SessionService>(draft: WorldDraft<S>, arrives: boolean): boolean {
  const [stray, ...others] = draft.strays;
  if (!stray) return false;
  draft.strays = others;
  if (arrives) answer(draft, stray, "works", draft.now);
  return true;
}

type TabMove = Extract<Move, { tab: number }>;

function makeIn<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>, move: TabMove): boolean {
  const now = clockOf(draft, tab);
  const { state } = tab;
  switch (move.do) {
    case "acquire":
    case "start":
    case "stop":
    case "query":
      if (state.restoring || state.disposed) return false;
      command(draft, tab, move.do);
      return true;
    case "resume": {
      const run = draft.runs[move.run];
      if (!run || state.restoring || state.disposed) return false;
      tab.waiting = [...tab.waiting, "query"];
      send(draft, tab, { type: "resume", now, handle: draft.setting.family.handle(run, run.startedAt) });
      return true;
    }
    case "reset":
      if (resetProblem(state)) return false;
      send(draft, tab, { type: "reset", now });
      return true;
    case "crash":
      if (draft.setting.isSupervised) return false;
      if (tab.state.disposed) return false;
      closeTab(draft, tab);
      openTab(draft, move.tab, { offset: tab.offset });
      return true;
    case "revive":
      if (state.disposed || state.restoring) return false;
      closeTab(draft, tab);
      openTab(draft, move.tab, { ...tab, restore: state });
      return true;
    case "dispose":
      if (state.disposed || state.restoring || draft.setting.isSupervised) return false;
      draft.tabs.push(tab);
      send(draft, tab, { type: "dispose", now });
      openTab(draft, move.tab, { offset: tab.offset });
      return true;
    case "hide":
    case "show":
    case "offline":
    case "online": {
      const visible = move.do === "hide" || move.do === "show" ? move.do === "show" : state.visible;
      const online = move.do === "offline" || move.do === "online" ? move.do === "online" : state.online;
      send(draft, tab, { type: "wake", now, visible, online });
      return true;
    }
    case "watch":
    case "unwatch":
      send(draft, tab, { type: "watch", now, watched: move.do === "watch" });
      return true;
    case "jump":
      tab.offset += move.ms;
      tab.isClockSet = true;
      return true;
    case "answer":
      // No answer takes no time.
      draft.now++;
      return settle(draft, tab, move.what, (flight) =>
        flight.reply === null ? answer(draft, flight, move.how, now + 1) : null,
      );
    case "arrive": {
      const flight = tab.flights.find(({ what, reply }) => what === move.what && reply === null);
      if (!flight) return false;
      const reply = answer(draft, flight, "works", now);
      tab.flights = tab.flights.map((one) => (one === flight ? { ...flight, reply } : one));
      return true;
    }
    case "deliver":
      return settle(draft, tab, move.what, ({ reply }) => reply && { ...reply, now });
    case "lose":
      return settle(draft, tab, move.what, (flight) => flight.reply && answer(draft, flight, "lost", now));
    case "access": {
      const [first, ...others] = tab.accesses;
      if (!first) return false;
      tab.accesses = others;
      perform(draft, tab, first);
      return true;
    }
    case "push": {
      const run = draft.runs[move.run];
      if (!run || (move.shows === "over" && isLive(run)) || state.restoring || state.disposed) return false;
      send(draft, tab, { type: "push", now, snapshot: pushOf(draft.setting.family, run, move.shows), error: null });
      return true;
    }
    case "notify": {
      const run = draft.runs[move.run];
      const notification = run && draft.setting.family.notification(run, move.says);
      if (!notification || (move.says === "ended" && isLive(run)) || state.restoring) return false;
      send(draft, tab, { type: "notification", now, notification });
      return true;
    }
  }
}

function pushOf<S extends SessionService>(
  family: Family<S>,
  run: ServiceRun,
  shows: "running" | "recovering" | "over",
): SessionPush<S> {
  const { startedAt, endedAt } = run;
  const running = family.service === "recording" ? "recording" : "transcribing";
  const status = shows === "over" ? "stopped" : shows === "running" ? running : shows;
  const ending = shows === "over" ? "requested" : null;
  return {
    status,
    handle: family.handle(run, startedAt),
    startedAt,
    checkedAt: endedAt ?? startedAt,
    ending,
  } as SessionPush<S>;
}

/** Hands the first answer that there is to the session. */
function settle<S extends SessionService>(
  draft: WorldDraft<S>,
  tab: TabDraft<S>,
  what: Request,
  reply: (flight: Flight<S>) => Flight<S>["reply"],
): boolean {
  for (const flight of tab.flights) {
    const event = flight.what === what ? reply(flight) : null;
    if (event) return hand(draft, tab, flight, event);
  }
  return false;
}

function hand<S extends SessionService>(
  draft: WorldDraft<S>,
  tab: TabDraft<S>,
  flight: Flight<S>,
  event: SessionEvent<S>,
): boolean {
  tab.flights = tab.flights.filter((one) => one !== flight);
  send(draft, tab, event);
  return true;
}
