import type { MonitorOptions, Session, SessionOptions, SessionService } from "@agora-edge/core";
import type { SessionHookOptions } from "./binding.ts";
import { createEntry, type Entry } from "./entry.ts";

/** The client that a hook with these options uses. */
type ClientOf<O extends SessionHookOptions> = NonNullable<O["client"]>;

/** What a component wants to use. */
export interface Wanted<O extends SessionHookOptions> {
  readonly client: ClientOf<O>;
  readonly key: string;
  readonly options: O;
}

/** Sessions of one kind, by client and key. They go with their client. */
export interface Registry<S extends SessionService, T extends Session<S>, O extends SessionHookOptions> {
  peek(client: ClientOf<O>, key: string): Entry<S, T> | undefined;
  /** The session of this key; makes it where there is none, by the options of who comes first. */
  open(wanted: Wanted<O>): Entry<S, T>;
}

/** A monitor that rests while nobody looks; commands in flight go on. */
function restful(monitor: MonitorOptions | false = {}): MonitorOptions | false {
  return monitor && { unattended: false, ...monitor };
}

export function createRegistry<
  S extends SessionService,
  T extends Session<S>,
  O extends SessionOptions & SessionHookOptions,
>(create: (client: ClientOf<O>, options: O) => T): Registry<S, T, O> {
  const clients = new WeakMap<ClientOf<O>, Map<string, Entry<S, T>>>();

  function find(client: ClientOf<O>, key: string): Entry<S, T> | undefined {
    const entry = clients.get(client)?.get(key);
    return entry?.isSpent() ? undefined : entry;
  }

  return {
    peek: find,
    open({ client, key, options }) {
      const known = find(client, key);
      if (known) return known;
      const entries = clients.get(client) ?? new Map<string, Entry<S, T>>();
      clients.set(client, entries);
      // What ended while nobody looked goes now.
      for (const entry of entries.values()) entry.review();
      const session = create(client, { ...options, monitor: restful(options.monitor) });
      const policy = { isStored: options.storage !== undefined, renews: options.renew !== undefined };
      const entry = createEntry<S, T>(session, policy, () => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      entries.set(key, entry);
      return entry;
    },
  };
}
