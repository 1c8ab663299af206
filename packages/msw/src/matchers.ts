/** Matchers for any `expect` that can be extended, and the same as plain assertions. */
export { agoraMatchers, type AgoraMatchers, assertAgora, type MatcherResult } from "./matchers/matchers.ts";
export type { RecordingFields, RequestFields } from "./matchers/checks.ts";
