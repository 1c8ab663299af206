import { AgoraError } from "@agora-edge/core";
import type { Inspection } from "@agora-edge/core/inspect";
import { expect, test } from "vitest";
import { emptyLog, type Log, mostRequests, mostTransitions, record } from "./log.ts";

const recorded = (...inspections: readonly Inspection[]): Log => inspections.reduce(record, emptyLog);

const request = (id: number): Inspection => ({
  type: "request",
  at: id,
  id,
  operation: "recording.start",
  attempt: 1,
  method: "POST",
  url: "/start",
  body: null,
});
const error = new AgoraError({ kind: "rate-limited", text: ["Too many", "Wait."] });

test("a request gets its answer and its error, whichever of many it is", () => {
  const { requests } = recorded(
    request(1),
    request(2),
    { type: "response", at: 12, id: 1, status: 429, body: { reason: "busy" } },
    { type: "failure", at: 15, id: 1, error },
  );
  expect(requests).toMatchObject([
    { id: 1, status: 429, response: { reason: "busy" }, error: { kind: "rate-limited" }, endedAt: 12 },
    { id: 2, status: null, response: null, error: null, endedAt: null },
  ]);
});

test("a request without an answer ends when that is clear", () => {
  expect(recorded(request(1), { type: "failure", at: 9, id: 1, error }).requests).toMatchObject([
    { status: null, error, endedAt: 9 },
  ]);
});

test("the log forgets the oldest, and takes no harm from an answer to what it forgot", () => {
  const ids = Array.from({ length: mostRequests + 5 }, (_, index) => index);
  const late: Inspection = { type: "response", at: 0, id: 0, status: 200, body: null };
  const { requests } = recorded(...ids.map(request), late);
  expect(requests.map(({ id }) => id)).toEqual(ids.slice(5));
  const transitions = Array.from({ length: mostTransitions + 3 }, (_, at): Inspection => ({
    type: "transition",
    at,
    service: "recording",
    key: "key",
    session: 1,
    event: { type: "tick", now: at },
    effects: [],
    before: { status: "idle" },
    state: { status: "idle" },
  }));
  expect(
    recorded(...transitions)
      .transitions.map(({ at }) => at)
      .slice(0, 2),
  ).toEqual([3, 4]);
  expect(recorded(...transitions).transitions).toHaveLength(mostTransitions);
});
