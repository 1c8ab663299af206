import { isAgoraError, type AgoraError } from "../../errors/agora-error.ts";
import { isObject, type JsonObject } from "../../runtime/json.ts";
import type { Exchange } from "../../pipeline/exchange.ts";
import { parseJson } from "../../runtime/json.ts";
import { readRetryAfter } from "../../pipeline/retry.ts";
import { requestIdOf } from "../../pipeline/request-id.ts";
import { describeIssue, type ValidationIssue } from "../../validation/issue.ts";
import { redactAnswer } from "./redact.ts";
import { boundAnswer, boundText } from "./bounded.ts";
import { Refusal, visitorHasLeft } from "./refusal.ts";

export interface Circumstances {
  readonly secrets: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What an answer gains on its way to the page. */
export interface Additions {
  /** IDs that the answer lacks because an earlier attempt of the call was the one that worked. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly grant?: string | undefined;
  /** Instead of the service's. */
  readonly status?: number;
}

/** What a page may be asked to wait, in seconds: a day. */
const longestWait = 86_400;

/** The documented fields of an answer, and what is added. As it came where that changes nothing. */
function writeAnswer(text: string, json: JsonObject, added: JsonObject, status: number): string {
  const bounded = boundAnswer(json, status);
  const isWhole = JSON.stringify(bounded) === JSON.stringify(json) && Object.keys(added).length === 0;
  return isWhole ? text : JSON.stringify({ ...bounded, ...added });
}

/** The headers of an answer that go to the page. Each is parsed and written again, never passed on as it is. */
export function headersOf(exchange: Exchange, { secrets, now }: Circumstances): Headers {
  const headers = new Headers();
  const requestId = requestIdOf(exchange.headers, () => secrets);
  if (requestId !== undefined) headers.set("x-request-id", requestId);
  const wait = readRetryAfter(exchange.headers, now);
  if (wait !== undefined) headers.set("retry-after", String(Math.min(Math.ceil(wait / 1000), longestWait)));
  return headers;
}

/** An answer of the service for the page: without `secrets` and what is not documented, and with what is added. */
export function passOn(exchange: Exchange, circumstances: Circumstances, additions: Additions = {}): Response {
  const { fields, grant, status = exchange.status } = additions;
  // First: what is added is for the page.
  const clean = redactAnswer(exchange.text, circumstances.secrets);
  const json = parseJson(clean);
  const added = { ...fields, ...(grant === undefined ? {} : { grant }) };
  const text = isObject(json) ? writeAnswer(clean, json, added, status) : boundText(clean);
  const headers = headersOf(exchange, circumstances);
  // Never the service's own type: a page of some gateway must not run as one of the app's.
  headers.set("content-type", parseJson(text) === undefined ? "text/plain;charset=utf-8" : "application/json");
  const isEmpty = text === "" || status === 204 || status === 304;
  return new Response(isEmpty ? null : text, { status, headers });
}

/**
 * What became of the call is not known. As a gateway would say it, and without the mark of a refusal: the page's client
 * then knows that a start may have worked.
 */
function unknownOutcome(status: 502 | 504): Response {
  const message = status === 504 ? "Agora did not answer in time." : "Agora could not be reached.";
  return Response.json({ message }, { status });
}

/** What is wrong with a request, where that is what the error says. */
export function issuesOf(error: AgoraError): readonly ValidationIssue[] {
  return "issues" in error && Array.isArray(error.issues) ? (error.issues as ValidationIssue[]) : [];
}

/**
 * Whether an earlier attempt may have worked although the last answer, seen alone, says that nothing has: a start that
 * timed out and whose repeat met a rate limit.
 */
function hidesDoubt({ retry, cause, status = 0 }: AgoraError): boolean {
  return status >= 400 && status < 500 && retry.outcomeUnknown && isAgoraError(cause) && cause.retry.outcomeUnknown;
}

/**
 * The answer to a call that failed: what the service said, where it said something.
 *
 * @throws Refusal for what never left; whatever is no failure of the call is thrown as it is
 */
export function answerFailure(
  error: unknown,
  exchange: Exchange | undefined,
  circumstances: Circumstances,
  additions: Additions,
): Response {
  if (!isAgoraError(error)) throw error;
  if (hidesDoubt(error)) return unknownOutcome(504);
  if (error.status !== undefined && exchange) return passOn(exchange, circumstances, additions);
  const { kind } = error;
  if (kind === "client-timeout") return unknownOutcome(504);
  if (kind === "network-error" || kind === "dns-failure") return unknownOutcome(502);
  // What came was not read: it pointed elsewhere, or would not end.
  if (error.status !== undefined || kind === "unexpected-redirect") return unknownOutcome(502);
  // Paths and shapes, never values.
  if (kind === "invalid-request") throw new Refusal(400, issuesOf(error).map(describeIssue).join(" "));
  if (kind === "aborted") throw new Refusal(400, visitorHasLeft);
  throw error;
}
