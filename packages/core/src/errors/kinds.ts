/** What the service can answer with a code, a message or a bare HTTP status. */
export type ServiceErrorKind =
  | "allocate-timeout"
  | "already-started"
  | "already-stopping"
  | "app-not-active"
  | "backend-timeout"
  | "bad-http-request"
  | "bad-request"
  | "builder-token-expired"
  | "builder-token-product-mismatch"
  | "builder-token-unparsable"
  | "concurrency-limit"
  | "conflict"
  | "gateway-timeout"
  | "internal-communication-error"
  | "internal-error"
  | "invalid-app-id"
  | "invalid-body"
  | "invalid-channel-name"
  | "invalid-credentials"
  | "invalid-layout"
  | "invalid-parameter"
  | "missing-authorization"
  | "no-resources"
  | "no-route"
  | "no-stream"
  | "no-worker"
  | "not-found"
  | "nothing-recorded"
  | "ok"
  | "partial"
  | "processing-timeout"
  | "query-server-error"
  | "rate-limited"
  | "request-not-completed"
  | "resource-expired"
  | "resource-mismatch"
  | "resource-unparsable"
  | "rest-token-expired"
  | "rest-token-invalid"
  | "rtc-token-expired"
  | "rtc-token-invalid"
  | "server-error"
  | "service-exiting"
  | "service-not-enabled"
  | "session-mismatch"
  | "start-network-failure"
  | "start-server-error"
  | "start-timeout"
  | "task-conflict"
  | "task-ended"
  | "task-not-found"
  | "task-token-mismatch"
  | "translation-target-equals-source"
  | "unauthorized"
  | "undocumented-15"
  | "upload-timeout"
  | "v7-error";

/** What the client finds out by itself, on the way to the service or from an answer that makes no sense. */
export type ClientConditionKind =
  | "client-timeout"
  | "dns-failure"
  | "network-error"
  | "non-json-response"
  | "unexpected-redirect"
  | "unexpected-response";

/** What goes wrong before anything is sent, or is wanted by the caller. */
export type LocalErrorKind =
  | "aborted"
  | "invalid-config"
  | "invalid-request"
  | "invalid-signature"
  | "invalid-state"
  | "storage-failed";

/** What the proxy of `@agora-edge/core/server` refuses by itself. */
export type ProxyErrorKind = "proxy-forbidden" | "proxy-rejected" | "proxy-unauthenticated";

/**
 * What went wrong, in one stable word. The same kind on another operation can call for another reaction:
 * read `error.retry` too.
 */
export type AgoraErrorKind = ServiceErrorKind | ClientConditionKind | LocalErrorKind | ProxyErrorKind;
