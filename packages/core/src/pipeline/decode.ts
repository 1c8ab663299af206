import type { Auth } from "../auth/auth.ts";
import { isObject, parseJson } from "../runtime/json.ts";
import { apiError } from "./api-error.ts";
import type { Answer } from "./call.ts";
import type { Exchange, UnreadAnswer } from "./exchange.ts";
import type { AttemptState } from "./state.ts";
import { unreadError } from "./unread.ts";

interface Identity {
  readonly auth: Auth | undefined;
  readonly appId: string;
}

/** Whether an answer is what a success of this call looks like. */
function isSuccess({ json, state }: AttemptState, status: number): boolean {
  if (state.call.mayBeEmpty) return status < 300 && status !== 201 && status !== 206;
  return status === 200 && isObject(json);
}

/**
 * What an answer of the service means.
 *
 * @throws AgoraApiError for everything but a success
 */
export function decode({ auth, appId }: Identity, attempt: AttemptState, got: Exchange | UnreadAnswer): Answer {
  if ("unread" in got) throw unreadError(attempt.state, got);
  attempt.exchange = got;
  const json = (attempt.json = parseJson(got.text));
  const { status } = got;
  if (isSuccess(attempt, status)) {
    return { body: isObject(json) ? json : {}, status };
  }
  const isMixedUp = status === 401 && auth?.isNamed?.(appId);
  throw apiError(attempt, got, isMixedUp ? "The Customer ID that was given is the App ID." : "");
}
