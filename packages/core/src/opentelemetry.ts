export { openTelemetry, type OpenTelemetryOptions } from "./opentelemetry/middleware.ts";
