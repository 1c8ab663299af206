import { isAgoraError } from "../../errors/agora-error.ts";
import type { AgoraNotification } from "../../notifications/notification.ts";
import { systemClock, type Clock } from "../../runtime/clock.ts";
import { timedOut, withTimeout } from "../../runtime/with-timeout.ts";
import { keepAlive, type ServerContext } from "../http/context.ts";
import { report, type OnError } from "../http/report.ts";
import { keyLife, createMemoryDedupe, type NotificationDedupe } from "./dedupe.ts";
import { keysOf } from "./keys.ts";
import { checkNotification, checkOptions, defaultTolerance, type CheckOptions } from "./verify.ts";

/** Options of `createNotificationHandler`. */
export interface NotificationHandlerOptions extends CheckOptions {
  /**
   * Handles an event. Each comes once, as far as `dedupe` knows; order is not promised: sort by `payload.sequence` where
   * it matters, and let `uploaded`, `backuped`, `session-exit`, `recorder-leave` and `web-stopped` be final. When it
   * fails in time, the service is asked to send again.
   */
  onEvent: (event: AgoraNotification, request: Request) => unknown;
  /**
   * Recognises copies. Default: `createMemoryDedupe()`, within this process. Give a store of your own where there are several.
   * `false`: `onEvent` recognises them itself.
   */
  dedupe?: NotificationDedupe | false | undefined;
  /**
   * Milliseconds until the answer, when `onEvent` takes longer: it goes on, and the service, which gives up after ten
   * seconds, does not send again. Default 5,000.
   */
  answerWithin?: number | undefined;
  /** Told what `onEvent` and `dedupe` throw. Default `console.error`. */
  onError?: OnError | undefined;
  clock?: Clock | undefined;
}

// The service wants JSON in every answer.
const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });

/** Forgets keys. What cannot be deleted must not hide why they are. */
async function forget(dedupe: NotificationDedupe, keys: readonly string[]): Promise<void> {
  await Promise.allSettled(keys.map(async (key) => dedupe.delete(key)));
}

/**
 * Whether the event is a copy; if not, it is known from now on. Of a copy nothing is kept: should handling of the first
 * fail, a resend of either counts. One key after the other, lest two copies take each other for the first.
 */
async function isCopy(dedupe: NotificationDedupe, keys: readonly string[], ttl: number): Promise<boolean> {
  const added: string[] = [];
  for (const key of keys) {
    let isNew: boolean;
    try {
      isNew = await dedupe.add(key, ttl);
    } catch (error) {
      // It may be stored even so. Twice is better than never.
      await forget(dedupe, [...added, key]);
      throw error;
    }
    if (!isNew) {
      await forget(dedupe, added);
      return true;
    }
    added.push(key);
  }
  return false;
}

/**
 * Answers the requests of Agora's notification service: 401 without the right signature, else 200 at once, or 500 when
 * `onEvent` failed.
 *
 * @throws AgoraValidationError of kind `invalid-config` without a secret, or with options that cannot work
 */
export function createNotificationHandler(
  options: NotificationHandlerOptions,
): (request: Request, context?: ServerContext) => Promise<Response> {
  const { onEvent, answerWithin = 5000, onError, clock = systemClock } = options;
  checkOptions(options);
  const { tolerance = defaultTolerance } = options;
  // The signature of an event with a time ahead of now is good for twice as long, to the last millisecond.
  const hold = tolerance === false ? undefined : 2 * tolerance + 1;
  const ttl = Math.max(keyLife, hold ?? 0);
  const dedupe = options.dedupe === undefined ? createMemoryDedupe({ now: () => clock.now(), hold }) : options.dedupe;

  async function handle(event: AgoraNotification, request: Request): Promise<"handled" | "copy"> {
    const keys = dedupe === false ? [] : keysOf(event);
    if (dedupe !== false && (await isCopy(dedupe, keys, ttl))) return "copy";
    try {
      await onEvent(event, request);
      return "handled";
    } catch (error) {
      // A store that hangs must not keep back what went wrong.
      if (dedupe !== false) await withTimeout(forget(dedupe, keys), clock, answerWithin, undefined);
      throw error;
    }
  }

  return async (request, context) => {
    if (request.method !== "POST") return answer(405, { error: "Only POST." }, { allow: "POST" });
    let event: AgoraNotification;
    try {
      event = await checkNotification(request, options, clock);
    } catch (error) {
      const kind = isAgoraError(error) ? error.kind : "invalid-signature";
      return answer(kind === "invalid-request" ? 400 : 401, { error: kind });
    }
    const work = handle(event, request);
    keepAlive(context, work);
    try {
      const result = await withTimeout(work, clock, answerWithin, undefined);
      if (result === timedOut) {
        work.catch((error: unknown) => report(error, onError));
        return answer(200, { status: "accepted" });
      }
      return answer(200, { status: result });
    } catch (error) {
      report(error, onError);
      return answer(500, { error: "failed" });
    }
  };
}
