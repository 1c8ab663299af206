import type { StateKey } from "./state-key.ts";

/** One state in the words of one language. */
export interface StateExplanation {
  /** A few words, fit for a heading or a badge. */
  title: string;
  /** What the state means. */
  explanation: string;
  /** What to do now; empty where there is nothing to do. */
  action: string;
}

/** A {@link StateExplanation} as the catalogues store it; without an action there is nothing to do. */
export type StateText = readonly [title: string, explanation: string, action?: string];

/** A catalogue of states in one language; it has a text for every state. */
export type StateTexts = Readonly<Record<StateKey, StateText>>;
