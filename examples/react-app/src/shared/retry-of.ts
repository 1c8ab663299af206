import type { AgoraError, SessionSnapshot } from "@agora-edge/core";

interface Commands {
  readonly status: SessionSnapshot["status"];
  readonly start: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
  readonly query: () => Promise<unknown>;
  readonly acquire: () => Promise<unknown>;
}

/** The command that has failed, to be tried again. Changes (layout, languages) are repeated where they were made. */
export function retryOf(error: AgoraError, session: Commands): (() => void) | undefined {
  const command = error.operation?.split(".")[1] ?? "";
  if (session.status === "idle" && command === "acquire") return () => void session.acquire();
  if (session.status === "failed" || command === "start" || command === "join") return () => void session.start();
  if (command === "stop" || command === "leave") return () => void session.stop();
  if (command === "query" || command === "get") return () => void session.query();
  return undefined;
}
