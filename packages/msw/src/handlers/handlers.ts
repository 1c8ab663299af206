import type { AgoraOperation } from "@agora-edge/core";
import { http, type HttpHandler } from "msw";
import type { FakeAgora } from "../fake/fake-agora.ts";
import { knownRoutes, operations, type KnownRoute } from "../fake/http/route-table.ts";
import { addressOf, type Address } from "./address.ts";
import { answer } from "./answer.ts";

export interface AgoraHandlersOptions {
  /**
   * Answers under this address too, as the app's own proxy would: credentials are added on the way. Relative or
   * absolute.
   */
  baseUrl?: string;
}

/** Everything at Agora's hosts: all operations, and for every other request there the answer of a gateway. */
export function agoraHandlers(fake: FakeAgora, { baseUrl }: AgoraHandlersOptions = {}): HttpHandler[] {
  const address = addressOf(baseUrl);
  const rest = http.all(new RegExp(`^${address.source}(?:/|$)`), ({ request }) => answer(fake, request, address));
  return [...operations.map((operation) => handlerOf(fake, operation, address)), rest];
}

/** The operations of Cloud Recording alone; other requests to Agora are left to other handlers. */
export const recordingHandlers = (fake: FakeAgora, { baseUrl }: AgoraHandlersOptions = {}): HttpHandler[] =>
  serviceHandlers(fake, (operation) => operation.startsWith("recording."), addressOf(baseUrl));

/** The operations of Real-Time STT alone, both families. */
export const sttHandlers = (fake: FakeAgora, { baseUrl }: AgoraHandlersOptions = {}): HttpHandler[] =>
  serviceHandlers(fake, (operation) => !operation.startsWith("recording."), addressOf(baseUrl));

/** One operation alone, for instance to let another fake answer it for a while: `server.use(agoraHandler(other, …))`. */
export const agoraHandler = (
  fake: FakeAgora,
  operation: AgoraOperation,
  { baseUrl }: AgoraHandlersOptions = {},
): HttpHandler => handlerOf(fake, operation, addressOf(baseUrl));

const serviceHandlers = (
  fake: FakeAgora,
  isIncluded: (operation: AgoraOperation) => boolean,
  address: Address,
): HttpHandler[] => operations.filter(isIncluded).map((operation) => handlerOf(fake, operation, address));

function handlerOf(fake: FakeAgora, operation: AgoraOperation, address: Address): HttpHandler {
  const route = knownRoutes.find((known) => known.operation === operation);
  if (!route) throw new RangeError(`There is no operation ${operation}.`);
  const pattern = new RegExp(`^${address.source}${pathSource(route)}$`);
  return register[route.method](pattern, ({ request }) => answer(fake, request, address));
}

const register = { GET: http.get, POST: http.post, PATCH: http.patch, DELETE: http.delete } as const;

/** Clients in China put `/cn` before the agents of v7. */
const pathSource = ({ path }: KnownRoute): string =>
  `${path.startsWith("/api/") ? "(?:/cn)?" : ""}${path.replace(/\{\w+\}/g, "[^/]+")}`;
