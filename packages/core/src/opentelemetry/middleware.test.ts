import { context, propagation, ROOT_CONTEXT, trace, type TextMapPropagator } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AgoraClientOptions } from "../context/options.ts";
import { connectionFailed, handle, json, settle, startRequest, stubService, type Reply } from "../testing/service.ts";
import { openTelemetry, type OpenTelemetryOptions } from "./middleware.ts";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer("test");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  exporter.reset();
  trace.disable();
  propagation.disable();
});

const started = () => json(200, { sid: "sid-of-this" });
const spans = () => exporter.getFinishedSpans();

const traced = (
  replies: readonly Reply[],
  { client, ...options }: OpenTelemetryOptions & { client?: Partial<AgoraClientOptions> } = {},
) => stubService(replies, { ...client, use: [openTelemetry({ tracer, ...options })] });

describe("a call is a span of an HTTP client", () => {
  test("with method, template, host and status after OpenTelemetry's conventions", async () => {
    const { recording } = traced([started()], { client: { area: "EU" } });
    await settle(recording.start(startRequest));
    const template = "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/mode/{mode}/start";
    expect(spans()).toMatchObject([
      {
        name: `POST ${template}`,
        kind: 2,
        status: { code: 0 },
        attributes: {
          "http.request.method": "POST",
          "url.template": template,
          "agora.operation": "recording.start",
          "server.address": "api-eu-west-1.agora.io",
          "server.port": 443,
          "http.response.status_code": 200,
        },
        events: [{ name: "attempt", attributes: { "agora.attempt": 1, "http.response.status_code": 200 } }],
      },
    ]);
    expect(spans()[0]?.attributes).not.toHaveProperty("http.request.resend_count");
  });

  test("with an event for each attempt, and how often it was sent again", async () => {
    const { recording } = traced([connectionFailed(), json(206, { code: 65 }), started()]);
    await settle(recording.start(startRequest));
    expect(spans()).toHaveLength(1);
    const [span] = spans();
    expect(span?.attributes["http.request.resend_count"]).toBe(2);
    expect(span?.events.map(({ attributes }) => attributes)).toEqual([
      { "agora.attempt": 1, "server.address": "api.agora.io", "server.port": 443, "error.type": "network-error" },
      {
        "agora.attempt": 2,
        "server.address": "api.sd-rtn.com",
        "server.port": 443,
        "error.type": "request-not-completed",
        "http.response.status_code": 206,
      },
      { "agora.attempt": 3, "server.address": "api.sd-rtn.com", "server.port": 443, "http.response.status_code": 200 },
    ]);
  });

  test("that failed says so, by the kind of the error and its status", async () => {
    const { recording } = traced([json(404, { code: 404, reason: "failed to find worker" })]);
    await settle(recording.query(handle));
    expect(spans()).toMatchObject([
      {
        status: { code: 2 },
        attributes: { "error.type": "task-not-found", "http.response.status_code": 404 },
      },
    ]);
  });

  test("that asks another question on its way has a span for each", async () => {
    const gone = json(404, { code: 404, reason: "failed to find worker" });
    const { recording } = traced([connectionFailed(), gone]);
    await settle(recording.stop(handle));
    expect(spans().map(({ attributes }) => attributes["agora.operation"])).toEqual([
      "recording.query",
      "recording.stop",
    ]);
  });
});

test("nothing that is exported holds an ID, a secret or a word of the service", async () => {
  const secrets = ["builder-secret", "rtc-token-value", "secret-key-value", "access-key-value", "customer-secret"];
  const ids = ["app1", "room-1", "900001", "resource", "sid-of-this", "task-1", "words of the service"];
  const failed = () => json(400, { code: 2, reason: "words of the service: rtc-token-value" });
  const { agora, recording } = traced([started(), failed(), failed(), new TypeError("lost builder-secret")], {
    client: { retry: false, headers: { "x-session": "customer-secret" } },
  });
  await settle(recording.start(startRequest));
  await settle(recording.start(startRequest));
  await settle(agora.sttTasks.query({ tokenName: "builder-secret", taskId: "task-1" }));
  await settle(agora.channels.users("room-1"));
  expect(spans()).toHaveLength(4);
  const exported = JSON.stringify(
    spans().map(({ name, attributes, events, status, links }) => ({ name, attributes, events, status, links })),
  );
  for (const text of [...secrets, ...ids, btoa("customer-id:customer-secret")]) {
    expect(exported.replaceAll("resourceid/{resourceId}", "")).not.toContain(text);
  }
});

describe("the trace", () => {
  const propagator: TextMapPropagator = {
    inject: (where, carrier, setter) =>
      setter.set(carrier, "traceparent", `00-${trace.getSpanContext(where)?.spanId ?? "none"}`),
    extract: () => ROOT_CONTEXT,
    fields: () => ["traceparent"],
  };

  test.each([
    ["nowhere, unless it is asked for", undefined, [false, false]],
    ["everywhere", true, [true, true]],
    ["where the app says so", (url: URL) => url.hostname === "api.sd-rtn.com", [false, true]],
  ])("goes on %s", async (_, propagate, expected) => {
    propagation.setGlobalPropagator(propagator);
    const { recording, requests } = traced([connectionFailed(), started()], { propagate });
    await settle(recording.start(startRequest));
    const sent = requests.map(({ headers }) => headers.get("traceparent"));
    expect(sent.map((header) => header !== null)).toEqual(expected);
    const own = `00-${spans()[0]?.spanContext().spanId}`;
    for (const header of sent) expect([null, own]).toContain(header);
  });

  test("is that of the global provider by default, and costs nothing without one", async () => {
    const { recording } = stubService([started(), started()], { use: [openTelemetry()] });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid-of-this" });
    expect(spans()).toHaveLength(0);
    trace.setGlobalTracerProvider(provider);
    await settle(recording.start(startRequest));
    expect(spans().map(({ instrumentationScope }) => instrumentationScope.name)).toEqual(["@agora-edge/core"]);
  });

  test("has the call's span as the active one while it is sent", async () => {
    const seen: string[] = [];
    context.setGlobalContextManager({
      active: () => active,
      with(where, run, thisArg, ...args) {
        active = where;
        return run.call(thisArg as never, ...args);
      },
      bind: (_, target) => target,
      enable() {
        return this;
      },
      disable() {
        return this;
      },
    });
    let active = ROOT_CONTEXT;
    const { recording } = stubService([started()], {
      use: [
        openTelemetry({ tracer }),
        (_, next) => {
          seen.push(trace.getActiveSpan()?.spanContext().spanId ?? "none");
          return next();
        },
      ],
    });
    await settle(recording.start(startRequest));
    context.disable();
    expect(seen).toEqual([spans()[0]?.spanContext().spanId]);
  });
});
