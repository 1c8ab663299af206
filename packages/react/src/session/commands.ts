import type { Session, SessionService } from "@agora-edge/core";
import type { Runner } from "./binding.ts";

/**
 * A command without parameters. Called, it returns its promise. As an event handler it returns nothing that has to be
 * waited for, by its type too: `onClick={recording.start}` passes the rule `no-misused-promises`.
 */
export type Command<Result> = <Args extends readonly unknown[]>(
  ...args: Args
) => Args extends readonly [] ? Result : unknown;

type CommandsOf<T> = { readonly [Name in keyof T]: T[Name] extends () => infer Result ? Command<Result> : never };

/** What both hooks can do with a session. */
export interface SessionCommands<S extends SessionService>
  extends
    CommandsOf<Pick<Session<S>, "acquire" | "start" | "whenRunning" | "stop" | "query">>,
    Pick<Session<S>, "resume" | "receive" | "clearError"> {
  /** Back to `idle`. Rejects with `invalid-state` while something runs or is under way. */
  readonly reset: Command<Promise<void>>;
}

/** Their arguments are picked, so that `onClick={start}` hands over no event. */
export function commandsOf<S extends SessionService>({ run, act }: Runner<Session<S>>): SessionCommands<S> {
  return {
    acquire: () => run((session) => session.acquire()),
    start: () => run((session) => session.start()),
    whenRunning: () => run((session) => session.whenRunning()),
    stop: () => run((session) => session.stop()),
    query: () => run((session) => session.query()),
    resume: (handle) => run((session) => session.resume(handle)),
    reset: () => run(async (session) => session.reset()),
    clearError: () => act((session) => session.clearError()),
    receive: (event) => act((session) => session.receive(event)),
  };
}
