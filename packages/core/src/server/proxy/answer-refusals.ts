import { report, type OnError } from "../http/report.ts";
import { finishOwn, finishRefusal, wantsFinished } from "./page-answer.ts";
import { ownResponse, Refusal, refusalResponse } from "./refusal.ts";
import type { Incoming, ProxyStep } from "./steps.ts";

function answerRefusal(request: Request, error: unknown, onError: OnError | undefined): Response | Promise<Response> {
  const isFinished = wantsFinished(request);
  if (error instanceof Response) return isFinished ? finishOwn(request, error) : ownResponse(error);
  if (!(error instanceof Refusal)) report(error, onError);
  const refusal = error instanceof Refusal ? error : new Refusal(500, "The server failed.");
  return isFinished ? finishRefusal(request, refusal) : refusalResponse(refusal);
}

/** Turns what a later step throws into an answer. What is no refusal is told to the app, and to the page only that it is so. */
export const answerRefusals =
  (onError: OnError | undefined): ProxyStep<Incoming> =>
  async ({ request }, next) => {
    try {
      return await next();
    } catch (error) {
      return answerRefusal(request, error, onError);
    }
  };

/** Keeps answers out of caches, and their type what it says. */
export const protectAnswers: ProxyStep<Incoming> = async (_, next) => {
  const response = await next();
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
};
