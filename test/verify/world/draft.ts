import type { TabKey } from "./key.ts";
import type { Family, Request, ServiceRun } from "./families.ts";
import type { Supervision } from "./supervision.ts";
import type {
  Handle,
  Intent,
  LedgerChange,
  Machine,
  SessionCommand,
  SessionEvent,
  SessionService,
  SessionSnapshot,
  SessionState,
  StoredRun,
} from "./machine.ts";

/** What stays the same in a search. */
export interface Setting<S extends SessionService> {
  readonly family: Family<S>;
  readonly machine: Machine;
  /** Storage answers later, and tabs take turns in it. Else it answers at once, as Web Storage. */
  readonly isStorageAsync: boolean;
  /**
   * One session whose whole state is kept, in place of tabs that share a storage: it goes on from that when it is evicted, and a
   * supervisor starts it again.
   */
  readonly isSupervised: boolean;
  /** Behind the proxy: it wants the grant of what a request is about, and gives one with what it starts. */
  readonly isProxied: boolean;
  /** A repeated start names what runs. */
  readonly namesRun: boolean;
  /** Sessions check what runs so often, in ms. */
  readonly monitorInterval: number;
  /** A lease that is about to end is renewed in the background. */
  readonly renews: boolean;
  /** Tabs show each other what they show. */
  readonly isBroadcast: boolean;
}

/** A request on its way, or its answer. */
export interface Flight<S extends SessionService> {
  readonly what: Request;
  readonly call: number;
  readonly intent: Intent<S> | null;
  readonly handle: Handle<S> | null;
  readonly sentAt: number;
  /** When the answer comes, where nothing else decides it. */
  readonly dueAt: number;
  /** The service has acted, and this is its answer. */
  readonly reply: SessionEvent<S> | null;
}

/**
 * What waits for storage. `find`: before a stop; `sync`: another tab has written, or a run was not found. `told`: not for
 * storage, another tab shows this.
 */
export type Access<S extends SessionService> =
  | {
      readonly type: "write";
      readonly change: LedgerChange<S>;
      readonly step: Extract<SessionEvent<S>, { type: "stored" }>["step"];
    }
  | { readonly type: "read" | "release"; readonly call: number }
  | { readonly type: "restore" | "find" | "sync" }
  | { readonly type: "told"; readonly snapshot: SessionSnapshot<S> };

/** A timer of the page. */
export interface Timer {
  /** What it was set to, by the clock of the page. */
  readonly due: number;
  /** When it fires. */
  readonly at: number;
}

/** One session in one page. */
export interface Tab<S extends SessionService> {
  readonly number: number;
  readonly state: SessionState<S>;
  readonly flights: readonly Flight<S>[];
  readonly accesses: readonly Access<S>[];
  /** What storage refused to take: part of the next write. */
  readonly unwritten: LedgerChange<S> | null;
  /** Commands that somebody waits for. */
  readonly waiting: readonly SessionCommand[];
  readonly alarm: Timer | null;
  readonly leaseTimer: Timer | null;
  /** The start for which this tab is in the lock. */
  readonly claim: number | null;
  /** How far the clock of the page is ahead. */
  readonly offset: number;
  /** Its clock was set at some time. */
  readonly isClockSet: boolean;
  /** It was handed a lease by a page whose clock was set: nobody can tell how old that is. */
  readonly isAgeless: boolean;
  /** What a supervisor was asked for; null: nobody supervises. */
  readonly supervision: Supervision<S> | null;
  /** What `key.ts` has worked out of it. */
  memo: TabKey | null;
}

/** The service, an origin with its storage, and the sessions of one key in its tabs. */
export interface World<S extends SessionService = SessionService> {
  readonly setting: Setting<S>;
  readonly now: number;
  readonly runs: readonly ServiceRun[];
  readonly leases: readonly { readonly key: string; readonly at: number }[];
  readonly stored: readonly StoredRun<S>[];
  /** The next write is refused. */
  readonly isFull: boolean;
  /** The two tabs first; after them sessions that were disposed of and still wait for an answer. */
  readonly tabs: readonly Tab<S>[];
  /** Requests of tabs that are gone. */
  readonly strays: readonly Flight<S>[];
  /** Starts under way: the first has its turn, the others wait. */
  readonly lock: readonly { readonly tab: number; readonly call: number }[];
  /** So many tabs, leases and runs were there: the next has the next number. */
  readonly count: number;
  /** What the next answers are, in place of the service's own. */
  readonly faults: readonly Fault[];
  /** The first promise that was broken on the way here. */
  readonly broken: string | null;
}

export interface Fault {
  readonly what: Request;
  readonly answer: Answer;
}

/**
 * How a request ends. `works`: the service answers as it would. `lost`: it never arrived. `answer lost`: it took effect.
 * `second answer`: it took effect, that got lost, and the client's repeat is answered. `refused`, `forbidden`, `rejected`: a
 * login page with 401, 403 and 400 of a proxy. `server error`: a 5xx that says nothing. `spent`: the service says that the
 * lease is over. `no room`: the client's own rate limit did not let a query out. `slow`: as `works`, eight seconds later.
 */
export type Answer =
  | "works"
  | "lost"
  | "answer lost"
  | "second answer"
  | "refused"
  | "forbidden"
  | "rejected"
  | "server error"
  | "spent"
  | "no room"
  | "slow";

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** A world that is being changed. What it holds is replaced, never changed in place. */
export type WorldDraft<S extends SessionService> = Draft<Omit<World<S>, "tabs">> & {
  tabs: Draft<Tab<S>>[];
  /** Events that wait for their turn. */
  events: [tab: number, event: SessionEvent<S>][];
  isBusy: boolean;
};

export type TabDraft<S extends SessionService> = Draft<Tab<S>>;

export function draftOf<S extends SessionService>(world: World<S>): WorldDraft<S> {
  return { ...world, tabs: world.tabs.map((tab) => ({ ...tab, memo: null })), events: [], isBusy: false };
}

/** The first broken promise counts. */
export function breaks<S extends SessionService>(draft: WorldDraft<S>, what: string): void {
  draft.broken ??= what;
}
