import type { SessionService, SessionStatus } from "@agora-edge/core";
import type { InspectedState, InspectedStep, InspectedTransition } from "@agora-edge/core/inspect";

/** What happened to one session, from a state on. */
export interface RecordedSession {
  /** The service whose session it is. */
  readonly service: SessionService;
  /** The key of the session. */
  readonly key: string;
  /** The state before the first step. */
  readonly before: InspectedState;
  /** The events, in their order. */
  readonly steps: readonly {
    readonly event: InspectedStep;
    /** What came of it, to compare with. */
    readonly status: SessionStatus;
    readonly effects: readonly InspectedStep[];
  }[];
}

/** A file for `npm run verify -- --replay <file>` in the repository of this package. */
export interface RecordedHistory {
  /** Says what kind of file this is. */
  readonly format: "agora-edge-history";
  /** The version of the format. */
  readonly version: 1;
  /** The version of this package. */
  readonly madeBy: string;
  /** ISO 8601. */
  readonly exportedAt: string;
  /** Every session in the log. */
  readonly sessions: readonly RecordedSession[];
}

/** The history of every session in the log. Everything of it can be passed on: it holds no secret. */
export function historyOf(
  transitions: readonly InspectedTransition[],
  { madeBy, now }: { readonly madeBy: string; readonly now: number },
): RecordedHistory {
  const bySession = new Map<number, InspectedTransition[]>();
  for (const one of transitions) bySession.set(one.session, [...(bySession.get(one.session) ?? []), one]);
  const sessions = [...bySession.values()].flatMap((own): RecordedSession[] => {
    const [first] = own;
    if (!first) return [];
    // A session that goes on from a state begins with that state.
    const before = first.event.type === "revive" ? first.state : first.before;
    const steps = own.map(({ event, state, effects }) => ({ event, status: state.status, effects }));
    return [{ service: first.service, key: first.key, before, steps }];
  });
  return { format: "agora-edge-history", version: 1, madeBy, exportedAt: new Date(now).toISOString(), sessions };
}
