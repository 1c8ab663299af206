import type { Pipeline } from "../pipeline/pipeline.ts";
import type { AttemptState, AttemptStep } from "../pipeline/state.ts";
import { redactText } from "../redact/text.ts";
import { redact, redactPath } from "../redact/value.ts";
import { excerptLength, type RequestTeller } from "./tell-requests.ts";

/** The answer as it came, if one did. */
function answerTo({ exchange, json, state }: AttemptState) {
  if (!exchange) return undefined;
  const secrets = state.secrets();
  return {
    status: exchange.status,
    body: redact(json ?? redactText(exchange.text, secrets).slice(0, excerptLength), secrets),
  };
}

/** Tells of every request that a pipeline sends. It gives each call one step more, so a pipeline that nobody looks at pays nothing. */
export function watchPipeline(pipeline: Pipeline, teller: RequestTeller): void {
  const original = { ...pipeline };
  pipeline.send = async (call, use = []) => {
    /** The last request, unless it has failed by itself. */
    let id: number | undefined;
    const request: AttemptStep = async (attempt, next) => {
      const { state, number, url } = attempt;
      const { operation, method, body = null } = state.call;
      const own = teller.asked({ operation, attempt: number, method, url: redactPath(url), body: redact(body) });
      id = own;
      try {
        const given = await next();
        // A middleware of the app may have answered in place of the service.
        const { status } = given;
        teller.answered(own, answerTo(attempt) ?? { status, body: redact(given.body, state.secrets()) });
        return given;
      } catch (error) {
        const answer = answerTo(attempt);
        if (answer) teller.answered(own, answer);
        teller.failed(own, error);
        id = undefined;
        throw error;
      }
    };
    try {
      return await original.send(call, [...use, { request }]);
    } catch (error) {
      teller.failed(id, error);
      throw error;
    }
  };
}
