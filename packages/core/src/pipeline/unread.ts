import { unread } from "../catalogue/conditions.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import type { UnreadAnswer } from "./exchange.ts";
import { carryDoubt, describe, forCall } from "./failures.ts";
import { requestIdOf } from "./request-id.ts";
import type { CallState } from "./state.ts";
import { redactText } from "../redact/text.ts";

/** The origin that a redirect points to. The rest of the address can repeat what was sent. */
function originOf(headers: Headers): string | undefined {
  try {
    const { origin } = new URL(headers.get("location") ?? "");
    return origin === "null" ? undefined : origin;
  } catch {
    return undefined;
  }
}

function explain({ unread: why, headers }: UnreadAnswer): string {
  if (why === "too-large") return "The answer is larger than any of the service, and was not read to its end.";
  const origin = originOf(headers);
  return origin === undefined ? "" : `It points to ${origin}.`;
}

/** The error for an answer that was not read. */
export function unreadError({ call, failure: previous, secrets }: CallState, answer: UnreadAnswer): AgoraApiError {
  const kind = answer.unread === "redirect" ? "unexpected-redirect" : "unexpected-response";
  return new AgoraApiError({
    ...describe(call, kind),
    status: answer.status,
    requestId: requestIdOf(answer.headers, secrets),
    retry: carryDoubt(forCall(unread, call), previous, false),
    detail: redactText(explain(answer), secrets()),
    cause: previous,
  });
}
