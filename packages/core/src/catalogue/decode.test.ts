import { describe, expect, test } from "vitest";
import type { AgoraOperation } from "../errors/operations.ts";
import { decodeFailure } from "./decode.ts";
import { documentedFailures } from "./testing/documented-failures.ts";
import { recordingCatalogue } from "./recording.ts";
import type { ServiceCatalogue } from "./row.ts";
import { sttAgentsCatalogue } from "./stt.ts";
import { sttTasksCatalogue } from "./stt-tasks.ts";
import { effectOf } from "../testing/effect-of.ts";

const catalogues: Readonly<Record<string, ServiceCatalogue>> = {
  recording: recordingCatalogue,
  sttAgents: sttAgentsCatalogue,
  sttTasks: sttTasksCatalogue,
};
const catalogueOf = (operation: AgoraOperation) => catalogues[operation.split(".")[0] ?? ""] ?? recordingCatalogue;

function qualify(service: "recording" | "stt", name: string): AgoraOperation {
  if (service === "recording") return `recording.${name}` as AgoraOperation;
  return `${/join|get|list|leave/.test(name) ? "sttAgents" : "sttTasks"}.${name}` as AgoraOperation;
}

/** Operations have rows of their own for these statuses, which come before the general ones. */
const overruled = (name: string, status: number) =>
  status >= 500 && (name === "start" || name === "query") ? `${name}-server-error` : undefined;

describe("every documented failure is named, with its retry policy", () => {
  const cases = documentedFailures.flatMap(([service, operations, ...rest]) =>
    operations.split(" ").map((name) => [service, name, ...rest] as const),
  );
  test.each(cases)("%s %s: HTTP %i %j is %s", (service, name, status, body, kind, policy, seconds, unknown) => {
    const general = body.code === undefined && body.message === undefined && !kind.endsWith("-server-error");
    const expected = service === "recording" && general ? (overruled(name, status) ?? kind) : kind;
    const decoded = decodeFailure(catalogueOf(qualify(service, name)), {
      operation: qualify(service, name),
      effect: effectOf(qualify(service, name)),
      status,
      code: body.code,
      texts: [body.reason ?? [], body.message ?? []].flat(),
      isJson: true,
    });
    expect(decoded.kind).toBe(expected);
    if (expected !== kind) return;
    const delays = seconds.map((second) => second * 1000);
    expect(decoded.retry).toEqual({ policy, delays, outcomeUnknown: unknown === 1 });
  });
});

const decode = (operation: AgoraOperation, status: number, code?: number, ...texts: string[]) =>
  decodeFailure(recordingCatalogue, { operation, effect: effectOf(operation), status, code, texts, isJson: true });

test("a code counts more than the HTTP status that it came with", () => {
  expect(decode("recording.start", 500, 2).kind).toBe("invalid-parameter");
  expect(decode("recording.acquire", 400, 401).kind).toBe("invalid-channel-name");
  expect(decode("recording.start", 500, 502).kind).toBe("no-worker");
  expect(decode("recording.query", 500, 62).kind).toBe("backend-timeout");
});

test("a text counts where there is no code", () => {
  expect(decode("recording.stop", 400, undefined, "invalid operation").kind).toBe("already-stopping");
  expect(decode("recording.query", 404, undefined, "failed to find worker").kind).toBe("task-not-found");
  expect(decode("recording.query", 404, undefined, "no Route matched with those values").kind).toBe("no-route");
});

test("an unknown code leaves the HTTP status to speak", () => {
  expect(decode("recording.start", 500, 4711)).toMatchObject({ kind: "start-server-error" });
  expect(decode("recording.acquire", 418, 4711)).toMatchObject({ kind: "bad-request", retry: { policy: "none" } });
  expect(decode("recording.acquire", 503, 4711)).toMatchObject({
    kind: "server-error",
    retry: { policy: "back-off", outcomeUnknown: false },
  });
  expect(decode("recording.stop", 503, 4711)).toMatchObject({
    kind: "server-error",
    retry: { policy: "same-resource", outcomeUnknown: true },
  });
  expect(decode("recording.stop", 202)).toMatchObject({ kind: "unexpected-response", retry: { outcomeUnknown: true } });
});
