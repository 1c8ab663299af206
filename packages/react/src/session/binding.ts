import type { AnyClient, Session, SessionOptions, SessionService } from "@agora-edge/core";
import type { Registry, Wanted } from "./registry.ts";

/** What hooks take besides the options of the session. */
export interface SessionHookOptions {
  /** Wins over the client of the `AgoraProvider`. */
  client?: AnyClient | undefined;
  /**
   * Stops what runs when the last component that uses it unmounts, or changes to another key. Not when the page is
   * left: what runs then goes on. Default: unmounting changes nothing, it runs on Agora's side.
   */
  stopOnUnmount?: boolean | undefined;
}

/** Carries commands out on the session that a component uses now. */
export interface Runner<T> {
  /** The promise may be left alone: the snapshot shows the failure. */
  readonly run: <R>(command: (session: T) => Promise<R>) => Promise<R>;
  readonly act: (command: (session: T) => void) => void;
  /** Undefined before the component is mounted. */
  readonly peek: () => T | undefined;
}

export interface Bound<S extends SessionService, T extends Session<S>, O extends SessionHookOptions> extends Wanted<O> {
  readonly registry: Registry<S, T, O>;
}

/** What a component was last shown with. Lives as long as the component, whatever it is bound to. */
export interface Binding<
  S extends SessionService,
  T extends Session<S>,
  O extends SessionHookOptions,
> extends Runner<T> {
  readonly commit: (next: Bound<S, T, O>) => void;
  /** Joins the session that was committed; returns what leaves it. */
  readonly join: (listener: () => void) => () => void;
}

interface Configurable<O> {
  readonly configure: (options: O) => void;
}

export function createBinding<
  S extends SessionService,
  T extends Session<S> & Configurable<O>,
  O extends SessionOptions & SessionHookOptions,
>(first: Bound<S, T, O>): Binding<S, T, O> {
  let bound = first;
  const open = () => bound.registry.open(bound);
  const runNow = async <R>(command: (session: T) => Promise<R>): Promise<R> => {
    const { options } = bound;
    return open().run((session) => {
      session.configure(options);
      return command(session);
    });
  };

  return {
    commit(next) {
      bound = next;
    },
    join: (listener) => open().join(listener, () => bound.options.stopOnUnmount === true),
    run(command) {
      const result = runNow(command);
      result.catch(() => {});
      return result;
    },
    act: (command) => open().act(command),
    peek: () => bound.registry.peek(bound.client, bound.key)?.session,
  };
}
