import { isAgoraError, nameRunning } from "../errors/agora-error.ts";
import type { Operation } from "../contract/operation.ts";
import { expandTemplate } from "../contract/uri-template.ts";
import type { Call, CallOptions, ReceivedAnswer, Running, Service } from "../pipeline/call.ts";
import { guardedDelays } from "../errors/retry-delays.ts";
import type { CallSteps } from "../pipeline/state.ts";
import { isObject, textAt, type JsonObject } from "../runtime/json.ts";
import { get } from "../validation/get.ts";
import { validate } from "../validation/validate.ts";
import type { ClientContext } from "./context.ts";
import { checks, foreignAppId, refuse, send, unexpected } from "./request.ts";
import { startedBefore } from "./started-before.ts";

/** What an operation reads its result from. */
export interface Reading<Input> {
  readonly input: Input;
  readonly appId: string;
  readonly answer: ReceivedAnswer;
  /** The answer lacks this field, without which there is no result. */
  readonly missing: (field: string) => never;
}

/** One call of an operation, checked and ready to be sent. */
export interface Prepared<Input> {
  readonly context: ClientContext;
  readonly call: Call;
  readonly input: Input;
  readonly options: CallOptions;
}

/** An operation that a client can run: what it takes as one object, and what comes of it. */
export interface Runnable<Input extends object, Result extends object> extends Operation {
  readonly service: Service;
  /** The service has no regional hosts. */
  readonly isGlobal?: true;
  /** Milliseconds for one attempt at least. */
  readonly timeout?: (input: Input) => number;
  /** Where the path depends on more than names. */
  readonly locate?: (path: string, input: Input, appId: string) => string;
  /** Makes the body of the request, where that is more than its fields. */
  readonly toBody?: (input: Input, appId: string) => object;
  /** Any success will do, whatever its body; documents say nothing of one. */
  readonly mayBeEmpty?: true;
  /** A repeat would do it twice. */
  readonly once?: true;
  /** Milliseconds before each repeat after a failed connection, where the general ones do not fit. */
  readonly repeatDelays?: readonly number[];
  readonly steps?: (prepared: Prepared<Input>) => CallSteps;
  readonly read: (reading: Reading<Input>) => Result;
  /** The handle of what runs already, where a refused start names it. */
  readonly readRunning?: (body: JsonObject, input: Input, appId: string, receivedAt: number) => Result | undefined;
  /** The same, where the refusal does not name it: by other operations. */
  readonly findRunning?: (prepared: Prepared<Input>) => Promise<Result | undefined>;
}

type AnyRunnable<Input extends object> = Omit<Runnable<Input, object>, "read" | "readRunning" | "findRunning">;

/** A field of the request, or of its handle. */
function fieldOf(input: object, name: string): unknown {
  const own = get(input, name);
  if (name === "clientRequest") return own ?? {};
  return own === undefined ? get(input, `handle.${name}`) : own;
}

function bodyOf({ body }: Operation, input: object): object | undefined {
  if (body === true) return input;
  if (typeof body === "string") {
    const value: unknown = Reflect.get(input, body);
    return isObject(value) ? value : undefined;
  }
  return body && Object.fromEntries(body.map((name) => [name, fieldOf(input, name)]));
}

/** Checks a request and makes a call of it. */
export function prepare<Input extends object>(
  context: ClientContext,
  operation: AnyRunnable<Input>,
  input: Input,
  options: CallOptions = {},
): Prepared<Input> {
  const { service, name, method, effect, path, isGlobal, mayBeEmpty, once } = operation;
  const { appId } = context;
  const given = get(input, "handle");
  const handle = isObject(given) ? given : undefined;
  const target: JsonObject = handle ?? (isObject(input) ? input : {});
  refuse(
    service,
    name,
    [
      ...validate(operation.request(), input, checks(context, name)),
      ...(handle || effect === "begin" ? foreignAppId(context, target, handle ? "handle.appId" : "appId") : []),
    ],
    handle,
  );
  const tokenName = textAt(target, "tokenName");
  const grant = textAt(target, "grant");
  const repeatDelays = operation.repeatDelays ?? (effect === "begin" ? guardedDelays : undefined);
  const at = expandTemplate(path, { ...target, appId, builderToken: tokenName });
  const call: Call = {
    service,
    operation: name,
    effect,
    method,
    path: operation.locate?.(at, input, appId) ?? at,
    body: operation.toBody?.(input, appId) ?? bodyOf(operation, input),
    handle,
    timeout: operation.timeout?.(input) ?? 0,
    ...(grant === undefined ? {} : { grant }),
    ...(tokenName === undefined ? {} : { secrets: [tokenName] }),
    ...(repeatDelays && { repeatDelays }),
    ...(mayBeEmpty && { mayBeEmpty }),
    ...(once && { once }),
  };
  return { context: isGlobal ? { ...context, transport: context.globalTransport } : context, call, input, options };
}

/** Sends a prepared call and reads its result. */
export async function runPrepared<Input extends object, Result extends object>(
  operation: Runnable<Input, Result>,
  prepared: Prepared<Input>,
  use: readonly CallSteps[] = [],
): Promise<Result> {
  const { context, call, input, options } = prepared;
  const { appId } = context;
  let running: Result | undefined;
  const name = (found: Result | undefined): Running | undefined => {
    running = found ?? running;
    if (!isObject(running)) return undefined;
    const runningTask = textAt(running, "taskId") ?? textAt(running, "agentId");
    return { handle: running, ...(runningTask === undefined ? {} : { runningTask }) };
  };
  const readRunning = (body: JsonObject, receivedAt: number): Running | undefined =>
    name(operation.readRunning?.(body, input, appId, receivedAt));
  const steps = operation.steps ? [operation.steps(prepared), ...use] : use;
  try {
    const answer = await send(context, operation.readRunning ? { ...call, readRunning } : call, options, steps);
    return operation.read({ input, appId, answer, missing: (field) => unexpected(call, answer, field) });
  } catch (error) {
    if (operation.findRunning && isAgoraError(error) && error.kind === "conflict" && !error.handle) {
      // A failed question does not change what the service said.
      const found = name(await operation.findRunning(prepared).catch(() => undefined));
      if (found) nameRunning(error, found);
    }
    if (running && startedBefore(error)) return running;
    throw error;
  }
}

/** Runs an operation: checks the request, sends it with the documented repeats, reads the answer. */
export async function run<Input extends object, Result extends object>(
  context: ClientContext,
  operation: Runnable<Input, Result>,
  input: Input,
  options?: CallOptions,
  use?: readonly CallSteps[],
): Promise<Result> {
  return runPrepared(operation, prepare(context, operation, input, options), use);
}
