import type {
  AnyClient,
  CachedSession,
  SessionOf,
  SessionOptions,
  SessionService,
  SessionSnapshot,
} from "@agora-edge/core";
import { sessionsOf } from "@agora-edge/core/page";
import { hasRun, type SessionCallbacks, tell } from "./callbacks.ts";

/** What hooks take besides the options of the session. */
export interface SessionHookOptions {
  /** Wins over the client of the `AgoraProvider`. */
  client?: AnyClient | undefined;
  /**
   * Stops what this page has started when the last component that uses it unmounts, or changes to another key. Not what
   * another tab or page has started, and not when the page is left: what runs then goes on. Default: unmounting changes nothing, it runs on Agora's side.
   */
  stopOnUnmount?: boolean | undefined;
  /** For how many ms the outcome (`stopped`, `failed`) is kept once no component uses it. Default: five minutes. */
  gcTime?: number | undefined;
}

/** The client that a hook with these options uses. */
type ClientOf<O extends SessionHookOptions> = NonNullable<O["client"]>;

/** The session that a component wants to use. */
export interface Wanted<S extends SessionService, O extends SessionHookOptions> {
  readonly client: ClientOf<O>;
  readonly service: S;
  readonly key: string;
  readonly options: O;
}

/** What a hook does with the sessions of its service. */
export interface SessionKind<S extends SessionService, O extends SessionHookOptions> {
  readonly create: (client: ClientOf<O>, options: O) => SessionOf[S];
  readonly configure: (session: SessionOf[S], options: O) => void;
  readonly snapshotOf: (session: SessionOf[S]) => SessionSnapshot<S>;
}

/** Carries commands out on the session that a component uses now. */
export interface Runner<T, O = unknown> {
  /** The promise may be left alone: the snapshot shows the failure. */
  readonly run: <R>(command: (session: T) => Promise<R>) => Promise<R>;
  readonly act: (command: (session: T) => void) => void;
  /** Undefined before the component is mounted. */
  readonly peek: () => T | undefined;
  readonly options: () => O;
}

/** What a component was last shown with. Lives as long as the component, whatever it is bound to. */
export interface Binding<S extends SessionService, O extends SessionHookOptions> extends Runner<SessionOf[S], O> {
  readonly commit: (next: Wanted<S, O>) => void;
  /** Joins the session that was committed; returns what leaves it. */
  readonly join: (listener: () => void) => () => void;
}

export function createBinding<
  S extends SessionService,
  O extends SessionOptions & SessionHookOptions & SessionCallbacks<S>,
>(kind: SessionKind<S, O>, first: Wanted<S, O>): Binding<S, O> {
  let wanted = first;

  function open(): CachedSession<S> {
    const { client, service, key, options } = wanted;
    const { gcTime, storage, monitor = {} } = options;
    // A monitor that rests while nobody looks; commands in flight go on.
    const restful = { ...options, monitor: monitor && { unattended: false, ...monitor } };
    const create = (restore?: object) => kind.create(client, restore ? { ...restful, restore } : restful);
    return sessionsOf(client).ensure<S>({ service, key, gcTime, storage, create });
  }

  /** That of a component that is mounted; options of a later render bring no other storage. */
  const current = () => sessionsOf(wanted.client).get(wanted.service, wanted.key) ?? open();

  return {
    commit(next) {
      const isInline = next.options.client !== undefined && next.client !== wanted.client && next.key === wanted.key;
      // Nothing is taken over: it would be with each render, also in the middle of a start.
      if (isInline) sessionsOf(next.client).warnOfSessions(wanted.client);
      wanted = next;
    },
    join(listener) {
      const cached = open();
      let shown = kind.snapshotOf(cached.session);
      // A component that mounts while it recovers is not told later that it runs.
      let ran = hasRun(shown, true);
      const changed = () => {
        const [before, ranBefore] = [shown, ran];
        shown = kind.snapshotOf(cached.session);
        ran = hasRun(shown, ranBefore);
        listener();
        tell(wanted.options, before, shown, ranBefore);
      };
      return cached.use(changed, () => wanted.options.stopOnUnmount === true);
    },
    run(command) {
      const { options } = wanted;
      const result = current().run(async (session) => {
        kind.configure(session, options);
        return command(session);
      });
      result.catch(() => {});
      return result;
    },
    act: (command) => current().run(command),
    peek: () => sessionsOf(wanted.client).get(wanted.service, wanted.key)?.session,
    options: () => wanted.options,
  };
}
