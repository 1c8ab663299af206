import { clockOf } from "../context/parts-of.ts";
import { warnDeveloper } from "../context/warning.ts";
import type { SessionService } from "../machine/types.ts";
import { notify } from "../runtime/notify.ts";
import { type CachedSession, type CacheEntry, createEntry, type EnsureOptions } from "./cached-session.ts";

/** The sessions of one client that hooks, or bindings of another framework, use. */
export interface SessionCache {
  list(): readonly CachedSession[];
  get<S extends SessionService>(service: S, key: string): CachedSession<S> | undefined;
  /** The session of this service and key; made where there is none. */
  ensure<S extends SessionService>(options: EnsureOptions<S>): CachedSession<S>;
  /** Calls `listener` when a session comes, goes, changes, or gets and loses users. */
  subscribe(listener: () => void): () => void;
  /**
   * This client takes the place of another one that the app had: what runs there goes on here, under the same key, when it
   * is asked for.
   */
  continueFrom(client: object): void;
}

type Entries = { readonly [S in SessionService]: Map<string, CacheEntry<S>> };

const caches: WeakMap<object, SessionCache & { readonly entries: Entries }> = /* @__PURE__ */ new WeakMap();

/**
 * The cache of a client's sessions, which is what the hooks are made of: one session for each service and key, kept while
 * somebody uses it, while it has something to lose, and for `gcTime` after its end.
 *
 * @param client made by `createAgoraClient`
 * @example
 * for (const { key, session, users } of sessionsOf(agora).list()) console.log(key, session.getSnapshot().status, users);
 */
export function sessionsOf(client: object): SessionCache {
  return cacheOf(client);
}

function cacheOf(client: object): SessionCache & { readonly entries: Entries } {
  const known = caches.get(client);
  if (known) return known;
  const cache = createCache(client);
  caches.set(client, cache);
  return cache;
}

function createCache(client: object): SessionCache & { readonly entries: Entries } {
  const entries: Entries = { recording: new Map(), sttAgents: new Map(), sttTasks: new Map() };
  const listeners = new Set<() => void>();
  let before: Entries | undefined;
  const changed = () => {
    for (const listener of listeners) notify(listener, () => undefined);
  };
  const list = () => [...entries.recording.values(), ...entries.sttAgents.values(), ...entries.sttTasks.values()];

  return {
    entries,
    list,
    get: <S extends SessionService>(service: S, key: string): CachedSession<S> | undefined => entries[service].get(key),
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
      const restore = before?.[service].get(key)?.handOver() ?? undefined;
      const entry = createEntry<S>({ ...options, clock: clockOf(client), restore, changed, evicted });
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
      const cache = cacheOf(earlier);
      before = cache.entries;
      if (cache.list().every(({ session }) => session.isDisposable())) return;
      warnDeveloper(
        "@agora-edge: the app has a new client while sessions of another one run. Make the client once, outside of any component.",
      );
    },
  };
}
