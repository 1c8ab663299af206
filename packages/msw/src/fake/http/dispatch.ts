import { parseJson, isObject, withoutNulls, type JsonObject } from "../json.ts";
import { manageChannels } from "../management/operations.ts";
import { acquire } from "../operations/acquire.ts";
import { query } from "../operations/query.ts";
import { start } from "../operations/start.ts";
import { stop } from "../operations/stop.ts";
import { update } from "../operations/update.ts";
import { updateLayout } from "../operations/update-layout.ts";
import { refusals } from "../refusals.ts";
import type { SttRoute } from "../stt/http/routes.ts";
import type { World } from "../world.ts";
import { ok, type Answer } from "./answer.ts";
import { refuseCredentials } from "./credentials.ts";
import type { RecordingRoute, Route, SessionOperation } from "./routes.ts";

/** A request as far as the service looks at it. */
export interface ServiceRequest {
  readonly route: Exclude<Route, SttRoute>;
  readonly authorization: string | null;
  readonly contentType: string | null;
  readonly text: string;
}

/** What is asked of every request before the service sees it. */
export interface Gate {
  readonly restTokens: readonly string[] | null;
  readonly passes: (appId: string) => boolean;
}

/** The gateway first, then the service. */
export function dispatch(world: World, gate: Gate, request: ServiceRequest): Answer {
  const { route } = request;
  if (route.operation === null) return refusals.noRoute;
  const refused = refuseCredentials(request.authorization, world.settings, gate.restTokens);
  if (refused) return refused;
  if (route.operation === "recording.notificationAddresses") return ipList;
  const isManagement = "family" in route;
  if (!gate.passes(isManagement ? world.settings.appId : route.appId)) return refusals.tooManyRequests;
  if (isManagement) return manageChannels(world, route, request.text);
  return refuseApp(world, route) ?? serve(world, route, request);
}

const ipList = ok({ data: { service: { hosts: [{ primaryIP: "203.0.113.10" }, { primaryIP: "203.0.113.11" }] } } });

function refuseApp(world: World, route: RecordingRoute): Answer | null {
  const { appId, appIdRefusal, codes } = world.settings;
  if (route.appId === appId && world.conditions.enabled) return null;
  if (appIdRefusal === "gateway") return refusals.wrongAppId;
  if (route.operation === "recording.acquire") {
    return codes === "older" ? refusals.appNotServedOlder : refusals.appIdNotServed;
  }
  if (route.appId === appId) return null;
  return route.operation === "recording.start" ? refusals.resourceMismatch : refusals.sessionMismatch;
}

function serve(world: World, route: RecordingRoute, request: ServiceRequest): Answer {
  if (route.operation === "recording.query") return query(world, route);
  const body = readBody(request);
  if (!("fields" in body)) return body;
  return handlers[route.operation](world, route, body.fields);
}

type Handler = (world: World, route: RecordingRoute, body: JsonObject) => Answer;

const handlers: Readonly<Record<Exclude<SessionOperation, "recording.query">, Handler>> = {
  "recording.acquire": (world, _route, body) => acquire(world, body),
  "recording.start": start,
  "recording.update": update,
  "recording.updateLayout": updateLayout,
  "recording.stop": stop,
};

function readBody({ contentType, text }: ServiceRequest): { fields: JsonObject } | Answer {
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase();
  const parsed = mediaType === "application/json" ? parseJson(text) : null;
  if (!parsed) return refusals.malformed;
  return isObject(parsed.value) ? { fields: withoutNulls(parsed.value) } : refusals.bodyCheck;
}
