import { proxyKind } from "../../errors/proxy-kind.ts";
import { decodeFailure } from "../../catalogue/decode.ts";
import { isAgoraError, type AgoraError } from "../../errors/agora-error.ts";
import { AgoraApiError } from "../../errors/api-error.ts";
import { explainError, pickText } from "../../explain/explain-error.ts";
import type { Locale } from "../../errors/explanation.ts";
import { common } from "../../locales/en/common.ts";
import type { Operation } from "../../contract/operation.ts";
import { finishedType, onceParameter, type FinishedError } from "../../page/finished.ts";
import { channelsService } from "../../channels/service.ts";
import { recordingService } from "../../recording/service.ts";
import type { Service } from "../../pipeline/call.ts";
import { wordsOf } from "../../pipeline/api-error.ts";
import { integerAt, isObject, parseJson } from "../../runtime/json.ts";
import { sttAgentsService } from "../../stt/agents/service.ts";
import { sttTasksService } from "../../stt/tasks/service.ts";
import type { Exchange } from "../../pipeline/exchange.ts";
import { headersOf, issuesOf, type Additions, type Circumstances } from "./answer.ts";
import { redactAnswer } from "./redact.ts";
import { boundResult, boundReason } from "./bounded.ts";
import { ownResponse, proxyMark, Refusal, visitorHasLeft } from "./refusal.ts";

/** Everything about a failure that its error does not hold. */
type Beside = Pick<FinishedError, "settled"> & Partial<FinishedError>;

const respond = (body: string, status: number, headers = new Headers()): Response => {
  headers.set("content-type", finishedType);
  headers.delete("content-length");
  return new Response(body, { status, headers });
};

/** Whether the page asks for answers in their finished form. Older ones read what the service said by themselves. */
export const wantsFinished = ({ headers }: Request): boolean => headers.get("accept")?.includes(finishedType) === true;

/** Whether the page wants one attempt and no repeats. */
export const wantsOnce = ({ headers }: Request): boolean =>
  headers.get("accept")?.includes(`${finishedType};${onceParameter}`) === true;

/** The texts of the language that the visitor would rather read, of those that are there; undefined for English. */
async function localeOf({ headers }: Request): Promise<Locale | undefined> {
  const wanted = (headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/ *; *q=/i);
      return { tag: tag.toLowerCase(), quality: Number(quality ?? 1) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .toSorted((one, other) => other.quality - one.quality);
  if (!wanted[0]?.tag.startsWith("zh")) return undefined;
  // A proxy that is never asked for Chinese never loads it.
  const { zhCN } = await import("../../locales/zh-CN.ts");
  return zhCN;
}

const services: Readonly<Record<string, Service>> = {
  channels: channelsService,
  sttAgents: sttAgentsService,
  sttTasks: sttTasksService,
};

/** Whether the service spoke about what the call is for: an earlier attempt is then no longer in doubt. */
function isSettled({ name, effect }: Operation, { status, text }: Exchange): boolean {
  const json = parseJson(text);
  const body = isObject(json) ? json : {};
  const { catalogue } = services[name.split(".")[0] ?? ""] ?? recordingService;
  const failure = {
    operation: name,
    effect,
    status,
    code: integerAt(body, "code"),
    texts: wordsOf(body),
    isJson: isObject(json),
  };
  return decodeFailure(catalogue, failure).settled;
}

function causeOf({ cause }: AgoraError): Pick<FinishedError, "cause"> {
  if (!isAgoraError(cause)) return {};
  const { kind, status, retry } = cause;
  return { cause: { kind, status, retry } };
}

/** The failure in words and facts. Nothing of it is secret by itself; what the service said is looked through afterwards. */
function finish(error: AgoraError, locale: Locale | undefined, beside: Beside): FinishedError {
  const { kind, operation, status, code, reason, requestId, retry, runningTask } = error;
  const issues = issuesOf(error);
  // The page makes the link itself: it may be set to another site.
  const { title, explanation, action, causes } = explainError(error, locale && { locale });
  return {
    kind,
    operation,
    status,
    code,
    reason: reason === undefined ? undefined : boundReason(reason),
    requestId,
    retry,
    runningTask,
    title,
    explanation,
    action,
    causes,
    ...(issues.length > 0 ? { issues } : {}),
    ...causeOf(error),
    ...beside,
  };
}

/** A result of the client, without `secrets` and what is not documented, and with what is added. */
export function finishResult(
  result: object,
  exchange: Exchange,
  circumstances: Circumstances,
  { grant }: Additions = {},
): Response {
  const json = parseJson(redactAnswer(JSON.stringify(result), circumstances.secrets));
  const bounded = boundResult(isObject(json) ? json : {});
  const body = JSON.stringify(grant === undefined ? bounded : { ...bounded, grant });
  return respond(body, 200, headersOf(exchange, circumstances));
}

/** The status that a gateway would answer, for clients that look at the status alone. */
function statusOf({ kind, status = 0 }: AgoraError): number {
  if (status >= 400) return status;
  return kind === "invalid-request" ? 400 : kind === "client-timeout" ? 504 : 502;
}

const isOfCall = ({ kind, status }: AgoraError): boolean =>
  status !== undefined || /^(client-timeout|network-error|dns-failure|unexpected-redirect|invalid-request)$/.test(kind);

/**
 * The failure of a call, with its text in the language of the page.
 *
 * @param operation names what runs already, so that its handle is for the page
 * @throws Refusal where the visitor has left; whatever is no failure of the call is thrown as it is
 */
export async function finishFailure(
  request: Request,
  error: unknown,
  exchange: Exchange | undefined,
  circumstances: Circumstances,
  { operation, grant }: { operation: Operation; grant: string | undefined },
): Promise<Response> {
  if (!isAgoraError(error) || !(isOfCall(error) || error.kind === "aborted")) throw error;
  if (error.kind === "aborted") throw new Refusal(400, visitorHasLeft);
  const said = exchange && parseJson(redactAnswer(exchange.text, circumstances.secrets));
  const [, ...more] = isObject(said) ? wordsOf(said) : [];
  const isRunning = operation.effect === "begin" && error.handle !== undefined;
  const finished = finish(error, await localeOf(request), {
    settled: exchange !== undefined && isSettled(operation, exchange),
    ...(more.length > 0 ? { detail: more.map(boundReason).join(" ") } : {}),
    ...(isRunning ? { handle: error.handle } : {}),
  });
  const json = parseJson(redactAnswer(JSON.stringify(finished), circumstances.secrets));
  const { handle, ...rest } = isObject(json) ? json : {};
  // What is added after the look for secrets is for the page.
  const granted = isObject(handle) && grant !== undefined ? { ...handle, grant } : handle;
  // What never left was refused here.
  const own = new Headers(error.kind === "invalid-request" ? proxyMark : {});
  const headers = exchange ? headersOf(exchange, circumstances) : own;
  return respond(JSON.stringify({ ...rest, handle: granted }), statusOf(error), headers);
}

async function refuse(request: Request, status: number, reason: string | undefined, headers: Headers) {
  const kind = proxyKind(status);
  const error = new AgoraApiError({ kind, status, reason, text: pickText(common, kind) });
  return respond(JSON.stringify(finish(error, await localeOf(request), { settled: false })), status, headers);
}

/** A refusal of the proxy itself. */
export function finishRefusal(request: Request, { status, message, headers }: Refusal): Promise<Response> {
  return refuse(request, status, message, new Headers({ ...headers, ...proxyMark }));
}

/** A Response of the app's own, as a refusal: with its status, its headers and what it says. */
export async function finishOwn(request: Request, response: Response): Promise<Response> {
  const own = ownResponse(response);
  const text = await own.text();
  const json = parseJson(text);
  const [reason] = isObject(json) ? wordsOf(json) : [];
  return refuse(request, own.status, reason === undefined ? undefined : boundReason(reason), own.headers);
}
