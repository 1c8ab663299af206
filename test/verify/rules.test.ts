import { expect, test } from "vitest";
import { createExplorer, type Failure } from "./search/explorer.ts";
import { type ScopeId, withSetting } from "./search/scopes.ts";
import { createVisitedMemory, openVisited } from "./search/visited.ts";
import { refusal } from "./world/errors.ts";
import { machine, type Machine } from "./world/machine.ts";

/** Searches until a promise is broken, up to a weight. */
function searchWith(wanted: Machine, scope: ScopeId, weight: number): Failure | null {
  const explorer = withSetting(scope, createExplorer, wanted);
  const visited = openVisited(createVisitedMemory(500_000));
  for (let reached = 1; reached <= weight; reached++) {
    const { failure } = explorer.next(visited, reached === weight);
    if (failure) return failure;
  }
  return null;
}

const notStoredFirst: Machine = {
  ...machine,
  transition: (state, event) => {
    const noted = machine.transition(state, event);
    const isNote = noted.effects.some((effect) => effect.type === "store" && effect.step === "noting");
    if (!isNote) return noted;
    const sent = machine.transition(noted.state, { type: "stored", now: event.now, step: "noting" });
    return { state: sent.state, effects: [...sent.effects, ...noted.effects] };
  },
};

const lostIsRefused: Machine = {
  ...machine,
  transition: (state, event) => {
    const isLost = event.type === "failed" && event.error.retry.outcomeUnknown && state.step === "sent";
    const error = refusal("recording.start", "unauthorized", 401);
    return machine.transition(state, isLost ? { ...event, error } : event);
  },
};

const writesReplace: Machine = {
  ...machine,
  applyChange: (_, change) => machine.applyChange([], change),
};

const lost = "What records stands in storage, or in a living tab that is about to write it.";

/** Each drops one rule of the ledger; `sees` is what the search says then. */
const broken: readonly { rule: string; wanted: Machine; sees: string }[] = [
  {
    rule: "a run enters the stored ledger before its start leaves",
    wanted: notStoredFirst,
    sees: "A start left before storage knew of it.",
  },
  { rule: "a run leaves the ledger only on proof of its end", wanted: lostIsRefused, sees: lost },
  { rule: "a write merges by run, and never drops one that it did not know", wanted: writesReplace, sees: lost },
];
const services = ["recording", "v7", "v6"] as const;

for (const scope of services) {
  test.each(broken)(`the search of ${scope} finds what happens without the rule: $rule`, ({ wanted, sees }) => {
    expect(searchWith(wanted, scope, 9)?.promise).toBe(sees);
  });

  test(`with all three rules the search of ${scope} finds nothing`, () => {
    expect(searchWith(machine, scope, 7)).toBeNull();
  });
}
