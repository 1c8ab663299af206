import type { Auth } from "../auth/auth.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { timedOut, withTimeout } from "../runtime/with-timeout.ts";
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
async function ask<T>({ call, secrets }: CallState, what: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const name = `The function that gives the ${what} of a request failed`;
    throw appError(call, name, { cause: error, secrets: secrets() });
  }
}

async function writeHeaders({ headers, state }: AttemptState, { headers: own, auth }: Credentials): Promise<void> {
  const { call } = state;
  const given = typeof own === "function" ? await ask(state, "headers", own) : own;
  const authorization = auth && (await ask(state, "token", () => auth.authorization()));
  try {
    if (given) new Headers(given).forEach((value, name) => headers.set(name, value));
    headers.set("accept", "application/json");
    headers.set("content-type", "application/json;charset=utf-8");
    if (authorization !== undefined) headers.set("authorization", authorization);
    else if (!isAbsent(call.grant)) headers.set(grantHeader, call.grant);
  } catch {
    // No cause: the platform's error quotes the value.
    const issues = [{ path: "headers", message: "hold a name or value that no header may have", received: "" }];
    throw new AgoraValidationError({ ...describe(call, "invalid-config"), issues });
  }
}

/** Writes the headers of an attempt: the app's own, then the credentials or the grant of the handle. */
export function authorize(credentials: Credentials): AttemptStep {
  return async (attempt, next) => {
    const { call, clock, waiting } = attempt.state;
    const writing = withTimeout(writeHeaders(attempt, credentials), clock, call.timeout, waiting);
    clock.during?.(writing);
    if ((await unlessEnded(attempt, writing)) === timedOut) throw noAnswer(attempt, "timeout");
    return next();
  };
}
