import type { SessionEffect } from "../../machine/effects.ts";
import type { SessionEvent } from "../../machine/events.ts";
import type { RequestPriority } from "../../limiter/rate-limiter.ts";
import type { RecordingSessionTarget } from "../../machine/types.ts";
import { sceneOf } from "../../recording/scene.ts";
import type { RecordingMode } from "../../recording/types/mode.ts";
import type { StartRequest } from "../../recording/types/start.ts";
import { omit } from "../../runtime/omit.ts";
import { toAgoraError } from "../../sessions/to-agora-error.ts";
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

export function createRequests(options: RecordingSupervisorOptions<RecordingMode>, now: () => number): Requests {
  const { client } = options;
  const recordingOf = (priority: RequestPriority) =>
    (typeof client === "function" ? client(priority) : client).recording;
  let body: unknown;
  let preparing = 0;

  async function answer(effect: Sent, target: RecordingSessionTarget): Promise<SessionEvent<"recording">> {
    switch (effect.type) {
      case "prepare": {
        preparing = effect.call;
        const made = await options.prepare(target);
        // That of a start that was given up can come late.
        if (effect.call === preparing) body = made;
        return { type: "prepared", now: now(), call: effect.call };
      }
      case "acquire": {
        const { cname, uid, mode } = effect.target;
        const clientRequest = { ...options.acquire, ...sceneOf(mode) };
        const lease = await recordingOf("high").acquire({ cname, uid, clientRequest });
        return { type: "acquired", now: now(), call: effect.call, lease };
      }
      case "start": {
        const request = { ...omit(effect.intent, "requestedAt"), clientRequest: body } as StartRequest;
        const handle = await recordingOf("high").start(request);
        return { type: "started", now: now(), call: effect.call, handle };
      }
      case "query": {
        const result = await recordingOf(effect.priority).query(effect.handle, {
          once: true,
          priority: effect.priority,
        });
        return { type: "queried", now: now(), call: effect.call, result };
      }
      case "stop": {
        const result = await recordingOf("high").stop(effect.handle, options.stop);
        return { type: "stopped", now: now(), call: effect.call, result };
      }
    }
  }

  return {
    async send(effect, target) {
      try {
        return await answer(effect, target);
      } catch (error) {
        return { type: "failed", now: now(), call: effect.call, error: toAgoraError(error) };
      }
    },
    forget() {
      body = undefined;
    },
  };
}
