import type { RecordedSession } from "../../../packages/react/src/devtools/log/history.ts";
import { describeEvent } from "../../../packages/react/src/devtools/log/describe.ts";
import { isObject, type JsonObject } from "../../../packages/core/src/runtime/json.ts";
import { type ScopeId, withSetting } from "../search/scopes.ts";
import type { Setting } from "../world/draft.ts";
import { type Machine, machine, type SessionService } from "../world/machine.ts";
import { createWorld } from "../world/moves.ts";
import { brokenPromise } from "../world/promises.ts";
import { effectOf, eventOf, stateOf } from "./read-history.ts";
import { watchTab } from "./watched-tab.ts";

/** What came of a recorded session, when the machine of today was given its events. */
export interface Replayed {
  /** How many were replayed. */
  readonly steps: number;
  /** Where the machine did something else than when it was recorded. */
  readonly difference: string | null;
  /** A promise that was broken, and where. */
  readonly broken: string | null;
}

const scopes = { recording: "recording", sttAgents: "v7", sttTasks: "v6" } as const satisfies Record<
  SessionService,
  ScopeId
>;

/** What has to be the same of an effect: not its texts, nor what was redacted. */
function outlineOf(effect: JsonObject): string {
  const { type, call, command, step, priority, error } = effect;
  const parts = [type, call, command, step, priority, isObject(error) ? error.kind : undefined];
  return JSON.stringify(parts.filter((part) => part !== undefined && part !== null));
}

const outline = (status: string, effects: readonly JsonObject[]): string =>
  [status, ...effects.map(outlineOf)].join(" ");

function replayIn<S extends SessionService>(setting: Setting<S>, { before, steps }: RecordedSession): Replayed {
  const empty = { ...createWorld(setting), tabs: [] };
  let state = stateOf<S>(before);
  const tab = watchTab(state);
  for (const [index, recorded] of steps.entries()) {
    const where = `step ${index + 1}, ${describeEvent(recorded.event)}`;
    const event = eventOf<S>(recorded.event);
    const { state: next, effects } =
      // What it went on from was not recorded, so that is no step of the machine.
      recorded.event.type === "revive"
        ? { state, effects: recorded.effects.map((effect) => effectOf<S>(effect)) }
        : setting.machine.transition(state, event);
    state = next;
    const onTheWay = tab.step(event, state, effects);
    const promise = onTheWay ?? brokenPromise(tab.worldOf({ ...empty, now: event.now }));
    if (promise !== null) return { steps: index, difference: null, broken: `${where}: ${promise}` };
    const was = outline(recorded.status, recorded.effects);
    const is = outline(
      state.status,
      effects.map((effect) => ({ ...effect })),
    );
    if (was !== is) return { steps: index, difference: `${where}: was ${was}; is ${is}`, broken: null };
  }
  return { steps: steps.length, difference: null, broken: null };
}

/** Gives the machine the events of a session that was recorded in a page. */
export function replay(session: RecordedSession, wanted: Machine = machine): Replayed {
  return withSetting(scopes[session.service], (setting) => replayIn(setting, session), wanted);
}
