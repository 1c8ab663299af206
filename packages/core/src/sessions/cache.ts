import { clockOf } from "../client/clock-of.ts";
import type { SessionService } from "../machine/types.ts";
import { notify } from "../runtime/notify.ts";
import { type CachedSession, createCachedSession, type SessionOf } from "./cached-session.ts";

/** How a session gets into the cache. */
export interface EnsureOptions<S extends SessionService> {
  service: S;
  key: string;
  /** Makes the session; only called where the cache has none. */
  create: () => SessionOf[S];
  /** For how many ms its outcome (`stopped`, `failed`) is kept once nobody uses it. Default: five minutes. */
  gcTime?: number | undefined;
}

/** The sessions of one client that hooks, or bindings of another framework, use. */
export interface SessionCache {
  list(): readonly CachedSession[];
  get<S extends SessionService>(service: S, key: string): CachedSession<S> | undefined;
  /** The session of this service and key; made where there is none. */
  ensure<S extends SessionService>(options: EnsureOptions<S>): CachedSession<S>;
  /** Calls `listener` when a session comes, goes, changes, or gets and loses users. */
  subscribe(listener: () => void): () => void;
}

const fiveMinutes = 300_000;

type Sessions = { readonly [S in SessionService]: Map<string, CachedSession<S>> };

const caches: WeakMap<object, SessionCache> = /* @__PURE__ */ new WeakMap();

/**
 * The cache of a client's sessions, which is what the hooks are made of: one session for each service and key, kept while
 * somebody uses it, while it has something to lose, and for `gcTime` after its end.
 *
 * @param client made by `createAgoraClient`
 * @example
 * for (const { key, session, users } of sessionsOf(agora).list()) console.log(key, session.getSnapshot().status, users);
 */
export function sessionsOf(client: object): SessionCache {
  const known = caches.get(client);
  if (known) return known;
  const cache = createCache(client);
  caches.set(client, cache);
  return cache;
}

function createCache(client: object): SessionCache {
  const sessions: Sessions = { recording: new Map(), sttAgents: new Map(), sttTasks: new Map() };
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) notify(listener, () => undefined);
  };
  const list = () => [...sessions.recording.values(), ...sessions.sttAgents.values(), ...sessions.sttTasks.values()];

  return {
    list,
    get: <S extends SessionService>(service: S, key: string): CachedSession<S> | undefined =>
      sessions[service].get(key),
    ensure: <S extends SessionService>({ service, key, create, gcTime = fiveMinutes }: EnsureOptions<S>) => {
      const ofService: Map<string, CachedSession<S>> = sessions[service];
      const known = ofService.get(key);
      if (known) return known;
      const evicted = () => {
        if (ofService.get(key) === cached) ofService.delete(key);
        changed();
      };
      const setup = { service, key, session: create(), clock: clockOf(client), gcTime, changed, evicted };
      const cached = createCachedSession<S>(setup);
      ofService.set(key, cached);
      changed();
      return cached;
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
