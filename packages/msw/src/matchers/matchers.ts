import type { FakeAgora } from "../fake/fake-agora.ts";
import { checks, type Checks, type Finding } from "./checks.ts";

type CheckName = keyof Checks;

type ArgumentsOf<Name extends CheckName> = Parameters<Checks[Name]> extends [FakeAgora, ...infer Rest] ? Rest : never;

/** What `expect(fake)` can do once `expect.extend(agoraMatchers)` was called. */
export interface AgoraMatchers<Result = void> {
  /** A recording of that channel wrote files. */
  toHaveRecorded(...args: ArgumentsOf<"toHaveRecorded">): Result;
  /** A recording of that channel runs now. */
  toBeRecording(...args: ArgumentsOf<"toBeRecording">): Result;
  /** So many recordings of that channel were started, whatever became of them; without a number: one at least. */
  toHaveStartedRecording(...args: ArgumentsOf<"toHaveStartedRecording">): Result;
  /** A task or an agent is at work in that channel now. */
  toBeTranscribing(...args: ArgumentsOf<"toBeTranscribing">): Result;
  /** So many tasks and agents were started there, whatever became of them; without a number: one at least. */
  toHaveStartedTranscription(...args: ArgumentsOf<"toHaveStartedTranscription">): Result;
  /** Such a request is among the last thousand. */
  toHaveRequested(...args: ArgumentsOf<"toHaveRequested">): Result;
  /** Nothing costs money any more. */
  toHaveNothingRunning(): Result;
  /** Everything that was asked for exists at Agora. */
  toHaveNoUnexpectedRequests(): Result;
}

/** What a matcher says: whether it fits, and the message if it does not. */
export interface MatcherResult {
  /** Whether it is as expected. */
  readonly pass: boolean;
  /** What is said if it is not, or after `not` if it is. */
  readonly message: () => string;
}

/** For `expect.extend` of vitest, jest, and others that take matchers of this shape. */
export const agoraMatchers: {
  readonly [Name in CheckName]: (received: unknown, ...args: ArgumentsOf<Name>) => MatcherResult;
} = {
  toHaveRecorded: (received, ...args) => matched(received, (fake) => checks.toHaveRecorded(fake, ...args)),
  toBeRecording: (received, ...args) => matched(received, (fake) => checks.toBeRecording(fake, ...args)),
  toHaveStartedRecording: (received, ...args) =>
    matched(received, (fake) => checks.toHaveStartedRecording(fake, ...args)),
  toBeTranscribing: (received, ...args) => matched(received, (fake) => checks.toBeTranscribing(fake, ...args)),
  toHaveStartedTranscription: (received, ...args) =>
    matched(received, (fake) => checks.toHaveStartedTranscription(fake, ...args)),
  toHaveRequested: (received, ...args) => matched(received, (fake) => checks.toHaveRequested(fake, ...args)),
  toHaveNothingRunning: (received) => matched(received, (fake) => checks.toHaveNothingRunning(fake)),
  toHaveNoUnexpectedRequests: (received) => matched(received, (fake) => checks.toHaveNoUnexpectedRequests(fake)),
};

/** The same without a test runner's `expect`: throws when it does not hold. */
export function assertAgora(fake: FakeAgora): AgoraMatchers & { readonly not: AgoraMatchers } {
  return { ...assertions(fake, true), not: assertions(fake, false) };
}

function assertions(fake: FakeAgora, wanted: boolean): AgoraMatchers {
  const claim = (result: MatcherResult): void => {
    if (result.pass !== wanted) throw new Error(result.message());
  };
  return {
    toHaveRecorded: (...args) => claim(agoraMatchers.toHaveRecorded(fake, ...args)),
    toBeRecording: (...args) => claim(agoraMatchers.toBeRecording(fake, ...args)),
    toHaveStartedRecording: (...args) => claim(agoraMatchers.toHaveStartedRecording(fake, ...args)),
    toBeTranscribing: (...args) => claim(agoraMatchers.toBeTranscribing(fake, ...args)),
    toHaveStartedTranscription: (...args) => claim(agoraMatchers.toHaveStartedTranscription(fake, ...args)),
    toHaveRequested: (...args) => claim(agoraMatchers.toHaveRequested(fake, ...args)),
    toHaveNothingRunning: () => claim(agoraMatchers.toHaveNothingRunning(fake)),
    toHaveNoUnexpectedRequests: () => claim(agoraMatchers.toHaveNoUnexpectedRequests(fake)),
  };
}

function matched(received: unknown, check: (fake: FakeAgora) => Finding): MatcherResult {
  if (!isFake(received)) throw new TypeError("These matchers need what createFakeAgora returns.");
  const { pass, expected, found } = check(received);
  return {
    pass,
    message: () => `Expected the fake ${pass ? "not " : ""}${expected}.\nFound: ${found}.\n\n${received.dump()}`,
  };
}

const isFake = (value: unknown): value is FakeAgora =>
  typeof value === "object" && value !== null && "dump" in value && "recordings" in value;
