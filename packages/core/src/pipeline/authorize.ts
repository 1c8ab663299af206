import type { Auth } from "../auth/auth.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import type { HeadersLike } from "../runtime/fetch-types.ts";
import { timedOut, withTimeout } from "../runtime/with-timeout.ts";
import { isAbsent } from "../validation/absent.ts";
import { appError, describe } from "./failures.ts";
import { noAnswer, unlessEnded, type AttemptState, type AttemptStep, type CallState } from "./state.ts";
import { grantHeader } from "../runtime/grant-header.ts";

/** Headers for each request, or a function that is asked for them. */
export type HeadersOption = HeadersLike | (() => HeadersLike | Promise<HeadersLike>);

interface Credentials {
  readonly auth: Auth | undefined;
  /** The app's own headers. */
  readonly headers?: HeadersOption | undefined;
}

/** Asks a function of the app. What it throws becomes the cause. */
async function ask<T>({ call, secrets }: CallState, what: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const name = `The function that gives the ${what} of a request failed`;
    throw appError(call, name, { cause: error, secrets: secrets() });
  }
}

async function writeHeaders(attempt: AttemptState, { headers: own, auth }: Credentials): Promise<void> {
  const { state } = attempt;
  const { call } = state;
  const given = typeof own === "function" ? await ask(state, "headers", own) : own;
  const authorization = auth && (await ask(state, "token", () => auth.authorization()));
  const fields = {
    accept: "application/json",
    "content-type": "application/json;charset=utf-8",
    ...(authorization === undefined ? !isAbsent(call.grant) && { [grantHeader]: call.grant } : { authorization }),
  };
  // `Headers` would take as long as all checks of the request.
  attempt.headers = fields;
  if (!given && /^[ -~]*$/.test(authorization ?? call.grant ?? "")) return;
  try {
    const headers = new Headers(given);
    for (const [name, value] of Object.entries(fields)) headers.set(name, value);
    attempt.headers = headers;
  } catch {
    // No cause: the platform's error quotes the value.
    const issues = [{ path: "headers", message: "hold a name or value that no header may have", received: "" }];
    throw new AgoraValidationError({ ...describe(call, "invalid-config"), issues });
  }
}

/** Writes the headers of an attempt: the app's own, then the credentials or the grant of the handle. */
export function authorize(credentials: Credentials): AttemptStep {
  // Credentials that are known already need no timer.
  const isAsked = typeof credentials.headers === "function" || credentials.auth?.type === "token";
  return async (attempt, next) => {
    const { call, clock, waiting } = attempt.state;
    const work = writeHeaders(attempt, credentials);
    const writing = isAsked ? withTimeout(work, clock, call.timeout, waiting) : work;
    if (isAsked) clock.during?.(writing);
    if ((await unlessEnded(attempt, writing)) === timedOut) throw noAnswer(attempt, "timeout");
    return next();
  };
}
