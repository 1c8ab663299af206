// For pages behind the app's own proxy: no secret, no validation, no texts but those of what a page meets without an answer.
// Sessions are here too, so that a page imports nothing else.
export { clockOf } from "./context/parts-of.ts";
export { setDocsUrl } from "./errors/docs.ts";
export { idleSnapshot, restoringSnapshot } from "./machine/idle-snapshot.ts";
export { createPageClient, createPageRecording, createPageSttAgents } from "./page/client.ts";
export type { PageClient, PageRecordingClient, PageSttAgentsClient } from "./page/client.ts";
export { explainError } from "./page/explain-error.ts";
export { type ExplanationStore, explanationOf } from "./page/explanation-of.ts";
export type { PageClientOptions, PageValidator } from "./page/options.ts";
export type { PageRecording } from "./page/recording.ts";
export { sessionsOf } from "./sessions/cache.ts";
export { createRecordingSession, preloadRecordingSession } from "./sessions/on-demand/recording-session.ts";
export { recordingKey } from "./sessions/recording-key.ts";
export { retryOf } from "./sessions/retry-of.ts";
export {
  createMemoryStorage,
  createWebStorage,
  localStorageAdapter,
  sessionStorageAdapter,
} from "./sessions/storage.ts";
export { createSttTask, preloadSttTask } from "./sessions/on-demand/stt-task.ts";
export { sttKey } from "./sessions/stt-key.ts";
export { sttBotUids } from "./stt/bot-uids.ts";
