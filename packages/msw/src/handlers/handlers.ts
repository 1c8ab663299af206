import type { AgoraOperation } from "@agora-edge/core";
import { http, type HttpHandler } from "msw";
import type { FakeAgora } from "../fake/fake-agora.ts";
import { knownRoutes, operations, type KnownRoute } from "../fake/http/route-table.ts";
import { regionPrefix } from "../fake/http/routes.ts";
import { addressOf } from "./address.ts";
import { answer, type Site } from "./answer.ts";

/** Options of `agoraHandlers` and of the handlers of one service. */
export interface AgoraHandlersOptions {
  /**
   * Answers under this address too, as the app's own proxy would: credentials, and a storage if a start names none, are
   * added on the way. Relative or absolute.
   */
  baseUrl?: string | undefined;
  /** Whom the proxy lets through; others get its 401, and the fake hears nothing of them. Default: everybody */
  authorize?: ((request: Request) => boolean) | undefined;
}

/** Everything at Agora's hosts: all operations, and for every other request there the answer of a gateway. */
export function agoraHandlers(fake: FakeAgora, options: AgoraHandlersOptions = {}): HttpHandler[] {
  const site = siteOf(options);
  const rest = http.all(new RegExp(`^${site.address.wholeSource}(?:/|$)`), ({ request }) =>
    answer(fake, request, site),
  );
  return [...operations.map((operation) => handlerOf(fake, operation, site)), rest];
}

/** The operations of Cloud Recording alone; other requests to Agora are left to other handlers. */
export const recordingHandlers = (fake: FakeAgora, options: AgoraHandlersOptions = {}): HttpHandler[] =>
  serviceHandlers(fake, (operation) => operation.startsWith("recording."), siteOf(options));

/** The operations of Real-Time STT alone, both families. */
export const sttHandlers = (fake: FakeAgora, options: AgoraHandlersOptions = {}): HttpHandler[] =>
  serviceHandlers(fake, (operation) => operation.startsWith("stt"), siteOf(options));

/** Channel management alone. */
export const channelsHandlers = (fake: FakeAgora, options: AgoraHandlersOptions = {}): HttpHandler[] =>
  serviceHandlers(fake, (operation) => operation.startsWith("channels."), siteOf(options));

/** One operation alone, for instance to let another fake answer it for a while: `server.use(agoraHandler(other, …))`. */
export const agoraHandler = (
  fake: FakeAgora,
  operation: AgoraOperation,
  options: AgoraHandlersOptions = {},
): HttpHandler => handlerOf(fake, operation, siteOf(options));

const siteOf = ({ baseUrl, authorize }: AgoraHandlersOptions): Site => ({ address: addressOf(baseUrl), authorize });

const serviceHandlers = (
  fake: FakeAgora,
  isIncluded: (operation: AgoraOperation) => boolean,
  site: Site,
): HttpHandler[] => operations.filter(isIncluded).map((operation) => handlerOf(fake, operation, site));

function handlerOf(fake: FakeAgora, operation: AgoraOperation, site: Site): HttpHandler {
  const route = knownRoutes.find((known) => known.operation === operation);
  if (!route) throw new RangeError(`There is no operation ${operation}.`);
  const pattern = new RegExp(`^${site.address.source}${pathSource(route)}$`);
  return register[route.method](pattern, ({ request }) => answer(fake, request, site));
}

const register = { GET: http.get, POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.delete } as const;

const pathSource = ({ path }: KnownRoute): string => `${regionPrefix}${path.replace(/\{\w+\}/g, "[^/]+")}`;
