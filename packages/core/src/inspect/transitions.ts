import type { SessionStatus } from "../machine/types.ts";
import { isObject } from "../runtime/json.ts";
import type { Transition } from "../sessions/transitions.ts";
import type { InspectedState, InspectedStep, InspectedTransition } from "./inspection.ts";
import { createToPlain } from "./plain.ts";

const isState = (plain: unknown): plain is InspectedState => isObject(plain) && typeof plain.status === "string";

/** Makes what inspectors are told of transitions. */
export function createReadTransition(): (transition: Transition) => InspectedTransition {
  const toPlain = createToPlain();
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return numbers.get(id) ?? 0;
  };
  const fieldsOf = (value: object): object => {
    const plain = toPlain(value);
    return isObject(plain) ? plain : {};
  };
  const stepOf = <Type extends string>(step: { readonly type: Type }): InspectedStep<Type> => ({
    ...fieldsOf(step),
    type: step.type,
  });
  const stateOf = (state: { readonly status: SessionStatus }): InspectedState => {
    const plain = toPlain(state);
    return isState(plain) ? plain : { status: state.status };
  };
  return ({ key, id, event, before, state, effects }) => {
    // What comes in first: it brings the secrets that the state then has elsewhere too.
    const read = { ...stepOf<typeof event.type>(event), now: event.now };
    return {
      type: "transition",
      at: event.now,
      service: state.service,
      key,
      session: numberOf(id),
      event: read,
      effects: effects.map((effect) => stepOf<typeof effect.type>(effect)),
      before: stateOf(before),
      state: stateOf(state),
    };
  };
}
