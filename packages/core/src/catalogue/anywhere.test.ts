import { describe, expect, test } from "vitest";
import { pickText } from "../explain/explain-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { zhCN } from "../locales/zh-CN.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import { recordingService } from "../recording/service.ts";
import { sttAgentsService } from "../stt/agents/service.ts";
import { sttTasksService } from "../stt/tasks/service.ts";
import type { Service } from "../pipeline/call.ts";
import { decodeFailure } from "./decode.ts";
import { effectOf } from "../testing/effect-of.ts";

type Meaning = AgoraErrorKind | Readonly<Record<string, AgoraErrorKind>>;

const recordingOperations = ["acquire", "start", "query", "update", "updateLayout", "stop"].map(
  (name) => `recording.${name}`,
);
const sttOperations = [
  ...["acquire", "start", "query", "update", "stop"].map((name) => `sttTasks.${name}`),
  ...["join", "get", "list", "update", "leave"].map((name) => `sttAgents.${name}`),
];

/** The codes of the older lists, which name no operation for most of them; what differs on some operation is said with `*`. */
const recordingCodes: Readonly<Record<number, Meaning>> = {
  2: "invalid-parameter",
  7: "already-started",
  8: "bad-http-request",
  49: "already-stopping",
  53: "task-conflict",
  62: { "recording.acquire": "service-not-enabled", "recording.start": "start-timeout", "*": "backend-timeout" },
  65: "request-not-completed",
  109: "rtc-token-expired",
  110: "rtc-token-invalid",
  432: "resource-mismatch",
  433: "resource-expired",
  435: "nothing-recorded",
  501: { "recording.acquire": "no-resources", "*": "service-exiting" },
  1001: "resource-unparsable",
  1003: "session-mismatch",
  1013: "invalid-channel-name",
  1028: "invalid-layout",
};

const internal = { "sttTasks.start": "internal-error", "*": "server-error" } as const;
const sttCodes: Readonly<Record<number, Meaning>> = {
  1: internal,
  2: "invalid-parameter",
  6: internal,
  20: "processing-timeout",
  23: internal,
  49: { "sttTasks.start": "already-started", "sttAgents.join": "already-started", "*": "already-stopping" },
  53: "task-token-mismatch",
  62: {
    "sttTasks.acquire": "service-not-enabled",
    "sttTasks.start": "start-network-failure",
    "*": "internal-communication-error",
  },
  404: { sttTasks: "task-ended", sttAgents: "not-found" },
  501: internal,
  502: internal,
  504: internal,
  1001: "builder-token-unparsable",
  1003: "session-mismatch",
};

const sttService = (operation: string): Service =>
  operation.startsWith("sttTasks.") ? sttTasksService : sttAgentsService;

function meaningOf(meaning: Meaning, operation: string): AgoraErrorKind {
  if (typeof meaning === "string") return meaning;
  const kind = meaning[operation] ?? meaning[operation.split(".")[0] ?? ""] ?? meaning["*"];
  if (!kind) throw new RangeError(operation);
  return kind;
}

const rows = (operations: readonly string[], codes: Readonly<Record<number, Meaning>>) =>
  operations.flatMap((operation) =>
    Object.entries(codes).map(
      ([code, meaning]) => [operation as AgoraOperation, Number(code), meaningOf(meaning, operation)] as const,
    ),
  );

const fallbacks: readonly AgoraErrorKind[] = ["bad-request", "unexpected-response"];

/** What the code is taken for, whatever the status and the words that come with it. */
const kindsOf = (service: Service, operation: AgoraOperation, code: number) =>
  [400, 404, 206, 500].map((status) => {
    const failure = {
      operation,
      effect: effectOf(operation),
      status,
      code,
      texts: ["words that nobody knows"],
      isJson: true,
    };
    return decodeFailure(service.catalogue, failure).kind;
  });

/** Its explanations in English and in Chinese. Where there is no text, the kind stands for it. */
const explanationsOf = (service: Service, operation: AgoraOperation, kind: AgoraErrorKind) => [
  pickText(service.texts, kind, operation)[0],
  pickText(zhCN, kind, operation)[1],
];

const nothingKnown = /^[a-z0-9-]+$|without a known reason|未给出可识别的原因/;

describe("a known code is explained by its meaning wherever it comes", () => {
  const recordingRows = rows(recordingOperations, recordingCodes);
  const sttRows = rows(sttOperations, sttCodes);

  test("the tables are whole", () => {
    expect(recordingRows).toHaveLength(17 * 6);
    expect(sttRows).toHaveLength(14 * 10);
  });

  test.each(recordingRows)("%s, code %i: %s", (operation, code, kind) => {
    expect(new Set(kindsOf(recordingService, operation, code))).toEqual(new Set([kind]));
    expect(fallbacks).not.toContain(kind);
    for (const words of explanationsOf(recordingService, operation, kind)) expect(words).not.toMatch(nothingKnown);
  });

  test.each(sttRows)("%s, code %i: %s", (operation, code, kind) => {
    expect(new Set(kindsOf(sttService(operation), operation, code))).toEqual(new Set([kind]));
    expect(fallbacks).not.toContain(kind);
    for (const words of explanationsOf(sttService(operation), operation, kind)) expect(words).not.toMatch(nothingKnown);
  });
});

test("repeats of an internal failure of Speech-to-Text are advised where they are documented", () => {
  const delays = (code: number) =>
    decodeFailure(sttTasksService.catalogue, {
      operation: "sttTasks.start",
      effect: "begin",
      status: 500,
      code,
      texts: [],
      isJson: true,
    }).retry.delays;
  expect([1, 6, 23].map(delays)).toEqual([[], [], []]);
  for (const code of [501, 502, 504]) expect(delays(code)).toEqual([1000, 3000, 6000]);
});

test("HTTP 201 says that something has been started before where something is started, and nowhere else", () => {
  const kindOf = (service: Service, operation: AgoraOperation) =>
    decodeFailure(service.catalogue, {
      operation,
      effect: effectOf(operation),
      status: 201,
      code: undefined,
      texts: [],
      isJson: true,
    }).kind;
  for (const operation of recordingOperations as AgoraOperation[]) {
    const starts = operation === "recording.start";
    expect(kindOf(recordingService, operation)).toBe(starts ? "already-started" : "unexpected-response");
  }
  for (const operation of sttOperations as AgoraOperation[]) {
    const starts = /start|join/.test(operation);
    expect(kindOf(sttService(operation), operation)).toBe(starts ? "already-started" : "unexpected-response");
  }
});
