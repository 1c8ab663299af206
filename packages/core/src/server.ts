export type {
  AgoraNotification,
  RecordingNotification,
  RecordingNotificationOf,
  SttAgentNotification,
  SttAgentNotificationOf,
  SttTaskNotification,
  SttTaskNotificationOf,
  UnknownNotification,
} from "./notifications/notification.ts";
export type { NotificationFile, RecordingDetails } from "./notifications/recording-details.ts";
export type { SttAgentPayloads, SttNotificationFile, SttTaskDetails } from "./notifications/stt-details.ts";
export { folderName } from "./server/folder-name.ts";
export type { ServerContext } from "./server/http/context.ts";
export { readJson, type ReadJsonOptions } from "./server/http/read-json.ts";
export type { OnError } from "./server/http/report.ts";
export { assertSameSite, type SameSiteOptions } from "./server/http/same-site.ts";
export type { BodyOperation } from "./server/proxy/operations.ts";
export { createGrant } from "./server/proxy/grant-issuer.ts";
export { type CallLimits, createLimits } from "./server/proxy/limits.ts";
export { type AgoraHandler, createAgoraHandler } from "./server/proxy/handler.ts";
export type { OfferedOperation } from "./server/proxy/offer.ts";
export type {
  AgoraHandlerOptions,
  AgoraIdentity,
  CorsOptions,
  PrepareCall,
  PreparedBodies,
  PrepareHooks,
  ProxyCall,
  StorageCheckOptions,
  StorageTrial,
} from "./server/proxy/options.ts";
export type {
  RestartOptionsOf,
  Supervisor,
  SupervisorOptions,
  SupervisorOrder,
  SupervisorStorage,
} from "./server/supervise/options.ts";
export {
  createRecordingSupervisor,
  type RecordingOrder,
  type RecordingSupervisor,
  type RecordingSupervisorOptions,
  type SupervisorMemory,
} from "./server/supervise/recording-supervisor.ts";
export { createSupervisor } from "./server/supervise/supervisor.ts";
export { applyNotification, type NotificationReceiver } from "./server/webhooks/apply.ts";
export {
  createMemoryDedupe,
  memoryDedupe,
  type MemoryDedupeOptions,
  type NotificationDedupe,
} from "./server/webhooks/dedupe.ts";
export { createNotificationHandler, type NotificationHandlerOptions } from "./server/webhooks/handler.ts";
export { verifyNotification, type VerifyNotificationOptions } from "./server/webhooks/verify.ts";
export { type AccessTokenOptions, buildAccessToken, type TokenBasics } from "./tokens/access-token.ts";
export { type ParsedRtcToken, type ParsedTokenService, parseRtcToken } from "./tokens/parse.ts";
export { createTokenProvider, type TokenProvider, type TokenProviderOptions } from "./tokens/provider.ts";
export { buildRtcToken, type RtcTokenOptions } from "./tokens/rtc-token.ts";
export {
  type AccessTokenService,
  RtcPrivilege,
  type RtcTokenService,
  type RtmTokenService,
  type SttTokenService,
  type TokenPrivileges,
  TokenService,
} from "./tokens/services.ts";
