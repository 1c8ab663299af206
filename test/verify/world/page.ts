import { breaks, type Access, type Flight, type Tab, type TabDraft, type WorldDraft } from "./draft.ts";
import { notStored } from "./errors.ts";
import { isLive, givenUp } from "./service.ts";
import { desire, look, startAgain, unsupervised } from "./supervision.ts";
import {
  createState,
  isActive,
  isSameSnapshot,
  joinChanges,
  type SessionEffect,
  type SessionEvent,
  type SessionService,
  type SessionState,
  serviceId,
  snapshotOf,
  type StoredRun,
} from "./machine.ts";

/** How long an answer takes where nothing else decides it. */
const usualTime = 100;

export function clockOf<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>): number {
  return draft.now + tab.offset;
}

/** A page load: a session that begins by reading storage, or goes on from what `toJSON()` gave. */
export function openTab<S extends SessionService>(
  draft: WorldDraft<S>,
  slot: number,
  {
    offset = 0,
    isClockSet = false,
    restore,
    supervision,
  }: {
    offset?: number;
    isClockSet?: boolean;
    restore?: SessionState<S>;
    supervision?: Tab<S>["supervision"];
  } = {},
): void {
  const { family, monitorInterval, machine, renews } = draft.setting;
  const settings = { monitorInterval, renew: renews };
  const number = ++draft.count;
  const sender = `tab ${number}`;
  const fresh = createState(family.service, { appId: "app", target: family.target, settings, sender });
  const tab: TabDraft<S> = {
    number,
    state: { ...fresh, restoring: restore === undefined },
    flights: [],
    accesses: [],
    unwritten: null,
    waiting: [],
    alarm: null,
    leaseTimer: null,
    claim: null,
    offset,
    isClockSet,
    isAgeless: restore !== undefined && isClockSet,
    supervision: draft.setting.isSupervised ? (supervision ?? unsupervised) : null,
    memo: null,
  };
  draft.tabs[slot] = tab;
  if (restore === undefined) return access(draft, tab, { type: "restore" });
  const { state, effects } = machine.revive({ ...restore, settings: fresh.settings }, clockOf(draft, tab));
  draft.isBusy = true;
  tab.state = state;
  for (const effect of effects) carryOut(draft, tab, effect);
  supervise(draft, tab, false);
  draft.isBusy = false;
  drain(draft);
  setTimers(draft, tab);
}

/** Something happens to a session, and whatever follows at once. */
export function send<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>, event: SessionEvent<S>): void {
  draft.events.push([tab.number, event]);
  drain(draft);
}

function drain<S extends SessionService>(draft: WorldDraft<S>): void {
  if (draft.isBusy) return;
  draft.isBusy = true;
  for (let next = draft.events.shift(); next; next = draft.events.shift()) {
    const [number, event] = next;
    const tab = draft.tabs.find((one) => one.number === number);
    if (!tab) continue;
    const before = tab.state;
    const wasActive = isActive(before);
    const { state, effects } = draft.setting.machine.transition(tab.state, event);
    tab.state = state;
    for (const effect of effects) carryOut(draft, tab, effect);
    supervise(draft, tab, event.type === "notification" && !wasActive);
    forgetAnswers(tab);
    setTimers(draft, tab);
    show(draft, tab);
    // What another tab shows is not told back to it.
    if (draft.setting.isBroadcast && event.type !== "push") broadcast(draft, tab, before);
  }
  draft.isBusy = false;
}

/** What is under way is a matter of the tab in which it was asked for. */
const own = ["starting", "stopping"];

/** Shows the other tabs what this one shows. */
function broadcast<S extends SessionService>(
  draft: WorldDraft<S>,
  { number, state }: TabDraft<S>,
  before: SessionState<S>,
): void {
  if (state === before || state.handle === null || own.includes(state.status)) return;
  const snapshot = snapshotOf(state);
  if (isSameSnapshot(snapshot, snapshotOf(before))) return;
  for (const tab of draft.tabs) {
    if (tab.number !== number && !tab.state.disposed) tab.accesses = [...tab.accesses, { type: "told", snapshot }];
  }
}

/** What the supervisor does about what has happened. */
function supervise<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>, isNotice: boolean): void {
  if (tab.supervision === null) return;
  const now = clockOf(draft, tab);
  // It was in doubt when it was to be stopped, and turns out to run.
  if (isNotice && tab.supervision.unwanted && isActive(tab.state))
    draft.events.push([tab.number, { type: "stop", now }]);
  const { supervision, action } = look(tab.supervision, tab.state);
  const isStarting = draft.events.some(([number, { type }]) => number === tab.number && type === "start");
  const again = isStarting ? null : startAgain(supervision, action, now);
  if (again) draft.events.push([tab.number, again.event]);
  tab.supervision = again?.supervision ?? supervision;
}

/** When the supervisor starts it again. */
function nextStart<S extends SessionService>({ supervision, state }: TabDraft<S>): number {
  const action = supervision && look(supervision, state).action;
  return action?.type === "start" ? action.at : Infinity;
}

/** Answers that nobody waits for any more change nothing, unless their request does. */
function forgetAnswers<S extends SessionService>(tab: TabDraft<S>): void {
  const { acquire, query } = tab.state.inFlight;
  if (
    tab.flights.every(
      ({ what, call }) => (what !== "acquire" && what !== "query") || call === acquire || call === query,
    )
  ) {
    return;
  }
  tab.flights = tab.flights.filter(
    ({ what, call }) => what === "start" || what === "stop" || call === acquire || call === query,
  );
}

function setTimers<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>): void {
  const { wakeAt, status, disposed, lease } = tab.state;
  const due = Math.min(wakeAt ?? Infinity, nextStart(tab));
  tab.alarm = timer(draft, tab, due === Infinity ? null : due, tab.alarm);
  const end = status === "expired" || disposed ? null : (lease?.expiresAt ?? null);
  tab.leaseTimer = timer(draft, tab, end, tab.leaseTimer);
}

function timer<S extends SessionService>(
  draft: WorldDraft<S>,
  tab: TabDraft<S>,
  due: number | null,
  set: TabDraft<S>["alarm"],
): TabDraft<S>["alarm"] {
  if (due === null) return null;
  if (set?.due === due) return set;
  return { due, at: draft.now + Math.max(0, due - clockOf(draft, tab)) };
}

/** Remembers what the page has shown. */
function show<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>): void {
  const { status, handle } = tab.state;
  if (status !== "recording" && status !== "transcribing") return;
  const id = serviceId(handle);
  if (draft.runs.some((run) => run.id === id && !run.isShown)) {
    draft.runs = draft.runs.map((run) => (run.id === id ? { ...run, isShown: true } : run));
  }
}

/** Asks a session for something, as the app would: behind what storage is still asked for. */
export function command<S extends SessionService>(
  draft: WorldDraft<S>,
  tab: TabDraft<S>,
  name: "acquire" | "start" | "stop" | "query",
): void {
  if (!tab.waiting.includes(name)) tab.waiting = [...tab.waiting, name];
  const now = clockOf(draft, tab);
  if (tab.supervision !== null && (name === "start" || name === "stop")) {
    tab.supervision = desire(name, tab.state, draft.setting.family.target, now);
  }
  if (name === "stop") {
    tellRuns(draft);
    // Another session may have started something since storage was read.
    if (!draft.setting.isSupervised && !isActive(tab.state) && tab.state.step === null)
      return access(draft, tab, { type: "find" });
  }
  send(draft, tab, { type: name, now });
}

/** Whatever runs now was told to stop. */
function tellRuns<S extends SessionService>(draft: WorldDraft<S>): void {
  draft.runs = draft.runs.map((run) => (run.isTold ? run : { ...run, isTold: true }));
}

function carryOut<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>, effect: SessionEffect<S>): void {
  const now = clockOf(draft, tab);
  switch (effect.type) {
    case "claim":
      tab.claim = effect.call;
      draft.lock = [...draft.lock, { tab: tab.number, call: effect.call }];
      if (draft.lock.length === 1) access(draft, tab, { type: "read", call: effect.call });
      return;
    case "release": {
      const { claim } = tab;
      tab.claim = null;
      return claim === null ? undefined : access(draft, tab, { type: "release", call: claim });
    }
    case "prepare":
      draft.events.push([tab.number, { type: "prepared", now, call: effect.call }]);
      return;
    case "acquire":
      return request(draft, tab, { what: "acquire", call: effect.call, intent: null, handle: null });
    case "start": {
      const { intent } = effect;
      const key = draft.setting.family.leaseOf(intent);
      const isNoted = draft.stored.some(
        (run) => run.intent !== null && (key === null || draft.setting.family.leaseOf(run.intent) === key),
      );
      if (!isNoted) breaks(draft, "A start left before storage knew of it.");
      return request(draft, tab, { what: "start", call: effect.call, intent, handle: null });
    }
    case "query":
      return request(draft, tab, { what: "query", call: effect.call, intent: null, handle: effect.handle });
    case "stop": {
      const id = serviceId(effect.handle);
      const run = draft.runs.find((one) => one.id === id);
      if (run && isLive(run) && run.isShown && !run.isTold)
        breaks(draft, "It was shown as running, and stopped unasked.");
      return request(draft, tab, { what: "stop", call: effect.call, intent: null, handle: effect.handle });
    }
    case "store":
      return access(draft, tab, { type: "write", change: effect.change, step: effect.step });
    case "look":
      // Whoever has no locks does not know whether another tab is starting.
      return effect.isFree ? perform(draft, tab, { type: "sync" }) : access(draft, tab, { type: "sync" });
    case "settle":
      tab.waiting = tab.waiting.filter((name) => name !== effect.command);
      return;
    case "abort":
      for (const flight of tab.flights) {
        if (flight.what === "acquire" || flight.what === "query")
          draft.events.push([tab.number, givenUp(draft, flight, now)]);
      }
      tab.flights = tab.flights.filter(({ what }) => what === "start" || what === "stop");
  }
}

function request<S extends SessionService>(
  draft: WorldDraft<S>,
  tab: TabDraft<S>,
  flight: Omit<Flight<S>, "sentAt" | "dueAt" | "reply">,
): void {
  const { now } = draft;
  tab.flights = [...tab.flights, { ...flight, sentAt: now, dueAt: now + usualTime, reply: null }];
}

/** One access after another; at once where storage answers at once. */
export function access<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>, wanted: Access<S>): void {
  if (draft.setting.isStorageAsync) tab.accesses = [...tab.accesses, wanted];
  else perform(draft, tab, wanted);
}

function storedOf<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>): readonly StoredRun<S>[] {
  const { machine } = draft.setting;
  return tab.unwritten === null ? draft.stored : machine.applyChange(draft.stored, tab.unwritten);
}

/** Reads or writes storage, and tells the session. */
export function perform<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>, wanted: Access<S>): void {
  const now = clockOf(draft, tab);
  switch (wanted.type) {
    case "write": {
      const { step } = wanted;
      const change = tab.unwritten === null ? wanted.change : joinChanges(tab.unwritten, wanted.change);
      if (draft.isFull) {
        draft.isFull = false;
        tab.unwritten = { put: change.put, ended: [] };
        return send(draft, tab, { type: "stored", now, step, error: new Error("The storage is full.") });
      }
      draft.stored = draft.setting.machine.applyChange(draft.stored, change);
      tab.unwritten = null;
      tellOthers(draft, tab);
      return send(draft, tab, { type: "stored", now, step });
    }
    case "read":
      // There is no storage but the state itself.
      if (draft.setting.isSupervised) return send(draft, tab, { type: "claimed", now, call: wanted.call, runs: null });
      // What storage has refused is written before anything is started.
      if (draft.isFull && tab.unwritten !== null) {
        draft.isFull = false;
        return send(draft, tab, { type: "failed", now, call: wanted.call, error: notStored() });
      }
      // As is one that waited until another tab had started it.
      if (tab.state.stopWanted) tellRuns(draft);
      draft.stored = storedOf(draft, tab);
      tab.unwritten = null;
      return send(draft, tab, { type: "claimed", now, call: wanted.call, runs: storedOf(draft, tab) });
    case "find":
      // The stop that waited for this look is for what has been started meanwhile, too.
      tellRuns(draft);
      draft.events.push([tab.number, { type: "found", now, runs: storedOf(draft, tab) }]);
      return send(draft, tab, { type: "stop", now });
    case "sync":
      return send(draft, tab, { type: "synced", now, runs: storedOf(draft, tab), isFree: true });
    case "told":
      return send(draft, tab, {
        type: "push",
        now,
        snapshot: wanted.snapshot,
        error: wanted.snapshot.error,
        isShared: true,
      });
    case "restore":
      return send(draft, tab, { type: "restored", now, runs: storedOf(draft, tab) });
    case "release":
      return leaveLock(draft, (claim) => claim.tab === tab.number && claim.call === wanted.call);
  }
}

/** Other tabs hear of what is written, and look. */
function tellOthers<S extends SessionService>(draft: WorldDraft<S>, writer: TabDraft<S>): void {
  if (draft.setting.isSupervised) return;
  for (const tab of draft.tabs) {
    const isListening = tab !== writer && !tab.state.disposed && !tab.accesses.some(({ type }) => type === "sync");
    if (isListening) tab.accesses = [...tab.accesses, { type: "sync" }];
  }
}

/** The next start has its turn. */
function leaveLock<S extends SessionService>(
  draft: WorldDraft<S>,
  isOver: (claim: { tab: number; call: number }) => boolean,
): void {
  const [first] = draft.lock;
  draft.lock = draft.lock.filter((claim) => !isOver(claim));
  const [next] = draft.lock;
  if (next === undefined || next === first) return;
  const tab = draft.tabs.find(({ number }) => number === next.tab);
  if (tab) access(draft, tab, { type: "read", call: next.call });
}

/** The page is gone: nothing of it runs any more. What it has sent is on its way. */
export function closeTab<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>): void {
  const sent = tab.flights.filter(({ what, reply }) => (what === "start" || what === "stop") && reply === null);
  draft.strays = [...draft.strays, ...sent];
  leaveLock(draft, (claim) => claim.tab === tab.number);
}
