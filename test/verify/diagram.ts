import { liveAtRandom } from "./random/histories.ts";
import { createRandom } from "./random/random.ts";
import { withSetting } from "./search/scopes.ts";
import { machine, type Machine, type SessionEvent } from "./world/machine.ts";

/** What brings a change of status, in a word. */
export const causes = {
  acquire: "acquire()",
  start: "start()",
  stop: "stop()",
  query: "query()",
  resume: "resume()",
  reset: "reset()",
  clearError: "clearError()",
  dispose: "dispose()",
  notification: "notification",
  push: "push",
  restored: "storage",
  found: "storage",
  synced: "storage",
  claimed: "storage",
  stored: "storage",
  prepared: "answer",
  acquired: "answer",
  started: "answer",
  queried: "answer",
  deferred: "rate limit",
  stopped: "answer",
  failed: "answer",
  updated: "answer",
  tick: "time",
  wake: "time",
  watch: "time",
} as const satisfies Record<SessionEvent["type"], string>;

const histories = 4000;
/** What is met less often depends on chance: a change elsewhere would change the diagram. */
const often = 12;

/** Changes of status, as Mermaid writes them, and what brings them in random histories of a recording, as far as they meet it often. */
export function findArrows(): [arrow: string, causes: string[]][] {
  const met = new Map<string, Map<string, number>>();
  const watched: Machine = {
    ...machine,
    transition: (state, event) => {
      const step = machine.transition(state, event);
      if (state.status !== step.state.status) {
        const arrow = `${state.status} --> ${step.state.status}`;
        const why = met.get(arrow) ?? new Map<string, number>();
        why.set(causes[event.type], (why.get(causes[event.type]) ?? 0) + 1);
        met.set(arrow, why);
      }
      return step;
    },
  };
  withSetting(
    "recording",
    (setting) => {
      for (let seed = 1; seed <= histories; seed++) liveAtRandom(setting, createRandom(seed));
    },
    watched,
  );
  return [...met]
    .map(([arrow, why]): [string, string[]] => {
      const usual = [...why].filter(([, times]) => times >= often).map(([cause]) => cause);
      return [arrow, usual.sort()];
    })
    .filter(([, why]) => why.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** In the order of a life, in which the diagram is drawn. */
const order = "idle acquiring acquired expired starting recording recovering stopping stopped failed".split(" ");

const placeOf = (arrow: string): number => {
  const [from = "", to = ""] = arrow.split(" --> ").map((status) => order.indexOf(status));
  return Number(from) * order.length + Number(to);
};

const leftOut: readonly string[] = [causes.restored, causes.reset, causes.push];

/** A diagram in Mermaid, without what other tabs and earlier pages bring. `name` says what a cause is called. */
export function drawDiagram(arrows: ReturnType<typeof findArrows>, name: (cause: string) => string): string {
  const lines = arrows
    .map(([arrow, why]) => ({ arrow, own: why.filter((cause) => !leftOut.includes(cause)) }))
    .filter(({ own }) => own.length > 0)
    .toSorted((one, other) => placeOf(one.arrow) - placeOf(other.arrow))
    .map(({ arrow, own }) => `  ${arrow}: ${own.map(name).join(", ")}`);
  return ["```mermaid", "stateDiagram-v2", "  [*] --> idle", ...lines, "```"].join("\n");
}
