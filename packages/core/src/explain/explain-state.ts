import { states as english } from "../locales/en/states.ts";
import type { StateGroup } from "../states/state-key.ts";
import type { StateExplanation, StateText, StateTexts } from "../states/state-text.ts";

/** What {@link explainState} and `explainLeave` can be told. */
export interface ExplainStateOptions {
  /** A catalogue such as `zhCNStates`; English without it. */
  states?: StateTexts;
}

/**
 * Says in words what a state in an answer or a notification means, and what to do, for a person.
 *
 * @param group where the value was found, such as `recording.status`
 * @param value the value as the service spells it; the numbers may also be strings
 * @returns undefined for a value that no document knows
 */
export function explainState(
  group: StateGroup,
  value: string | number,
  options: ExplainStateOptions = {},
): StateExplanation | undefined {
  const texts: Readonly<Partial<Record<string, StateText>>> = options.states ?? english;
  const text = texts[`${group}/${value}`];
  if (!text) return undefined;
  const [title, explanation, action = ""] = text;
  return { title, explanation, action };
}
