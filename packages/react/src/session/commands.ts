import type { Session, SessionService } from "@agora-edge/core";
import type { Runner } from "./binding.ts";

/** What both hooks can do with a session. */
export type SessionCommand = "acquire" | "start" | "whenRunning" | "stop" | "query" | "resume" | "reset" | "receive";

/** Their arguments are picked, so that `onClick={start}` hands over no event. */
export function commandsOf<S extends SessionService>({
  run,
  act,
}: Runner<Session<S>>): Pick<Session<S>, SessionCommand> {
  return {
    acquire: () => run((session) => session.acquire()),
    start: () => run((session) => session.start()),
    whenRunning: () => run((session) => session.whenRunning()),
    stop: () => run((session) => session.stop()),
    query: () => run((session) => session.query()),
    resume: (handle) => run((session) => session.resume(handle)),
    reset: () => act((session) => session.reset()),
    receive: (event) => act((session) => session.receive(event)),
  };
}
