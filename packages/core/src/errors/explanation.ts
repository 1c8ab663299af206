import type { AgoraErrorKind } from "./kinds.ts";

/** One error in the words of one language. */
export interface Explanation {
  /** A few words, fit for a heading. */
  title: string;
  /** What happened. */
  explanation: string;
  /** What to do now. */
  action: string;
  /** The usual causes, most likely first. Can be empty. */
  causes: readonly string[];
  /** The page of the documentation on this kind of error, in the language of the title. None for what is no `AgoraError`. */
  docs?: string;
}

/** An {@link Explanation} as the catalogues store it: title, explanation, action, then the causes. */
export type ExplanationText = readonly [title: string, explanation: string, action: string, ...causes: string[]];

/** What an error says in its message: what happened, and what to do. */
export type SentencePair = readonly [explanation: string, action: string];

/** What only an {@link Explanation} has beside that. */
export type Heading = readonly [title: string, ...causes: string[]];

/** The two parts in which the English texts are stored: a client carries the sentences, `explainError` the headings. */
export type Sentences = Readonly<Partial<Record<keyof Locale, SentencePair>>>;
export type Headings<Key extends keyof Locale> = Readonly<Record<Key, Heading>>;

/** A text with the kind for its title, until `explainError` gives it one of its own. */
export function entitled(kind: AgoraErrorKind, text: SentencePair | ExplanationText): ExplanationText {
  const [first, second, third, ...causes] = text;
  return third === undefined ? [kind, first, second] : [first, second, third, ...causes];
}

/** Where a kind means something else on one operation or service, it has a second text: `kind/operation` or `kind/service`. */
export type ExplanationVariant =
  | "already-started/sttAgents"
  | "already-started/sttTasks"
  | "already-stopping/sttAgents"
  | "already-stopping/sttTasks"
  | "backend-timeout/recording.query"
  | "backend-timeout/recording.stop"
  | "internal-error/sttTasks"
  | "invalid-parameter/recording.stop"
  | "request-not-completed/recording.query"
  | "request-not-completed/recording.start"
  | "request-not-completed/recording.stop"
  | "service-not-enabled/sttTasks"
  | "session-mismatch/sttAgents"
  | "session-mismatch/sttTasks"
  | "task-ended/sttAgents.join"
  | "task-ended/sttTasks.start"
  | "task-not-found/recording.query"
  | "task-not-found/recording.start"
  | "task-not-found/recording.stop";

/** Texts for words of the service that say more than the kind does; the key is `reason:` and those words. */
export type Reasons = Readonly<Record<`reason:${string}`, ExplanationText>>;

/**
 * A catalogue of explanations in one language; it has a text for every kind. Explanation and action of `in-doubt` are added
 * where the failed call may have taken effect and the kind says nothing of it.
 */
export type Locale = Readonly<Record<AgoraErrorKind | ExplanationVariant | "in-doubt", ExplanationText>> & Reasons;
