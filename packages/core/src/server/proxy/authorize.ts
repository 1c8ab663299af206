import { isAgoraError } from "../../errors/agora-error.ts";
import type { ServedOperation } from "./operations.ts";
import { integerAt, isObject, type JsonObject } from "../../runtime/json.ts";
import { HookTimeout, withHookTimeout, type HookLimit } from "../http/hook-timeout.ts";
import { report } from "../http/report.ts";
import { issuesOf } from "./answer.ts";
import { isNarrow } from "./list-filter.ts";
import type { GrantIssuer } from "./grant-issuer.ts";
import type { AgoraHandlerOptions, AgoraIdentity, ProxyCall } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { grantHeader } from "../../runtime/grant-header.ts";

/** The 4xx that frameworks throw: `HTTPException` of Hono, `error(401)` of SvelteKit, errors of http-errors. */
function refusedWith(error: unknown): number | undefined {
  if (!isObject(error)) return undefined;
  const status = integerAt(error, "status") ?? integerAt(error, "statusCode");
  return status !== undefined && status >= 400 && status < 500 ? status : undefined;
}

/** Asks the app who is calling. A Response of its own, returned or thrown, is thrown. */
export async function identify<Identity extends AgoraIdentity>(
  { authorize, onError }: AgoraHandlerOptions<Identity>,
  request: Request,
  call: ProxyCall,
  limit: HookLimit,
): Promise<Identity> {
  let identity: Identity | Response;
  try {
    identity = await withHookTimeout("authorize", authorize(request, call), limit);
  } catch (error) {
    if (error instanceof Response) throw error;
    if (error instanceof HookTimeout) {
      report(error, onError);
      throw new Refusal(503, "The app has not decided in time.");
    }
    const status = refusedWith(error);
    if (status === undefined) {
      report(error, onError);
      throw new Refusal(500, "The app could not decide about this request.");
    }
    // It says no, and nothing is wrong: reported only where the app asked to be told.
    if (onError) report(error, onError);
    throw new Refusal(status, "The app did not let this request in.");
  }
  if (identity instanceof Response) throw identity;
  if (typeof identity?.subject !== "string" || identity.subject === "") {
    throw new Refusal(401, "The app did not say who is calling.");
  }
  if (call.operation === "sttAgents.list" && !isNarrow(identity.list)) {
    if (identity.list) report(new TypeError("authorize returned a list without a channel."), onError);
    throw new Refusal(
      403,
      "Listing shows the agents of everybody: the app has not said which of them this user may see.",
    );
  }
  return identity;
}

/** Refuses a caller that does not own what the call is about. */
export async function checkGrant(
  grants: GrantIssuer,
  grant: string | null,
  subject: string,
  target: object,
  operation: ServedOperation,
): Promise<void> {
  const result = await grants.check(grant, subject, target, operation);
  if (result === "good") return;
  const why = {
    wrong: grant === null ? `The request has no grant: ${grantHeader}.` : "The grant is not for this.",
    expired: "The grant has expired.",
  };
  throw new Refusal(403, why[result]);
}

/** Lets the app make the body that is sent. */
export async function prepareBody<Identity extends AgoraIdentity>(
  { prepare, onError }: AgoraHandlerOptions<Identity>,
  identity: Identity,
  request: Request,
  call: ProxyCall,
  limit: HookLimit,
): Promise<JsonObject> {
  const { operation, body } = call;
  const hook: unknown = prepare && Reflect.get(prepare, operation);
  if (typeof hook !== "function") return body;
  let prepared: unknown;
  try {
    const making: unknown = hook.call(prepare, { ...call, identity, request });
    prepared = await withHookTimeout("prepare", making, limit);
  } catch (error) {
    if (error instanceof Response) throw error;
    const issues = isAgoraError(error) && error.kind === "invalid-request" ? issuesOf(error) : [];
    if (issues.length > 0) {
      // What the page sent cannot be used, for a token as an example: that is no failure of the app.
      if (onError) report(error, onError);
      throw new Refusal(400, issues.map(({ path, message }) => `${path || "request"} ${message}.`).join(" "));
    }
    report(error, onError);
    throw new Refusal(500, "The app could not prepare the request.");
  }
  if (prepared instanceof Response) throw prepared;
  if (typeof prepared === "object" && prepared !== null) return prepared as JsonObject;
  report(new TypeError(`prepare["${operation}"] must return a body.`), onError);
  throw new Refusal(500, "The app could not prepare the request.");
}
