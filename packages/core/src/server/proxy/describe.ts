import { grantHeader } from "../../runtime/grant-header.ts";
import type { GrantIssuer } from "./grant-issuer.ts";
import type { ProxyCall } from "./options.ts";
import { channelOf, targetOf } from "./read-request.ts";
import type { Described, AddingProxyStep, Received } from "./steps.ts";

/** Puts together what a request is about. What a grant says goes over what a body says; whether it may is checked later. */
export const describeCall =
  (grants: GrantIssuer): AddingProxyStep<Received, Pick<Described, "call" | "grant" | "binding">> =>
  async ({ request, route, body }, next) => {
    const { operation, ids } = route;
    const target = targetOf(route);
    const grant = target ? request.headers.get(grantHeader) : null;
    const claims = grants.read(grant);
    const binding = claims?.cname ? { cname: claims.cname, uid: claims.uid } : {};
    const isBound = target !== undefined && operation.serviceName === "recording" && operation.body !== undefined;
    const given = isBound ? { ...body, ...binding } : body;
    const { cname, uid } = { ...channelOf(operation, given), ...binding };
    const call: ProxyCall = { operation: operation.name, cname, uid, mode: ids.mode, handle: target, body: given };
    return next({ call, grant, binding });
  };
