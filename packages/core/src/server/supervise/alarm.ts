import type { SessionState } from "../../machine/state.ts";
import { report, type OnError } from "../http/report.ts";
import type { SupervisorStorage } from "./options.ts";

/** While an answer is awaited: after so many ms an alarm checks whether this process still exists. */
const watchTime = 60_000;

export interface SupervisorAlarm {
  /** False when it could not be set. */
  set(state: SessionState, startAt: number | null, isWaiting: boolean): Promise<boolean>;
  /** It has gone off and is not set any more. */
  rang(): void;
}

/** Keeps the one alarm at the next time that matters, without setting it anew to what it is. */
export function createAlarm(
  storage: Pick<SupervisorStorage, "setAlarm">,
  now: () => number,
  onError: OnError | undefined,
): SupervisorAlarm {
  let current: number | null | undefined;

  return {
    async set({ wakeAt }, startAt, isWaiting) {
      const times = [wakeAt, startAt].filter((time) => time !== null);
      const next = times.length > 0 ? Math.min(...times) : null;
      // An alarm that comes too early does no harm.
      const isGuarded =
        typeof current === "number" && current > now() && current <= Math.min(next ?? Infinity, now() + watchTime);
      if (isWaiting && isGuarded) return true;
      const at = isWaiting ? Math.min(next ?? Infinity, now() + watchTime) : next;
      if (at === current) return true;
      try {
        await storage.setAlarm(at);
        current = at;
        return true;
      } catch (error) {
        report(error, onError);
        return false;
      }
    },
    rang() {
      current = null;
    },
  };
}
