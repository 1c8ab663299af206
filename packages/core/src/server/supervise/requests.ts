import { type AgoraError, isAgoraError } from "../../errors/agora-error.ts";
import { AgoraValidationError } from "../../errors/validation-error.ts";
import { common } from "../../locales/en/common.ts";
import type { SessionEffect, Urgency } from "../../machine/effects.ts";
import type { SessionEvent } from "../../machine/events.ts";
import type { RecordingSessionTarget } from "../../machine/types.ts";
import type { StartRequest } from "../../recording/types/start.ts";
import { omit } from "../../runtime/omit.ts";
import type { RecordingSupervisorOptions } from "./options.ts";

type Effect = SessionEffect<"recording">;
type Sent = Extract<Effect, { type: "prepare" | "acquire" | "start" | "query" | "stop" }>;

/** Sends what the machine wants sent. */
export interface Requests {
  /** Resolves with what came of it; never rejects. */
  send(effect: Sent, target: RecordingSessionTarget): Promise<SessionEvent<"recording">>;
  /** The start is over: its body, which has secrets, is dropped. */
  forget(): void;
}

export function isSent(effect: Effect): effect is Sent {
  return ["prepare", "acquire", "start", "query", "stop"].includes(effect.type);
}

function toAgoraError(error: unknown): AgoraError {
  if (isAgoraError(error)) return error;
  const message = `could not be made: ${error instanceof Error ? error.message : "the function failed"}`;
  const issues = [{ path: "clientRequest", message, received: "" }];
  return new AgoraValidationError({ kind: "invalid-request", text: common["invalid-request"], issues, cause: error });
}

export function createRequests(options: RecordingSupervisorOptions, now: () => number): Requests {
  const { client } = options;
  const recordingOf = (urgency: Urgency) => (typeof client === "function" ? client(urgency) : client).recording;
  let body: unknown;

  async function answer(effect: Sent, target: RecordingSessionTarget): Promise<SessionEvent<"recording">> {
    switch (effect.type) {
      case "prepare":
        body = await options.prepare(target);
        return { type: "prepared", now: now(), call: effect.call };
      case "acquire": {
        const { cname, uid, mode } = effect.target;
        const clientRequest = { ...options.acquire, ...(mode === "web" ? { scene: 1 as const } : {}) };
        const lease = await recordingOf("now").acquire({ cname, uid, clientRequest });
        return { type: "acquired", now: now(), call: effect.call, lease };
      }
      case "start": {
        const request = { ...omit(effect.intent, "requestedAt"), clientRequest: body } as StartRequest;
        const handle = await recordingOf("now").start(request);
        return { type: "started", now: now(), call: effect.call, handle };
      }
      case "query": {
        const result = await recordingOf(effect.urgency).query(effect.handle, { once: true });
        return { type: "queried", now: now(), call: effect.call, result };
      }
      case "stop": {
        const result = await recordingOf("now").stop(effect.handle, options.stop);
        return { type: "stopped", now: now(), call: effect.call, result };
      }
    }
  }

  return {
    async send(effect, target) {
      try {
        return await answer(effect, target);
      } catch (error) {
        const { call } = effect;
        return { type: "failed", now: now(), call, error: toAgoraError(error) };
      }
    },
    forget() {
      body = undefined;
    },
  };
}
