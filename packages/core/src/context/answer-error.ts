import type { Operation } from "../contract/operation.ts";
import type { AgoraApiError } from "../errors/api-error.ts";
import { apiError } from "../pipeline/api-error.ts";
import type { Service } from "../pipeline/call.ts";
import { parseJson } from "../runtime/json.ts";

/** The error of an answer to an operation, where nothing is known of the call. */
export function answerError(
  { name: operation, effect, service }: Operation & { readonly service: Service },
  { status, text }: { status: number; text: string },
): AgoraApiError {
  const call = { service, operation, effect };
  const attempt = {
    json: parseJson(text),
    receivedAt: undefined,
    state: { call, failure: undefined, secrets: () => [] },
  };
  return apiError(attempt, { status, text, headers: new Headers() }, "");
}
