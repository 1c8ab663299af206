import type { Tab, World } from "./draft.ts";
import type { SessionService } from "./machine.ts";

/**
 * A number of 64 bits for a world, the same for worlds that differ only in what does not matter: names are numbered as they
 * occur, times are counted from now, and the two tabs can change places. What is long past is all the same. Two worlds of
 * one key are taken for one, so the search can overlook something; it never makes anything up.
 */
export interface Key {
  readonly high: number;
  readonly low: number;
}

/** Numbers above this are times, in ms since the epoch. */
const firstTime = 1e11;
/** Nothing asks whether something is longer ago than this, in ms. */
const longAgo = -700_000;
/** What is less apart than this happens at one time, in ms. */
const moment = 500;
const skip = 1;
const name = 2;

/** Fields that are the same in all worlds of a search, or counted up with every request; and numbers that are names. */
const constant =
  "setting settings target appId service version cname uid mode instanceId calls now count dueAt isAgeless isClockSet memo number";
const named = "call claim acquire start query stop orphan";
/** Times that are only looked at for so long; a number above zero would be no time ago. */
const shorter = { checkedAt: -3000, startedAt: -91_000, endAskedAt: -500, awayUntil: -500, sentAt: -31_000 };

const roles: ReadonlyMap<string, number> = new Map([
  ...constant.split(" ").map((field) => [field, skip] as const),
  ...named.split(" ").map((field) => [field, name] as const),
  ...Object.entries(shorter),
]);

/** Words that are the same in all worlds: they have no number in them. */
const words = new Map<string, number>();

function wordOf(text: string): number {
  let word = words.get(text);
  if (word === undefined) {
    word = /\d/.test(text) ? 0 : words.size + 1;
    words.set(text, word);
  }
  return word;
}

/** Of one tab alone: its own names are numbered in it, so that it is worked out once for all worlds that share the tab. */
export interface TabKey extends Key {
  readonly now: number;
  readonly names: readonly string[];
}

let high = 0;
let low = 0;
let now = 0;
let names: string[] = [];
/** Numbers of requests, which count up in each tab. */
let calls: number[] = [];

function begin(time: number): void {
  [high, low, now, names, calls] = [1, 2, time, [], []];
}

function mix(value: number): void {
  low = Math.imul(low ^ value, 0x9e3779b1);
  low ^= low >>> 15;
  high = Math.imul(high ^ (value + 0x7f4a7c15), 0x85ebca6b);
  high ^= high >>> 13;
}

/** A name is as good as another: what counts is where it occurs again. */
function mixName<Name>(known: Name[], one: Name): void {
  let number = known.indexOf(one);
  if (number < 0) number = known.push(one) - 1;
  mix(number + 1000);
}

function mixNumber(value: number, role: number): void {
  if (value === Infinity) mix(77);
  else if (value > firstTime) mix(Math.round(Math.max(value - now, role < 0 ? role : longAgo) / moment) + 5_000_000);
  else if (role === name) mixName(calls, value);
  else mix(value + 50);
}

function mixValue(value: unknown, role: number): void {
  if (value === null || value === undefined) return mix(14);
  if (typeof value === "number") return mixNumber(value, role);
  if (typeof value === "boolean") return mix(value ? 11 : 12);
  if (typeof value === "string") {
    const word = wordOf(value);
    return word === 0 ? mixName(names, value) : mix(word);
  }
  if (Array.isArray(value)) {
    mix(15 + value.length);
    for (let index = 0; index < value.length; index++) mixValue(value[index], role);
    return;
  }
  if (value instanceof Error) return mix(wordOf("kind" in value ? String(value.kind) : value.message));
  for (const field in value) {
    const own = roles.get(field) ?? 0;
    if (own !== skip) mixValue((value as Record<string, unknown>)[field], own);
  }
  mix(16);
}

function tabKeyOf<S extends SessionService>(tab: Tab<S>, time: number): TabKey {
  if (tab.memo?.now === time) return tab.memo;
  begin(time);
  mixValue(tab, 0);
  const key = { high, low, now, names };
  tab.memo = key;
  return key;
}

function keyIn<S extends SessionService>(world: World<S>, isSwapped: boolean): Key {
  const { tabs, runs, leases, stored, isFull, strays, lock, faults } = world;
  const keys = tabs.map((tab) => tabKeyOf(tab, world.now));
  const [first, second] = keys;
  if (isSwapped && first && second) [keys[0], keys[1]] = [second, first];
  begin(world.now);
  for (const key of keys) {
    mix(key.high);
    mix(key.low);
    for (const one of key.names) mixName(names, one);
  }
  mixValue(runs, 0);
  mixValue(stored, 0);
  mixValue(strays, 0);
  mixValue(faults, 0);
  mix(isFull ? 11 : 12);
  // One that nobody holds any more does not matter.
  for (const { key, at } of leases) {
    if (!names.includes(key)) continue;
    mixName(names, key);
    mixNumber(at, 0);
  }
  for (const { tab } of lock) {
    const index = tabs.findIndex(({ number }) => number === tab);
    mix(30 + (isSwapped && index < 2 ? 1 - index : index));
  }
  return { high: high >>> 0, low: low >>> 0 };
}

/** Of the two orders of the tabs the one with the smaller number. */
export function keyOf<S extends SessionService>(world: World<S>): Key {
  const key = keyIn(world, false);
  const swapped = keyIn(world, true);
  return key.high < swapped.high || (key.high === swapped.high && key.low <= swapped.low) ? key : swapped;
}
