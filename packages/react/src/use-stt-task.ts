import type {
  ClientWith,
  SttAgentTaskOptions,
  SttBuilderTaskOptions,
  SttClient,
  SttServiceOf,
  SttSnapshot,
  SttTask,
  SttTaskVersion,
  SttVersion,
} from "@agora-edge/core";
import { createSttTask, sttBotUids, sttKey } from "@agora-edge/core/page";
import type { SessionCallbacks } from "./session/callbacks.ts";
import type { Runner, SessionHookOptions, SessionKind } from "./session/binding.ts";
import { commandsOf, type SessionCommands } from "./session/commands.ts";
import { useSession } from "./session/use-session.ts";
import { useClientWith } from "./use-agora-client.ts";

/** v7: what the agent transcribes, how the session behaves, and what unmounting does. */
export interface UseSttAgentOptions extends SttAgentTaskOptions, SessionHookOptions, SessionCallbacks<"sttAgents"> {
  /** Wins over the client of the `AgoraProvider`. One of `createSttAgents` will do. */
  client?: ClientWith<"sttAgents"> | undefined;
}

/** v6, v5 and beta: what the task transcribes, how the session behaves, and what unmounting does. */
export interface UseSttBuilderTaskOptions<Version extends SttTaskVersion = SttTaskVersion>
  extends SttBuilderTaskOptions<Version>, SessionHookOptions, SessionCallbacks<"sttTasks"> {
  /** Wins over the client of the `AgoraProvider`. One of `createSttTasks` will do. */
  client?: ClientWith<"sttTasks"> | undefined;
}

/** What is transcribed. May be made anew in every render. */
export type UseSttTaskOptions<Version extends SttVersion = SttVersion> = Version extends SttTaskVersion
  ? UseSttBuilderTaskOptions<Version>
  : UseSttAgentOptions;

/**
 * What a transcription session shows, and its commands. A new object only when the session shows something new; the
 * commands stay the same for the life of the component. Their promises may be left alone: failures stand in `error`.
 */
export type UseSttTaskResult<Version extends SttVersion = SttVersion> = SttSnapshot<Version> &
  SessionCommands<SttServiceOf<Version>> &
  Pick<SttTask<Version>, "update" | "botUids">;

const kind: SessionKind<"sttAgents" | "sttTasks", UseSttTaskOptions> = {
  // The hook has looked whether the client has the service of the generation.
  create: (client: object, options) => createSttTask<SttVersion>(client as SttClient, options),
  configure: (session, options) => session.configure(options),
  snapshotOf: (session) => session.getSnapshot(),
};

const makeCommands = (runner: Runner<SttTask, UseSttTaskOptions>) => ({
  ...commandsOf<"sttAgents" | "sttTasks">(runner),
  update: (...[fields]: Parameters<SttTask["update"]>) => runner.run((session) => session.update(fields)),
  // In the first render too, in which there is no session yet.
  botUids: () => {
    const { request } = runner.options();
    return runner.peek()?.botUids() ?? (typeof request === "function" ? [] : sttBotUids(request));
  },
});

/**
 * The transcription of one channel, as it is. Components with the same `key` (default: App ID and the agent's `name`, or
 * `instanceId`) share one session. v7 has no leases: `acquiring`, `acquired` and `expired` do not occur there.
 *
 * @throws Error without an `AgoraProvider` above or a `client` in the options, or where that client lacks the service; AgoraError of kind `invalid-config` when
 *   `request` is a function and `name` (v7) or `instanceId` is missing
 * @example
 * const stt = useSttTask({ version: "v7", request: { name: "room-1", languages: ["en-US"], rtcConfig } });
 * <button onClick={stt.start} disabled={stt.isPending || stt.isActive}>Captions</button>
 * <button onClick={stt.stop} disabled={!stt.isActive}>Stop</button>
 */
export function useSttTask<const Version extends SttVersion>(
  options: UseSttTaskOptions<Version>,
): UseSttTaskResult<Version>;
// One generation is chosen at run time; to the outside the types are those of `Version`.
export function useSttTask(options: UseSttTaskOptions): UseSttTaskResult {
  // Apart, because a session cannot change from one service to the other under the same key.
  const service = options.version === "v7" ? "sttAgents" : "sttTasks";
  const client = useClientWith("useSttTask", [service], options.client);
  return useSession(kind, { client, service, key: sttKey(client.appId, options), options }, makeCommands);
}
