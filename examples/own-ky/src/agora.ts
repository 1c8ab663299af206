import { createAgoraClient, type AgoraClient, type AgoraClientOptions } from "@agora-edge/core";
import { openTelemetry, type OpenTelemetryOptions } from "@agora-edge/core/opentelemetry";

type Options = Pick<AgoraClientOptions, "appId" | "baseUrl" | "ky" | "clock"> & Pick<OpenTelemetryOptions, "tracer">;

/** The client of a page: over the app's own requests, with a span for each call that its server's spans continue. */
export const createAgora = ({ tracer, ...options }: Options): AgoraClient =>
  createAgoraClient({ ...options, use: [openTelemetry({ tracer, propagate: true })] });
