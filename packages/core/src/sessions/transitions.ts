import type { SessionEffect } from "../machine/effects.ts";
import type { SessionEvent } from "../machine/events.ts";
import type { SessionState } from "../machine/state.ts";

/** What one event did to a session. */
export interface Transition {
  readonly key: string;
  /** The session: one that takes the place of another under the same key has a name of its own. */
  readonly id: string;
  /** `revive`: it goes on from what `toJSON()` gave. */
  readonly event: SessionEvent | { readonly type: "revive"; readonly now: number };
  readonly before: SessionState;
  readonly state: SessionState;
  readonly effects: readonly SessionEffect[];
}

type Listener = (transition: Transition) => void;

/** What is told of the transitions of the sessions of a client: unset unless a tool inspects the client. */
export const transitionListeners: WeakMap<object, Listener> = /* @__PURE__ */ new WeakMap();
