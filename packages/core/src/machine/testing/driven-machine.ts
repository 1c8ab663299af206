import fc from "fast-check";
import { AgoraApiError } from "../../errors/api-error.ts";
import type { AgoraErrorKind } from "../../errors/kinds.ts";
import { AgoraNetworkError } from "../../errors/network-error.ts";
import type { RecordingState } from "../../recording/types/state.ts";
import type { SessionEffect } from "../effects.ts";
import type { SessionEvent } from "../events.ts";
import { type StoredRun } from "../ledger.ts";
import { applyChange } from "../ledger-change.ts";
import { createState, type SessionState } from "../state.ts";
import { revive, transition } from "../transition.ts";

type State = SessionState<"recording">;
type Event = SessionEvent<"recording">;
type Stored = readonly StoredRun<"recording">[];

const target = { cname: "room-1", uid: "900001", mode: "mix" } as const;
const minute = 60_000;

const errorOf = (operation: "recording.start" | "recording.query" | "recording.stop") => {
  const answers: readonly [AgoraErrorKind, number, boolean][] = [
    ["task-not-found", 404, false],
    ["unauthorized", 401, false],
    ["server-error", 503, true],
    ["resource-expired", 400, false],
    ["already-started", 201, false],
    ["session-mismatch", 400, false],
    ["nothing-recorded", 435, false],
    ["invalid-parameter", 400, false],
  ];
  return fc.constantFrom(
    ...answers.map(
      ([kind, status, outcomeUnknown]) =>
        new AgoraApiError({
          kind,
          status,
          operation,
          text: [kind, kind, ""],
          retry: { policy: "none", delays: [], outcomeUnknown },
        }),
    ),
    new AgoraNetworkError({
      kind: "network-error",
      operation,
      text: ["", "", ""],
      retry: { policy: "none", delays: [], outcomeUnknown: operation !== "recording.query" },
    }),
  );
};

/** What can happen next, whatever the state is. Answers are to whatever is in flight. */
export const moves = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom("start", "stop", "acquire", "query", "reset", "dispose") }),
    },
    { weight: 8, arbitrary: fc.constant({ do: "works" }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("fails"),
        start: errorOf("recording.start"),
        query: errorOf("recording.query"),
        stop: errorOf("recording.stop"),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("wait"), ms: fc.constantFrom(0, 5000, 31_000, 6 * minute) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("evict", "storage fails", "resume", "notification") }) },
  ),
  { maxLength: 60, size: "max" },
);

export type Move = { do: string; ms?: number; start?: Error; query?: Error; stop?: Error };

/** A session, its storage and what is on its way, without a service: every answer is made up. */
export class DrivenMachine {
  state: State = createState("recording", { appId: "app-1", target });
  stored: Stored = [];
  now = 0;
  failing = false;
  /** Resource IDs of starts that left before storage knew of them. */
  readonly unstored: string[] = [];
  readonly sent: Extract<SessionEffect<"recording">, { type: "acquire" | "start" | "query" | "stop" }>[] = [];
  #acquired = 0;

  /** Carries an event out, and what follows at once: claims, request bodies, and writes. */
  send(event: Event): void {
    this.#take(transition(this.state, event));
  }

  #take({ state, effects }: { state: State; effects: readonly SessionEffect<"recording">[] }): void {
    this.state = state;
    const answers: Event[] = [];
    const writes: (() => void)[] = [];
    for (const effect of effects) {
      const { now } = this;
      switch (effect.type) {
        // Storage takes its time: what a step does at once is not stored yet.
        case "store":
          writes.push(() => {
            const error = this.failing && effect.step === "noting" ? new Error("full") : undefined;
            this.failing = false;
            if (error === undefined) this.stored = applyChange(this.stored, effect.change);
            this.send({ type: "stored", now, step: effect.step, error });
          });
          break;
        case "claim":
          answers.push({ type: "claimed", now, call: effect.call, runs: null });
          break;
        case "prepare":
          answers.push({ type: "prepared", now, call: effect.call });
          break;
        case "start": {
          const isStored = this.stored.some(({ intent }) => intent?.resourceId === effect.intent.resourceId);
          if (!isStored) this.unstored.push(effect.intent.resourceId);
          this.sent.push(effect);
          break;
        }
        case "acquire":
        case "query":
        case "stop":
          this.sent.push(effect);
          break;
        case "look":
          answers.push({ type: "synced", now, runs: this.stored, isFree: effect.isFree });
          break;
        case "settle":
        case "release":
        case "abort":
          break;
      }
    }
    for (const write of writes) write();
    for (const answer of answers) this.send(answer);
  }

  revive(): void {
    this.sent.length = 0;
    this.#take(revive(this.state, this.now));
  }

  works(): void {
    const { now } = this;
    const effect = this.sent.shift();
    if (!effect) return;
    const { call } = effect;
    const handle = { ...target, appId: "app-1", startedAt: now };
    switch (effect.type) {
      case "acquire": {
        const resourceId = `resource-${++this.#acquired}`;
        const lease = { cname: "room-1", uid: "900001", resourceId, acquiredAt: now, expiresAt: now + 5 * minute };
        return this.send({ type: "acquired", now, call, lease });
      }
      case "start": {
        const { resourceId } = effect.intent;
        return this.send({
          type: "started",
          now,
          call,
          handle: { ...handle, resourceId, sid: `sid of ${resourceId}` },
        });
      }
      case "query": {
        const state: RecordingState = "in-progress";
        const { resourceId, sid } = effect.handle;
        const result = {
          ...target,
          resourceId,
          sid,
          serverResponse: { status: 5 },
          state,
          services: {},
          files: [],
          upload: null,
        };
        return this.send({ type: "queried", now, call, result });
      }
      case "stop": {
        const { resourceId, sid } = effect.handle;
        const result = {
          ...target,
          resourceId,
          sid,
          serverResponse: {},
          state: null,
          files: [],
          upload: "uploaded" as const,
        };
        return this.send({ type: "stopped", now, call, result });
      }
    }
  }

  fails({ start, query, stop }: Move): void {
    const effect = this.sent.shift();
    if (!effect) return;
    const error = { start, query, stop, acquire: start }[effect.type as "start"];
    this.send({ type: "failed", now: this.now, call: effect.call, error: error as AgoraApiError });
  }

  move(move: Move): void {
    const { now } = this;
    switch (move.do) {
      case "works":
        return this.works();
      case "fails":
        return this.fails(move);
      case "wait":
        this.now += move.ms ?? 0;
        return this.send({ type: "tick", now: this.now, due: this.now });
      case "evict":
        return this.revive();
      case "storage fails":
        this.failing = true;
        return;
      case "resume":
        return this.send({
          type: "resume",
          now,
          handle: { ...target, appId: "app-1", resourceId: "r", sid: "s", startedAt: now },
        });
      case "notification":
        return this.send({
          type: "notification",
          now,
          notification: {
            productId: 3,
            eventType: 40,
            payload: {
              cname: "room-1",
              uid: "900001",
              sid: `sid of resource-${this.#acquired}`,
              sequence: now,
              sendts: now,
            },
          },
        });
      default:
        return this.send({ type: move.do, now } as Event);
    }
  }
}
