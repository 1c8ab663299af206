import { integerAt, isObject } from "../../runtime/json.ts";
import { grantHeader } from "../../runtime/grant-header.ts";
import { HookTimeout, withHookTimeout, type HookLimit } from "../http/hook-timeout.ts";
import { report } from "../http/report.ts";
import type { GrantIssuer } from "./grant-issuer.ts";
import { isNarrow } from "./list-filter.ts";
import type { AgoraHandlerOptions, AgoraIdentity } from "./options.ts";
import { Refusal } from "./refusal.ts";
import type { Described, Identified, AddingProxyStep, ProxyStep } from "./steps.ts";

/** The 4xx that frameworks throw: `HTTPException` of Hono, `error(401)` of SvelteKit, errors of http-errors. */
function refusedWith(error: unknown): number | undefined {
  if (!isObject(error)) return undefined;
  const status = integerAt(error, "status") ?? integerAt(error, "statusCode");
  return status !== undefined && status >= 400 && status < 500 ? status : undefined;
}

/** The identity that the app gives. A Response of its own, returned or thrown, is thrown. */
async function askApp<Identity extends AgoraIdentity>(
  { authorize, onError }: AgoraHandlerOptions<Identity>,
  { request, call }: Described,
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

/** Asks the app who is calling. */
export const identify =
  <Identity extends AgoraIdentity>(
    options: AgoraHandlerOptions<Identity>,
    limit: HookLimit,
  ): AddingProxyStep<Described, { readonly identity: Identity }> =>
  async (context, next) =>
    next({ identity: await askApp(options, context, limit) });

/** For the developer: the usual reason why the page of an agent has no grant, and what is to be done. */
const lostJoin = "After a lost join `authorize` has to return `ownsName`.";

/** Refuses a caller that does not own what the call is about. */
export const requireGrant =
  (grants: GrantIssuer): ProxyStep<Identified> =>
  async ({ route, call, grant, identity }, next) => {
    if (!call.handle) return next();
    const result = await grants.check(grant, identity.subject, call.handle, route.operation);
    if (result === "good") return next();
    const lost = route.operation.serviceName === "sttAgents" ? ` ${lostJoin}` : "";
    const why = {
      wrong: grant === null ? `The request has no grant: ${grantHeader}.${lost}` : "The grant is not for this.",
      expired: "The grant has expired.",
    };
    throw new Refusal(403, why[result]);
  };
