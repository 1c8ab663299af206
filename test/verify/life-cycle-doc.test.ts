import { expect, test } from "vitest";
import { drawDiagram, findArrows } from "./diagram.ts";
import { chinese, english, type LifeCycleWords } from "./life-cycle-words.ts";
import { AgoraApiError } from "../../packages/core/src/errors/api-error.ts";
import { AgoraNetworkError } from "../../packages/core/src/errors/network-error.ts";
import type { AgoraErrorKind } from "../../packages/core/src/errors/kinds.ts";
import type { QueryResult } from "../../packages/core/src/recording/types/query.ts";
import type { RecordingState } from "../../packages/core/src/recording/types/state.ts";
import type { SessionEffect } from "../../packages/core/src/machine/effects.ts";
import { resetProblem } from "../../packages/core/src/machine/environment.ts";
import type { SessionEvent } from "../../packages/core/src/machine/events.ts";
import { createState, type SessionState } from "../../packages/core/src/machine/state.ts";
import { transition } from "../../packages/core/src/machine/transition.ts";

type State = SessionState<"recording">;
type Event = SessionEvent<"recording">;

const target = { cname: "room-1", uid: "900001", mode: "mix" } as const;
const lease = { cname: "room-1", uid: "900001", resourceId: "resource-1", acquiredAt: 0, expiresAt: 300_000 };
const handle = { ...target, appId: "app-1", resourceId: "resource-1", sid: "sid-1", startedAt: 0 };
const now = 1000;

const after = (state: State, ...events: Event[]): State =>
  events.reduce((before, event) => transition(before, event).state, state);

const apiError = (kind: AgoraErrorKind, status: number, outcomeUnknown = false) =>
  new AgoraApiError({
    kind,
    status,
    reason: kind,
    operation: "recording.start",
    text: [kind, kind, ""],
    retry: { policy: "none", delays: [], outcomeUnknown },
  });

const answer = (state: RecordingState): QueryResult => ({
  ...target,
  resourceId: "resource-1",
  sid: "sid-1",
  serverResponse: { status: 5 },
  state,
  services: {},
  files: [],
  upload: null,
});

/** The number of the request in flight, whatever it is. */
const call = ({ inFlight }: State) =>
  inFlight.query ?? inFlight.stop ?? inFlight.start ?? inFlight.acquire ?? inFlight.orphan ?? 0;

const idle = createState("recording", { appId: "app-1", target });
const acquiring = after(idle, { type: "acquire", now });
const acquired = after(acquiring, { type: "acquired", now, call: 1, lease });
const claiming = after(acquired, { type: "start", now });
const preparing = after(claiming, { type: "claimed", now, call: call(claiming), runs: null });
const sent = after(
  preparing,
  { type: "prepared", now, call: call(preparing) },
  { type: "stored", now, step: "noting" },
);
const accepted = after(
  sent,
  { type: "started", now, call: call(sent), handle },
  { type: "stored", now, step: "accepting" },
);
const asked = after(accepted, { type: "query", now });
const recording = after(asked, { type: "queried", now, call: call(asked), result: answer("ready") });
const askedAgain = after(recording, { type: "query", now });
const recovering = after(askedAgain, {
  type: "failed",
  now,
  call: call(askedAgain),
  error: apiError("task-not-found", 404),
});
const stopping = after(recording, { type: "stop", now });
const gone = { type: "failed", now, call: call(stopping), error: apiError("task-not-found", 404) } as const;

const stranded = {
  type: "stopped",
  now,
  call: call(stopping),
  result: { ...answer("stopping"), serverResponse: {}, upload: "stranded" },
} as const;

/**
 * One state for each status, as it is reached. `starting` twice: before and after the service took it. `stopped` twice:
 * over, and over with files that wait on the recording server.
 */
const states: Readonly<Record<string, State>> = {
  "`idle`": idle,
  "`acquiring`": acquiring,
  "`acquired`": acquired,
  "`expired`": after(acquired, { type: "tick", now: 300_000, due: 300_000 }),
  "`starting`, sent": sent,
  "`starting`, accepted": accepted,
  "`recording`": recording,
  "`recovering`": recovering,
  "`stopping`": stopping,
  "`stopped`": after(stopping, gone),
  "`stopped`, files `stranded`": after(stopping, stranded),
  "`failed`": after(sent, { type: "failed", now, call: call(sent), error: apiError("unauthorized", 401) }),
};

/** Answers a query: asks first where none is in flight. */
const queried =
  (toEvent: (number: number) => Event) =>
  (state: State): Event[] => {
    const open = state.inFlight.query === null ? after(state, { type: "query", now }) : state;
    return open.inFlight.query === null ? [] : [{ type: "query", now }, toEvent(open.inFlight.query)];
  };

/** When a command comes: after the end of the lease where that is over. */
const timeOf = ({ status }: State) => (status === "expired" ? 300_001 : now);

const columns: Readonly<Record<string, (state: State) => Event[]>> = {
  "`acquire()`": (state) => [{ type: "acquire", now: timeOf(state) }],
  "`start()`": (state) => [{ type: "start", now: timeOf(state) }],
  "`stop()`": () => [{ type: "stop", now }],
  "`reset()`": () => [{ type: "reset", now }],
  "`resume(handle)`": () => [{ type: "resume", now, handle: { ...handle, sid: "sid-2" } }],
  "five minutes pass": () => [{ type: "tick", now: 300_000, due: 300_000 }],
  "query: runs": queried((number) => ({ type: "queried", now, call: number, result: answer("in-progress") })),
  "query: 404": queried((number) => ({
    type: "failed",
    now,
    call: number,
    error: apiError("task-not-found", 404),
  })),
  "query: nobody answers": queried((number) => ({
    type: "failed",
    now,
    call: number,
    error: new AgoraNetworkError({ kind: "network-error", text: ["", "", ""] }),
  })),
  "query: exited": queried((number) => ({ type: "queried", now, call: number, result: answer("exited") })),
  "start or stop is refused": (state) => [
    {
      type: "failed",
      now,
      call: state.inFlight.start ?? state.inFlight.stop ?? 99,
      error: apiError("unauthorized", 401),
    },
  ],
};

const sends: Partial<Record<SessionEffect["type"], string>> = {
  acquire: "acquire",
  start: "start",
  query: "query",
  stop: "stop",
};

const isAnswerTo = ({ type }: Event, command: string) => type === command || (type === "resume" && command === "query");

/** What happens, in a few words; nothing where nothing does. */
function cell(state: State, events: readonly Event[], { sends: sending, comma }: LifeCycleWords): string {
  let current = state;
  const words: string[] = [];
  for (const [index, event] of events.entries()) {
    const step = transition(current, event);
    const isLast = index === events.length - 1;
    for (const effect of step.effects) {
      if (effect.type === "settle" && (effect.error ?? effect.givenUp) && isAnswerTo(event, effect.command))
        words.push("✗");
      else if (isLast && sends[effect.type]) words.push(sending(String(sends[effect.type])));
    }
    current = step.state;
  }
  if (events[0]?.type === "reset" && resetProblem(state)) words.push("✗");
  if (current.status !== state.status) words.unshift(`→ \`${current.status}\``);
  return words.join(comma);
}

const arrows = findArrows();

function document(words: LifeCycleWords): string {
  const names = Object.keys(columns);
  const half = 5;
  const tables = [names.slice(0, half), names.slice(half)].map((part) => {
    const rows = Object.entries(states).map(
      ([name, state]) =>
        `| ${words.name(name)} | ${part.map((column) => cell(state, columns[column]?.(state) ?? [], words)).join(" | ")} |`,
    );
    const titles = part.map(words.name).join(" | ");
    return [`| ${words.status} | ${titles} |`, `|---|${"---|".repeat(part.length)}`, ...rows].join("\n");
  });
  const parts = [words.head, `## ${words.glance}\n`, drawDiagram(arrows, words.cause)];
  const rest = [`\n## ${words.commands}\n`, tables[0], `\n## ${words.answers}\n`, tables[1]];
  return `${[...parts, ...rest].join("\n")}\n`;
}

test.each([
  ["docs/life-cycle.md", english],
  ["docs/zh/life-cycle.md", chinese],
])("%s says what the machine does", async (path, words) => {
  await expect(document(words)).toMatchFileSnapshot(`../../${path}`);
});

test("every status of a recording is in the table", () => {
  const shown = new Set(Object.values(states).map(({ status }) => status));
  expect([...shown].sort()).toEqual(
    [
      "acquired",
      "acquiring",
      "expired",
      "failed",
      "idle",
      "recording",
      "recovering",
      "starting",
      "stopped",
      "stopping",
    ].sort(),
  );
});
