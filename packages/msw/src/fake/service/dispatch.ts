import { parseJson, isObject, withoutNulls, type JsonObject } from "../runtime/json.ts";
import { manageChannels } from "../channels/operations.ts";
import { acquire } from "../recording/operations/acquire.ts";
import { query } from "../recording/operations/query.ts";
import { start } from "../recording/operations/start.ts";
import { stop } from "../recording/operations/stop.ts";
import { update } from "../recording/operations/update.ts";
import { updateLayout } from "../recording/operations/update-layout.ts";
import { refusals } from "../http/refusals.ts";
import type { SttRoute } from "../http/stt-routes.ts";
import type { ServiceState } from "../state/state.ts";
import { ok, type Answer } from "../http/answer.ts";
import { refuseCredentials } from "../http/credentials.ts";
import type { RecordingRoute, Route, SessionOperation } from "../http/routes.ts";

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
export function dispatch(state: ServiceState, gate: Gate, request: ServiceRequest): Answer {
  const { route } = request;
  if (route.operation === null) return refusals.noRoute;
  const refused = refuseCredentials(request.authorization, state.settings, gate.restTokens);
  if (refused) return refused;
  if (route.operation === "recording.notificationAddresses") return ipList;
  const isManagement = "family" in route;
  if (!gate.passes(isManagement ? state.settings.appId : route.appId)) return refusals.tooManyRequests;
  if (isManagement) return manageChannels(state, route, request.text);
  return refuseApp(state, route) ?? serve(state, route, request);
}

const ipList = ok({ data: { service: { hosts: [{ primaryIP: "203.0.113.10" }, { primaryIP: "203.0.113.11" }] } } });

function refuseApp(state: ServiceState, route: RecordingRoute): Answer | null {
  const { appId, appIdRefusal, codes } = state.settings;
  if (route.appId === appId && state.conditions.enabled) return null;
  if (appIdRefusal === "gateway") return refusals.wrongAppId;
  if (route.operation === "recording.acquire") {
    return codes === "older" ? refusals.appNotServedOlder : refusals.appIdNotServed;
  }
  if (route.appId === appId) return null;
  return route.operation === "recording.start" ? refusals.resourceMismatch : refusals.sessionMismatch;
}

function serve(state: ServiceState, route: RecordingRoute, request: ServiceRequest): Answer {
  if (route.operation === "recording.query") return query(state, route);
  const body = readBody(request);
  if (!("fields" in body)) return body;
  return handlers[route.operation](state, route, body.fields);
}

type Handler = (state: ServiceState, route: RecordingRoute, body: JsonObject) => Answer;

const handlers: Readonly<Record<Exclude<SessionOperation, "recording.query">, Handler>> = {
  "recording.acquire": (state, _route, body) => acquire(state, body),
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
