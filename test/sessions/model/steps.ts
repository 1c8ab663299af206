import type { FakeAgora } from "@agora-edge/msw/fake";
import fc from "fast-check";

type Operation = Parameters<FakeAgora["fail"]>[0];
type Fault = Parameters<FakeAgora["fail"]>[1];

/** One thing that happens in a history. */
export type Step =
  | { do: "acquire" | "start" | "stop" | "query" | "whenRunning" | "reset" }
  | { do: "wait"; ms: number }
  | { do: "join" | "leave" | "hide" | "show" | "offline" | "online" | "focus" }
  | { do: "sleep"; ms: number }
  /** The wall clock of the page is set. */
  | { do: "jump"; ms: number }
  | { do: "fault"; operation: Operation; fault: Fault }
  /** Whatever the page asks for is refused for so long. */
  | { do: "refuse"; by: keyof typeof refusals; ms: number }
  | { do: "failover"; seconds: number }
  /** The storage refuses its next write. */
  | { do: "full" }
  /** The tab dies; a new page mounts. */
  | { do: "crash" }
  /** The session is disposed of; another one takes its place in the same page. */
  | { do: "dispose" }
  /** The tab dies, and a new one gets what `toJSON()` gave before. */
  | { do: "revive" }
  /** From here on commands go to the other tab. */
  | { do: "tab" };

const minute = 60_000;

const proxy = { "x-agora-edge-proxy": "1" };

/** Answers that say nothing about what runs, by who gives them. */
export const refusals = {
  "a proxy without a login": () => Response.json({ message: "Sign in." }, { status: 401, headers: proxy }),
  "a proxy that forbids": () => Response.json({ message: "Not yours." }, { status: 403, headers: proxy }),
  "the app": () => Response.json({ error: "csrf" }, { status: 400, headers: proxy }),
  "Agora, credentials": () => Response.json({ message: "Invalid authentication credentials" }, { status: 401 }),
  "Agora, permission": () => Response.json({ message: "Forbidden" }, { status: 403 }),
  "Agora, request": () => Response.json({ code: 2, reason: "bad request" }, { status: 400 }),
} as const;

const faults: readonly [Operation, Fault][] = [
  ["recording.acquire", { network: true }],
  ["recording.acquire", { status: 500 }],
  ["recording.acquire", { kind: "concurrency-limit" }],
  ["recording.acquire", { hang: true }],
  ["recording.start", { network: true }],
  ["recording.start", { network: true, tookEffect: true }],
  ["recording.start", { network: true, tookEffect: true, times: 3 }],
  ["recording.start", { hang: true, tookEffect: true }],
  ["recording.start", { hang: true, tookEffect: true, times: 3 }],
  ["recording.start", { code: 65, tookEffect: true }],
  ["recording.start", { code: 65, times: 3 }],
  ["recording.start", { code: 433 }],
  ["recording.start", { code: 1001 }],
  ["recording.start", { status: 500, tookEffect: true, times: 4 }],
  ["recording.start", { status: 401 }],
  ["recording.start", { status: 502, body: "<html>Bad gateway</html>", tookEffect: true }],
  ["recording.start", { delay: 8000 }],
  ["recording.query", { network: true }],
  ["recording.query", { status: 500 }],
  ["recording.query", { status: 429 }],
  ["recording.query", { code: 404 }],
  ["recording.query", { status: 401 }],
  ["recording.query", { delay: 8000 }],
  ["recording.stop", { network: true }],
  ["recording.stop", { network: true, tookEffect: true, times: 3 }],
  ["recording.stop", { status: 500, times: 4 }],
  ["recording.stop", { status: 500, tookEffect: true }],
  ["recording.stop", { code: 65, tookEffect: true, times: 3 }],
  ["recording.stop", { hang: true, tookEffect: true }],
  ["recording.stop", { status: 401 }],
  ["recording.stop", { delay: 8000 }],
  ["recording.acquire", { status: 403 }],
  ["recording.start", { status: 403 }],
  ["recording.start", { code: 2 }],
  ["recording.query", { status: 403, times: 5 }],
  ["recording.query", { code: 2, times: 5 }],
  ["recording.query", { status: 503, times: 4 }],
  ["recording.stop", { status: 403 }],
  ["recording.stop", { code: 2, times: 2 }],
];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Step>({ do: "start" }) },
  { weight: 4, arbitrary: fc.constant<Step>({ do: "stop" }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Step>({ do: "acquire" }, { do: "query" }, { do: "whenRunning" }, { do: "reset" }),
  },
  {
    weight: 12,
    arbitrary: fc.record<Step & { do: "wait" }>({
      do: fc.constant("wait"),
      ms: fc.constantFrom(0, 500, 3000, 6000, 15_000, 35_000, 100_000, 2 * minute, 6 * minute, 40 * minute),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Step>(
      { do: "join" },
      { do: "join" },
      { do: "leave" },
      { do: "hide" },
      { do: "show" },
      { do: "offline" },
      { do: "online" },
      { do: "focus" },
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(...faults).map(([operation, fault]): Step => ({ do: "fault", operation, fault })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...(Object.keys(refusals) as (keyof typeof refusals)[])),
        fc.constantFrom(3000, 20_000, 100_000, 6 * minute),
      )
      .map(([by, ms]): Step => ({ do: "refuse", by, ms })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Step>(
      { do: "crash" },
      { do: "dispose" },
      { do: "revive" },
      { do: "tab" },
      { do: "full" },
      { do: "sleep", ms: 20 * minute },
      { do: "sleep", ms: 2 * minute },
      { do: "jump", ms: 2 * minute },
      { do: "jump", ms: 60 * minute },
      { do: "jump", ms: -2 * minute },
      { do: "jump", ms: -60 * minute },
      { do: "failover", seconds: 20 },
      { do: "failover", seconds: 80 },
    ),
  },
);

export const history: fc.Arbitrary<{ steps: Step[]; storageDelay: number; maxIdle: boolean }> = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 100, size: "max" }),
  storageDelay: fc.constantFrom(0, 0, 20),
  maxIdle: fc.boolean(),
});
