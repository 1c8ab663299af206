import type {
  ClientWith,
  KnownRecordingMode,
  RecordingMode,
  RecordingSession,
  RecordingSessionOptions,
  RecordingSnapshot,
} from "@agora-edge/core";
import { createRecordingSession, recordingKey } from "@agora-edge/core/page";
import type { SessionCallbacks } from "./session/callbacks.ts";
import type { Runner, SessionHookOptions, SessionKind } from "./session/binding.ts";
import { commandsOf, type SessionCommands } from "./session/commands.ts";
import { useSession } from "./session/use-session.ts";
import { useClientWith } from "./use-agora-client.ts";

/** What is recorded, how the session behaves, and what unmounting does. May be made anew in every render. */
export interface UseRecordingSessionOptions<Mode extends RecordingMode = KnownRecordingMode>
  extends RecordingSessionOptions<Mode>, SessionHookOptions, SessionCallbacks<"recording"> {
  /** Wins over the client of the `AgoraProvider`. One of `createRecording` will do. */
  client?: ClientWith<"recording"> | undefined;
}

/**
 * What a recording session shows, and its commands. A new object only when the session shows something new; the commands
 * stay the same for the life of the component. Their promises may be left alone: failures stand in `error`.
 */
export type UseRecordingSessionResult<Mode extends RecordingMode = KnownRecordingMode> = RecordingSnapshot &
  SessionCommands<"recording"> &
  Pick<RecordingSession<Mode>, "update" | "updateLayout">;

const kind: SessionKind<"recording", UseRecordingSessionOptions> = {
  create: (client, options) => createRecordingSession<KnownRecordingMode>(client, options),
  configure: (session, options) => session.configure(options),
  snapshotOf: (session) => session.getSnapshot(),
};

const makeCommands = (runner: Runner<RecordingSession>) => ({
  ...commandsOf<"recording">(runner),
  update: (...[clientRequest]: Parameters<RecordingSession["update"]>) =>
    runner.run((session) => session.update(clientRequest)),
  updateLayout: (...[clientRequest]: Parameters<RecordingSession["updateLayout"]>) =>
    runner.run((session) => session.updateLayout(clientRequest)),
});

/**
 * The recording of one channel or page, as it is: what Agora says, not what was clicked. Components with the same `key`
 * (default: App ID, `cname` and `uid`) share one session.
 *
 * @throws Error without an `AgoraProvider` above or a `client` in the options, or where that client has no recordings
 * @example
 * const recording = useRecordingSession({ cname: "room-1", uid: "900001", mode: "mix", clientRequest });
 * <button onClick={recording.start} disabled={recording.isPending}>{recording.status}</button>
 */
export function useRecordingSession<const Mode extends RecordingMode>(
  options: UseRecordingSessionOptions<Mode>,
): UseRecordingSessionResult<Mode>;
// One mode is chosen at run time; to the outside the types are those of `Mode`.
export function useRecordingSession(options: UseRecordingSessionOptions): UseRecordingSessionResult {
  const client = useClientWith("useRecordingSession", ["recording"], options.client);
  const key = recordingKey(client.appId, options);
  return useSession(kind, { client, service: "recording", key, options }, makeCommands);
}
