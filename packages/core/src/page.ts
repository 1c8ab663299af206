// For pages behind the app's own proxy: no secret, no validation, no texts but those of what a page meets without an answer.
export { createPageClient, createPageRecording, createPageSttAgents } from "./page/client.ts";
export type { PageClient, PageRecordingClient, PageSttAgentsClient } from "./page/client.ts";
export { explainError } from "./page/explain-error.ts";
export type { PageClientOptions, PageValidator } from "./page/options.ts";
export type { PageRecording } from "./page/recording.ts";
