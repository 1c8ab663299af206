import { foreignOrigin, isCrossSite } from "../http/same-site.ts";
import type { AllowedOrigins } from "../http/origins.ts";
import { findRoute, type Route } from "./find-route.ts";
import type { ProxyOperation } from "./operations.ts";
import { Refusal } from "./refusal.ts";
import type { Incoming, AddingProxyStep, ProxyStep } from "./steps.ts";

/** Longer than any address of an operation. */
const maxUrlLength = 8192;

/** Refuses what a page of another site makes a visitor's browser send. */
export const refuseCrossSite =
  (origin: AllowedOrigins | undefined): ProxyStep<Incoming> =>
  async ({ request }, next) => {
    if (isCrossSite(request, origin)) throw new Refusal(403, foreignOrigin);
    return next();
  };

interface RouteOptions {
  readonly basePath: string;
  readonly appId: string;
  /** Whether the app lets pages use an operation. */
  readonly offers: (operation: ProxyOperation) => boolean;
}

/** Finds the operation that a request is for. */
export function chooseRoute(options: RouteOptions): AddingProxyStep<Incoming, { readonly route: Route }> {
  const { appId, offers } = options;
  const basePath = options.basePath.replace(/\/$/, "");
  return async ({ request }, next) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.url.length > maxUrlLength) throw new Refusal(414, "The address is too long.");
    if (!pathname.startsWith(`${basePath}/`)) throw new Refusal(404, "There is no such operation.");
    const route = findRoute(request.method, pathname.slice(basePath.length), searchParams, appId);
    if (!("operation" in route)) {
      throw new Refusal(route.status, route.reason, route.allow === undefined ? {} : { allow: route.allow });
    }
    if (offers(route.operation.name)) return next({ route });
    throw new Refusal(403, "The app does not offer this operation: see operations of createAgoraHandler.");
  };
}
