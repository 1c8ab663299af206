import { breaks, type TabDraft, type WorldDraft } from "./draft.ts";
import { clockOf, perform, send } from "./page.ts";
import type { SessionService } from "./machine.ts";
import { answer } from "./service.ts";

/** A request is answered, or given up by the client, within this time. */
const longestRequest = 30_000;
/** Where nothing is due. */
const longTime = 301_000;
/** How long the service remembers what is over. */
const memory = 300_000;
/** More events than this in one moment are a loop. */
const mostAtOnce = 500;

/** When time is the next to act: a timer of a page, or a server that is back. */
function nextTime<S extends SessionService>({ tabs, runs, now }: WorldDraft<S>): number {
  let next = Infinity;
  for (const { alarm, leaseTimer } of tabs) {
    if (alarm && alarm.at < next) next = alarm.at;
    if (leaseTimer && leaseTimer.at < next) next = leaseTimer.at;
  }
  for (const { awayUntil } of runs) if (awayUntil !== null && awayUntil > now && awayUntil < next) next = awayUntil;
  return Math.max(next, now);
}

/** What happens at this time. */
function arriveAt<S extends SessionService>(draft: WorldDraft<S>, time: number): void {
  draft.now = time;
  draft.runs = draft.runs.filter(({ endedAt }) => endedAt === null || time - endedAt < memory);
  draft.leases = draft.leases.filter(({ at }) => time - at < 2 * memory);
  for (const tab of draft.tabs) ring(draft, tab);
}

function ring<S extends SessionService>(draft: WorldDraft<S>, tab: TabDraft<S>): void {
  const { leaseTimer, alarm } = tab;
  if (leaseTimer && leaseTimer.at <= draft.now) {
    tab.leaseTimer = null;
    send(draft, tab, { type: "tick", now: clockOf(draft, tab), due: leaseTimer.due });
  }
  if (alarm && alarm.at <= draft.now) {
    tab.alarm = null;
    send(draft, tab, { type: "tick", now: clockOf(draft, tab), due: alarm.due });
  }
}

/** Time passes until it is the next to act. Not longer than a request can take, and not while storage works. */
export function elapse<S extends SessionService>(draft: WorldDraft<S>): boolean {
  const next = nextTime(draft);
  const time = next === Infinity ? draft.now + longTime : next;
  const flights = [...draft.tabs.flatMap((tab) => tab.flights), ...draft.strays];
  if (flights.some(({ sentAt }) => time > sentAt + longestRequest)) return false;
  if (draft.tabs.some(({ accesses }) => accesses.length > 0)) return false;
  arriveAt(draft, time);
  return true;
}

/** The machine sleeps. What was on its way is answered when it wakes. */
export function sleep<S extends SessionService>(draft: WorldDraft<S>, ms: number): boolean {
  if (draft.strays.length > 0 || draft.tabs.some(({ flights, accesses }) => flights.length + accesses.length > 0)) {
    return false;
  }
  arriveAt(draft, draft.now + ms);
  return true;
}

/** Time passes, storage works, and the service answers. */
export function wait<S extends SessionService>(draft: WorldDraft<S>, ms: number): boolean {
  const end = draft.now + ms;
  for (let made = 0, moment = draft.now; ; made++) {
    if (draft.now !== moment) [made, moment] = [0, draft.now];
    if (made > mostAtOnce) {
      breaks(draft, "A session acts again and again at one time.");
      return true;
    }
    if (workStorage(draft)) continue;
    const dues = [...draft.tabs.flatMap(({ flights }) => flights), ...draft.strays].map(({ dueAt }) => dueAt);
    const due = Math.min(Infinity, ...dues);
    const next = Math.min(due, nextTime(draft));
    if (next > end) break;
    if (next > draft.now) arriveAt(draft, next);
    else if (due <= draft.now) answerDue(draft);
    else arriveAt(draft, draft.now);
  }
  arriveAt(draft, end);
  return true;
}

function workStorage<S extends SessionService>(draft: WorldDraft<S>): boolean {
  const tab = draft.tabs.find(({ accesses }) => accesses.length > 0);
  const [first, ...others] = tab?.accesses ?? [];
  if (!tab || !first) return false;
  tab.accesses = others;
  perform(draft, tab, first);
  return true;
}

/** The first answer whose time has come: as the next fault of its kind wants it, else as the service gives it. */
function answerDue<S extends SessionService>(draft: WorldDraft<S>): void {
  const isDue = ({ dueAt }: { dueAt: number }) => dueAt <= draft.now;
  const stray = draft.strays.find(isDue);
  if (stray) {
    draft.strays = draft.strays.filter((one) => one !== stray);
    answer(draft, stray, "works", draft.now);
    return;
  }
  const tab = draft.tabs.find(({ flights }) => flights.some(isDue));
  const flight = tab?.flights.find(isDue);
  if (!tab || !flight) return;
  const fault = draft.faults.find(({ what }) => what === flight.what);
  if (fault) draft.faults = draft.faults.filter((one) => one !== fault);
  if (fault?.answer === "slow") {
    tab.flights = tab.flights.map((one) => (one === flight ? { ...flight, dueAt: draft.now + 8000 } : one));
    return;
  }
  tab.flights = tab.flights.filter((one) => one !== flight);
  const now = clockOf(draft, tab);
  const reply = flight.reply && { ...flight.reply, now };
  send(draft, tab, reply ?? answer(draft, flight, fault?.answer ?? "works", now));
}
