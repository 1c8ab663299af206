export type { Auth } from "./auth/auth.ts";
export { basicAuth } from "./auth/basic-auth.ts";
export { tokenAuth } from "./auth/token-auth.ts";
export { type Channels, type ChannelsClient, createChannels } from "./channels/channels.ts";
export type {
  BanDuration,
  BanRequest,
  BanRule,
  ChannelListFilter,
  ChannelListItem,
  ChannelPrivilege,
  ChannelUser,
  ChannelUsers,
} from "./channels/types.ts";
export { type AgoraClient, createAgoraClient } from "./client/agora-client.ts";
export { clockOf } from "./context/parts-of.ts";
export type { RequestWarning } from "./context/warning.ts";
export type { AgoraClientOptions } from "./context/options.ts";
export type { AnyClient, ClientWith, ServiceName } from "./client/service-client.ts";
export { AgoraAbortError } from "./errors/abort-error.ts";
export { AgoraError, isAgoraError } from "./errors/agora-error.ts";
export { AgoraApiError } from "./errors/api-error.ts";
export { explainError } from "./explain/explain-error.ts";
export type { Explanation, ExplanationText, ExplanationVariant, Locale } from "./errors/explanation.ts";
export type {
  AgoraErrorKind,
  ClientConditionKind,
  LocalErrorKind,
  ProxyErrorKind,
  ServiceErrorKind,
} from "./errors/kinds.ts";
export { AgoraNetworkError } from "./errors/network-error.ts";
export type { RetryAdvice, RetryPolicy } from "./errors/retry-advice.ts";
export { AgoraTimeoutError } from "./errors/timeout-error.ts";
export { AgoraValidationError } from "./errors/validation-error.ts";
export type {
  AgoraOperation,
  ChannelsOperation,
  RecordingOperation,
  SttAgentsOperation,
  SttTasksOperation,
} from "./errors/operations.ts";
export { createRecording, type Recording, type RecordingClient } from "./recording/recording.ts";
export { AudioProfile } from "./recording/types/audio-profile.ts";
export { ChannelType } from "./recording/types/channel-type.ts";
export { DecryptionMode, type ChannelDecryption } from "./rtc/encryption.ts";
export {
  MixedVideoLayout,
  RenderMode,
  type LayoutRegion,
  type UserBackground,
  type VideoLayout,
} from "./recording/types/layout.ts";
export { KingsoftCloudRegion, QiniuRegion } from "./storage/legacy-storage-regions.ts";
export {
  AlibabaCloudRegion,
  AmazonS3Region,
  BaiduCloudRegion,
  HuaweiCloudRegion,
  TencentCloudRegion,
} from "./storage/storage-regions.ts";
export { StorageVendor } from "./storage/storage-vendor.ts";
export {
  StreamTypes,
  SubscribeUidGroup,
  VideoStreamType,
  type AudioSubscription,
  type Subscription,
  type VideoSubscription,
} from "./recording/types/subscription.ts";
export { migrateToRaw } from "./recording/migrate/migrate-to-raw.ts";
export type { RecordingMigration } from "./recording/migrate/types.ts";
export type { AcquireClientRequest, AcquireRequest } from "./recording/types/acquire.ts";
export type {
  ClientRequest,
  IndividualClientRequest,
  MixClientRequest,
  WebClientRequest,
} from "./recording/types/client-request.ts";
export type {
  AliyunVodServiceConfig,
  AudioModerationService,
  ChannelServiceConfig,
  ErrorHandlePolicy,
  ExtensionServiceConfig,
  RtmpOutput,
  RtmpPublishService,
  WebRecorderParam,
  WebRecorderService,
} from "./recording/types/extension-services.ts";
export type { RecordingFile } from "./recording/types/file.ts";
export type { IndividualFileConfig, MixedFileConfig, SnapshotConfig } from "./recording/types/files-config.ts";
export type {
  RecordingHandle,
  RecordingLayoutTarget,
  RecordingQueryTarget,
  RecordingTarget,
} from "./recording/types/handle.ts";
export type { AppsCollection, TranscodeOptions } from "./recording/types/legacy-transcoding.ts";
export type { KnownRecordingMode, RecordingMode } from "./recording/types/mode.ts";
export type { OtherClientRequest } from "./recording/types/other-mode.ts";
export type { UpdateOtherRequest } from "./recording/types/update.ts";
export type { QueryResult } from "./recording/types/query.ts";
export type { RawClientRequest, RawFileConfig, RawRecordingConfig } from "./recording/types/raw.ts";
export type {
  ChannelConfig,
  IndividualRecordingConfig,
  MixRecordingConfig,
  RecordingExtensionParams,
} from "./recording/types/recording-config.ts";
export type { RecordingResource } from "./recording/types/resource.ts";
export type {
  ExtensionServicePayload,
  ExtensionServiceState,
  ExtensionStreamState,
  FileEntry,
  QueryServerResponse,
  ServerResponse,
  StopServerResponse,
} from "./recording/types/server-response.ts";
export type { RecordingServiceState } from "./recording/types/service-state.ts";
export type { LeaseFields, StartRequest } from "./recording/types/start.ts";
export type { RecordingState, RecordingStateName } from "./recording/types/state.ts";
export type { StopClientRequest, StopResult } from "./recording/types/stop.ts";
export type { StorageConfig, StorageExtensionParams } from "./storage/storage-config.ts";
export type { TranscodingConfig } from "./recording/types/transcoding-config.ts";
export type {
  StreamSubscribe,
  UpdateChannelRequest,
  UpdateClientRequest,
  UpdateResult,
  UpdateWebRequest,
} from "./recording/types/update.ts";
export type { UpdateLayoutClientRequest } from "./recording/types/update-layout.ts";
export type { UploadState } from "./recording/types/upload.ts";
export type { Clock } from "./runtime/clock.ts";
export { sttBotUids } from "./stt/bot-uids.ts";
export { createSttAgents, type SttAgents, type SttAgentsClient } from "./stt/agents/agents.ts";
export type { SttLanguage, SttLanguageCode, SttOtherLanguageCode } from "./stt/languages/language.ts";
export {
  languageName,
  languagesOf,
  type SttLanguageInfo,
  sttLanguages,
  type SttLanguageUse,
} from "./stt/languages/languages.ts";
export type { MigrationChange } from "./migration/change.ts";
export { migrateToV7 } from "./stt/migrate/migrate.ts";
export { migrateStatusToV7 } from "./stt/migrate/status.ts";
export type { SttMigration, SttMigrationChange, SttMigrationOptions, SttMigrationSource } from "./stt/migrate/types.ts";
export {
  isSttOver,
  isSttRunning,
  normaliseSttState,
  normalizeSttState,
  type SttState,
  type SttStateName,
} from "./stt/states.ts";
export { createSttTasks, type SttTasks, type SttTasksClient } from "./stt/tasks/tasks.ts";
export type { SttAcquireRequest } from "./stt/types/acquire.ts";
export type { SttBetaRequest } from "./stt/types/beta-request.ts";
export type { SttCaptionConfig, SttV7CaptionConfig } from "./stt/types/caption-config.ts";
export type { SttCryption } from "./stt/types/cryption.ts";
export type { SttExtensionParams } from "./stt/types/extension-params.ts";
export type { SttAgentHandle, SttAgentTarget, SttTaskHandle, SttTaskTarget } from "./stt/types/handle.ts";
export type { SttJoinRequest } from "./stt/types/join.ts";
export type { SttUidLanguages } from "./stt/types/languages-config.ts";
export type { SttTaskLease, SttTaskLeaseFields } from "./stt/types/lease.ts";
export { type SttListFilter, type SttListItem, SttListState } from "./stt/types/list.ts";
export type { SttAgentResult, SttLeaveResult, SttStopResult, SttTaskResult } from "./stt/types/results.ts";
export type { SttV5RtcConfig, SttV6RtcConfig, SttV7RtcConfig } from "./stt/types/rtc-config.ts";
export type { SttSpeakers } from "./stt/types/speakers.ts";
export type { SttStartRequest } from "./stt/types/start.ts";
export type { SttStorage } from "./stt/types/storage.ts";
export type { SttTaskRequest, SttV5Request, SttV6Request } from "./stt/types/task-request.ts";
export type {
  SttTranslation,
  SttV5TranslateConfig,
  SttV6TranslateConfig,
  SttV7TranslateConfig,
} from "./stt/types/translate-config.ts";
export type { SttUpdateFields } from "./stt/types/update.ts";
export type { SttTaskVersion, SttVersion } from "./stt/types/version.ts";
export type { Answer, CallContext, CallOptions } from "./pipeline/call.ts";
export type { HeadersOption } from "./pipeline/authorize.ts";
export type { RequestInfo, ResponseInfo, RetryInfo, TransportHooks } from "./pipeline/observe.ts";
export type { AgoraArea } from "./pipeline/hosts.ts";
export type { CallMiddleware, Middleware, RequestContext, RequestMiddleware } from "./pipeline/middleware.ts";
export { createRateLimiter, type LocalRateLimiter } from "./limiter/priority-limiter.ts";
export type {
  PermitRequest,
  RateLimit,
  RateLimiter,
  RequestPriority,
  WaitingRateLimiter,
} from "./limiter/rate-limiter.ts";
export type { RetryOptions } from "./pipeline/retry.ts";
export type { ValidationIssue, ValidationWarning } from "./validation/issue.ts";
export { explainLeave } from "./explain/explain-leave.ts";
export { explainState, type ExplainStateOptions } from "./explain/explain-state.ts";
export type { StateGroup, StateKey } from "./states/state-key.ts";
export type { StateExplanation, StateText, StateTexts } from "./states/state-text.ts";
export type { SessionNotification } from "./machine/notification.ts";
export { setDocsUrl } from "./errors/docs.ts";
export { idleSnapshot, restoringSnapshot } from "./machine/idle-snapshot.ts";
export type {
  AcquiredSnapshot,
  AcquiringSnapshot,
  ExpiredSnapshot,
  FailedSnapshot,
  IdleSnapshot,
  RecoveringSnapshot,
  RunningSnapshot,
  SessionPush,
  SessionSnapshot,
  StartingSnapshot,
  StoppedSnapshot,
  StoppingSnapshot,
} from "./machine/snapshot-types.ts";
export type {
  RecordingIntent,
  SessionEnding,
  SessionService,
  SessionStatus,
  SttAgentIntent,
  SttTaskIntent,
} from "./machine/types.ts";
export { type SessionCache, sessionsOf } from "./sessions/cache.ts";
export type { CachedSession, EnsureOptions, SessionOf } from "./sessions/cached-session.ts";
export type { SessionLocks } from "./effects/keyed-mutex.ts";
export type { SubscribeOptions } from "./sessions/observers.ts";
export type { MonitorOptions, PrepareContext, Resolvable, SessionOptions } from "./sessions/options.ts";
export {
  createRecordingSession,
  type RecordingSession,
  type RecordingSessionOptions,
  type RecordingSnapshot,
} from "./sessions/recording-session.ts";
export { recordingKey } from "./sessions/recording-key.ts";
export { retryOf, type Retryable } from "./sessions/retry-of.ts";
export type { Session } from "./sessions/session-type.ts";
export {
  createMemoryStorage,
  createWebStorage,
  localStorageAdapter,
  sessionStorageAdapter,
} from "./sessions/storage.ts";
export type { SessionStorage } from "./sessions/session-storage.ts";
export {
  createSttTask,
  type SttClient,
  type SttServiceOf,
  type SttSnapshot,
  type SttTask,
} from "./sessions/stt-task.ts";
export { sttKey } from "./sessions/stt-key.ts";
export type { SttAgentTaskOptions, SttBuilderTaskOptions, SttSessionOptions } from "./sessions/stt-options.ts";
export type { WakeSource } from "./sessions/wake.ts";
