import { clockOf } from "../context/parts-of.ts";
import { warnDeveloper } from "../context/warning.ts";
import type { SessionService } from "../machine/types.ts";
import { notify } from "../runtime/notify.ts";
import type { CachedSession, CacheEntry, EnsureOptions } from "./cached-session.ts";
import { createEntry } from "./cache-entry.ts";

/** The sessions of one client that hooks, or bindings of another framework, use. */
export interface SessionCache {
  /** Every session of the client that the cache holds. */
  list(): readonly CachedSession[];
  /** Also that of a client before this one, until `ensure` takes it over. */
  get<S extends SessionService>(service: S, key: string): CachedSession<S> | undefined;
  /** The session of this service and key; made if it does not exist yet. */
  ensure<S extends SessionService>(options: EnsureOptions<S>): CachedSession<S>;
  /** Calls `listener` when a session comes, goes, changes, or gets and loses users. */
  subscribe(listener: () => void): () => void;
  /**
   * This client takes the place of another one that the app had: what runs there goes on here, under the same key, when it
   * is asked for; so does what ran under the clients before that one.
   */
  continueFrom(client: object): void;
  /** Warns the developer when sessions of another client run that this one cannot take over. */
  warnOfSessions(client: object): void;
}

type Entries = { readonly [S in SessionService]: Map<string, CacheEntry<S>> };

interface Cache extends SessionCache {
  /** Sessions of one App ID do not go on under another. */
  readonly appId: unknown;
  readonly entries: Entries;
  /** That of the client before. */
  before: Cache | undefined;
}

const caches: WeakMap<object, Cache> = /* @__PURE__ */ new WeakMap();

/**
 * The cache of a client's sessions, which is what the hooks are made of: one session for each service and key, kept while
 * somebody uses it or looks at it, while it has something to lose, and with an outcome for `gcTime` more.
 *
 * @param client made by `createAgoraClient`
 * @example
 * for (const { key, session, users } of sessionsOf(agora).list()) console.log(key, session.getSnapshot().status, users);
 */
export function sessionsOf(client: object): SessionCache {
  return cacheOf(client);
}

function cacheOf(client: object): Cache {
  const known = caches.get(client);
  if (known) return known;
  const cache = createCache(client);
  caches.set(client, cache);
  return cache;
}

const appIdOf = (client: object): unknown => ("appId" in client ? client.appId : undefined);

function createCache(client: object): Cache {
  const appId = appIdOf(client);
  const entries: Entries = { recording: new Map(), sttAgents: new Map(), sttTasks: new Map() };
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) notify(listener, () => undefined);
  };
  const list = () => [...entries.recording.values(), ...entries.sttAgents.values(), ...entries.sttTasks.values()];

  /** What a client before this one still has. */
  function left<S extends SessionService>(service: S, key: string): CacheEntry<S> | undefined {
    for (let one = cache.before; one; one = one.before) {
      const entry = one.appId === appId ? one.entries[service].get(key) : undefined;
      if (entry) return entry;
    }
    return undefined;
  }

  const cache: Cache = {
    appId,
    entries,
    before: undefined,
    list,
    get: <S extends SessionService>(service: S, key: string): CachedSession<S> | undefined =>
      entries[service].get(key) ?? left(service, key),
    ensure: <S extends SessionService>(options: EnsureOptions<S>) => {
      const { service, key } = options;
      const ofService: Map<string, CacheEntry<S>> = entries[service];
      const known = ofService.get(key);
      known?.bring(options);
      if (known) return known;
      const evicted = () => {
        if (ofService.get(key) === entry) ofService.delete(key);
        changed();
      };
      const heritage = left(service, key)?.handOver();
      const entry = createEntry<S>({ ...options, ...heritage, clock: clockOf(client), changed, evicted });
      ofService.set(key, entry);
      changed();
      return entry;
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    continueFrom(earlier) {
      const from = cacheOf(earlier);
      if (from === cache) return;
      // Clients may take turns: each stands in the line once. One that has nothing left leaves it.
      for (let one: Cache | undefined = from; one; one = one.before) {
        while (one.before && (one.before === cache || one.before.list().length === 0)) one.before = one.before.before;
      }
      cache.before = from.list().length > 0 ? from : from.before;
      cache.warnOfSessions(earlier);
    },
    warnOfSessions(earlier) {
      const other = cacheOf(earlier);
      const running = other.list().filter(({ session }) => !session.isDisposable());
      if (other.appId !== appId || running.length === 0) return;
      const keys = running.map(({ key }) => key).join(", ");
      warnDeveloper(
        `@agora-edge: the app has a new client while sessions of another one run (${keys}). Make the client once, outside of any component.`,
      );
    },
  };
  return cache;
}
