import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type TextMapSetter,
  type Tracer,
} from "@opentelemetry/api";
import { isAgoraError } from "../errors/agora-error.ts";
import type { Answer, CallContext } from "../pipeline/call.ts";
import type { Middleware } from "../pipeline/middleware.ts";
import { templateOf } from "./template.ts";

/** Options of `openTelemetry`. */
export interface OpenTelemetryOptions {
  /** Default: that of the global tracer provider, under the name of this package. */
  tracer?: Tracer | undefined;
  /**
   * Which requests carry the trace on in their headers (`traceparent` and whatever else the global propagator writes). Default:
   * none, because Agora has no use for it. In a page, `true` continues the trace in your own proxy.
   */
  propagate?: boolean | ((url: URL) => boolean) | undefined;
}

const setter: TextMapSetter<Headers> = { set: (headers, name, value) => headers.set(name, value) };

const failureOf = (error: unknown): Attributes => {
  if (!isAgoraError(error)) return { "error.type": error instanceof Error ? error.name : "_OTHER" };
  const { kind, status } = error;
  return { "error.type": kind, ...(status === undefined ? {} : { "http.response.status_code": status }) };
};

const successOf = ({ status }: Answer): Attributes => ({ "http.response.status_code": status });

/** The host of a request, by the names of the conventions. */
function serverOf({ hostname, port, protocol }: URL): Attributes {
  const usual = protocol === "http:" ? 80 : 443;
  return { "server.address": hostname, "server.port": port === "" ? usual : Number(port) };
}

/** What a step comes to, told to `tell` either way. */
async function watch(
  run: () => Promise<Answer>,
  tell: (outcome: Attributes, isFailure: boolean) => void,
): Promise<Answer> {
  try {
    const answer = await run();
    tell(successOf(answer), false);
    return answer;
  } catch (error) {
    tell(failureOf(error), true);
    throw error;
  }
}

/**
 * Spans for OpenTelemetry: one of kind CLIENT for each call, after the conventions for HTTP clients, with an event for each
 * attempt. No IDs, headers, bodies, queries or messages are in it.
 *
 * @example createAgoraClient({ …, use: [openTelemetry()] })
 */
export function openTelemetry({ tracer, propagate = false }: OpenTelemetryOptions = {}): Middleware {
  const spans = new WeakMap<CallContext, Span>();
  const goesOn = typeof propagate === "function" ? propagate : () => propagate;
  return {
    aroundCall(call, next) {
      const { operation, method } = call;
      const template = templateOf(operation);
      const attributes = { "http.request.method": method, "url.template": template, "agora.operation": operation };
      const ours = tracer ?? trace.getTracer("@agora-edge/core");
      const span = ours.startSpan(`${method} ${template}`, { kind: SpanKind.CLIENT, attributes });
      spans.set(call, span);
      return watch(
        () => context.with(trace.setSpan(context.active(), span), next),
        (outcome, isFailure) => {
          span.setAttributes(outcome);
          if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      );
    },
    aroundRequest({ call, url, attempt, headers }, next) {
      const span = spans.get(call);
      if (!span) return next();
      const address = new URL(url);
      const server = serverOf(address);
      span.setAttributes(server);
      if (attempt > 1) span.setAttribute("http.request.resend_count", attempt - 1);
      if (goesOn(address)) propagation.inject(trace.setSpan(context.active(), span), headers, setter);
      return watch(next, (outcome) => {
        span.addEvent("attempt", { "agora.attempt": attempt, ...server, ...outcome });
      });
    },
  };
}
