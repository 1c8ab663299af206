import type { Auth } from "../auth/auth.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { timedOut, withTimeout } from "../runtime/with-timeout.ts";
import { get } from "../validation/get.ts";
import { isAbsent } from "../validation/absent.ts";
import { appError, describe } from "./failures.ts";
import { noAnswer, unlessEnded, type AttemptState, type AttemptStep, type CallState } from "./state.ts";
import { grantHeader } from "../runtime/grant-header.ts";

/** Headers for each request, or a function that is asked for them. */
export type HeadersOption = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

interface Credentials {
  readonly auth: Auth | undefined;
  /** The app's own headers. */
  readonly headers: HeadersOption | undefined;
}

/** Asks a function of the app. What it throws becomes the cause. */
function ask<T>({ call, secrets }: CallState, what: string, make: () => T | Promise<T>): T | Promise<T> {
  const fail = (error: unknown): never => {
    const name = `The function that gives the ${what} of a request failed`;
    throw appError(call, name, { cause: error, secrets: secrets() });
  };
  try {
    const made = make();
    return isThenable(made) ? Promise.resolve(made).catch(fail) : made;
  } catch (error) {
    return fail(error);
  }
}

/** Whether it has to be waited for. What comes over RPC is a thenable, and no `Promise`. */
function isThenable(value: unknown): value is Promise<unknown> {
  return typeof get(value, "then") === "function";
}

function writeHeaders(attempt: AttemptState, given: HeadersInit | undefined, authorization: string | undefined): void {
  const { call } = attempt.state;
  const own: Record<string, string> = { accept: "application/json", "content-type": "application/json;charset=utf-8" };
  if (authorization !== undefined) own.authorization = authorization;
  else if (!isAbsent(call.grant)) own[grantHeader] = call.grant;
  // `Headers` would take as long as all checks of the request.
  if (!given && /^[ -~]*$/.test(authorization ?? call.grant ?? "")) {
    attempt.headers = own;
    return;
  }
  try {
    const headers = new Headers(given);
    for (const [name, value] of Object.entries(own)) headers.set(name, value);
    attempt.headers = headers;
  } catch {
    // No cause: the platform's error quotes the value.
    const issues = [{ path: "headers", message: "hold a name or value that no header may have", received: "" }];
    throw new AgoraValidationError({ ...describe(call, "invalid-config"), issues });
  }
}

/** Writes the headers of an attempt: the app's own, then the credentials or the grant of the handle. */
export function authorize({ auth, headers }: Credentials): AttemptStep {
  return async (attempt, next) => {
    const { state } = attempt;
    const { call, clock, waiting } = state;
    const given = typeof headers === "function" ? ask(state, "headers", headers) : headers;
    const authorization = auth && ask(state, "token", () => auth.authorization());
    let asking: Promise<typeof timedOut | readonly [HeadersInit | undefined, string | undefined]>;
    if (isThenable(given) || isThenable(authorization)) {
      asking = withTimeout(Promise.all([given, authorization]), clock, call.timeout, waiting);
      clock.during?.(asking);
    } else asking = Promise.resolve([given, authorization]);
    const asked = await unlessEnded(attempt, asking);
    if (asked === timedOut) throw noAnswer(attempt, "timeout");
    writeHeaders(attempt, ...asked);
    return next();
  };
}
