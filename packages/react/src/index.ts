export { localStorageAdapter, sessionStorageAdapter } from "@agora-edge/core/page";
export { AgoraProvider, type AgoraProviderProps } from "./agora-provider.tsx";
export type { SessionDefaults } from "./session/client-context.ts";
export type { SessionHookOptions } from "./session/binding.ts";
export type { SessionCallbacks } from "./session/callbacks.ts";
export type { Command } from "./session/commands.ts";
export { useAgoraClient } from "./use-agora-client.ts";
export { useCaptions } from "./use-captions.ts";
export { useElapsed } from "./countdown/use-elapsed.ts";
export { useExplanation } from "./explanation/use-explanation.ts";
export type { LastRecording } from "./last-recording.ts";
export { useLastRecording, type UseLastRecordingOptions, type UseLastRecordingResult } from "./use-last-recording.ts";
export { useLeaseCountdown } from "./countdown/use-lease-countdown.ts";
export {
  useRecordingSession,
  type UseRecordingSessionOptions,
  type UseRecordingSessionResult,
} from "./use-recording-session.ts";
export { type ActiveRecording, type ActiveSession, type ActiveTranscription, useSessions } from "./use-sessions.ts";
export {
  useSttTask,
  type UseSttAgentOptions,
  type UseSttBuilderTaskOptions,
  type UseSttTaskOptions,
  type UseSttTaskResult,
} from "./use-stt-task.ts";
export { type RecordingName, useRecordingStatus, useSttStatus } from "./use-status.ts";
