import { startedBefore } from "../../client/started-before.ts";
import { isAgoraError } from "../../errors/agora-error.ts";
import { isObject, textAt, type JsonObject } from "../../runtime/json.ts";
import type { RecordingHandle } from "../../recording/types/handle.ts";
import type { SttAgentHandle, SttTaskHandle } from "../../stt/types/handle.ts";
import { createUpdateGap } from "../../stt/update-gap.ts";
import { secretsIn } from "../../transport/redact.ts";
import { keepAlive, type ServerContext } from "../http/context.ts";
import { report } from "../http/report.ts";
import { foreignOrigin, isCrossSite } from "../http/same-site.ts";
import { checkGrant, definedOf, identify, prepareBody } from "./admit.ts";
import { answerFailure, passOn } from "./answer.ts";
import { checkOptions } from "./check-options.ts";
import { createCors } from "./cors.ts";
import { forward } from "./forward.ts";
import { createGrantOffice } from "./grant-office.ts";
import { listen } from "./listen.ts";
import type { AgoraHandlerOptions, AgoraIdentity, ProxyCall } from "./options.ts";
import { channelOf, readRequestBody, targetOf } from "./read-request.ts";
import { ownResponse, Refusal, refusalResponse } from "./refusal.ts";
import { findRoute, type Route } from "./routes.ts";

/** A function over `fetch` types: for `export default { fetch }`, `Deno.serve`, route handlers of any framework. */
export type AgoraHandler = (request: Request, context?: ServerContext) => Promise<Response>;

/** Longer than any address of an operation. */
const maxUrlLength = 8192;

/** Reads can be called off, and a resource that nobody got costs nothing. Everything else goes on without its visitor. */
const canBeCalledOff = /\.(query|get|list|acquire)$/;

/** Operations whose answer names something that runs, and those whose answer comes with a grant. */
const begins = /\.(start|join)$/;
const isGranting = /\.(acquire|start|join)$/;

/** What the answer of the service lacks when it was an earlier attempt that worked: its IDs, by the service's names. */
function idsForAnswer(handle: JsonObject): Record<string, string> {
  const ids = { sid: textAt(handle, "sid"), taskId: textAt(handle, "taskId"), agent_id: textAt(handle, "agentId") };
  return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
}

/**
 * The app's own way to Agora for pages that must not hold its secrets. Pages use the client of this SDK, without `auth`
 * and with `baseUrl` set to `basePath`.
 *
 * @throws AgoraValidationError of kind `invalid-config` for options that cannot work
 */
export function createAgoraHandler<Identity extends AgoraIdentity>(
  options: AgoraHandlerOptions<Identity>,
): AgoraHandler {
  const { context, auth, secrets } = checkOptions(options);
  const { allowStorageConfig = false, maxBodySize = 65_536, bodyTimeout = 10_000, onHandle, onError } = options;
  const { appId, allowFields, transport } = context;
  const { clock } = transport;
  const basePath = options.basePath.replace(/\/$/, "");
  const cors = createCors(options.cors);
  const updates = createUpdateGap(clock);
  const office = createGrantOffice({
    appId,
    secrets,
    lifetime: options.grantLifetime ?? 30 * 86_400,
    now: () => clock.now(),
  });

  function routeOf(request: Request, url: URL): Route {
    if (request.url.length > maxUrlLength) throw new Refusal(414, "The address is too long.");
    const { pathname } = url;
    if (!pathname.startsWith(`${basePath}/`)) throw new Refusal(404, "There is no such operation.");
    const route = findRoute(request.method, pathname.slice(basePath.length), url.searchParams, appId);
    if ("operation" in route) return route;
    throw new Refusal(route.status, route.reason, route.allow === undefined ? {} : { allow: route.allow });
  }

  /** Stores what runs before anybody hears of it. */
  async function tellHandle(handle: object, grant: string | undefined, subject: string): Promise<void> {
    if (!onHandle) return;
    const known = handle as RecordingHandle | SttTaskHandle | SttAgentHandle;
    try {
      await onHandle(grant === undefined ? known : { ...known, grant }, subject);
    } catch (error) {
      report(error, onError);
    }
  }

  /** Sends, and turns what came into an answer. From here on nothing may be lost. */
  async function send(
    call: { route: Route; target: JsonObject; body: JsonObject; filter: JsonObject; signal: AbortSignal | undefined },
    visitor: { subject: string; secrets: readonly string[]; cname: string; uid: string },
  ): Promise<Response> {
    const { operation } = call.route;
    const { subject } = visitor;
    const heard = listen(context, operation);
    /** The page's own secrets are no news to it: only what was added here is kept from it. */
    const hidden = () => [
      ...auth.secrets(),
      ...secretsIn(call.body).filter((secret) => !visitor.secrets.includes(secret)),
    ];
    const grantFor = (thing: object) => {
      const { cname, uid } = { ...visitor, ...thing };
      return office.issue(subject, thing, { cname, uid });
    };
    try {
      const result = await forward({ ...call, operation, context: heard.context, updates });
      const exchange = heard.own();
      if (!exchange) throw new TypeError("The service answered, and nobody heard it.");
      if (!isGranting.test(operation)) return passOn(exchange, hidden());
      const grant = await grantFor(result);
      if (begins.test(operation)) await tellHandle(result, grant, subject);
      return passOn(exchange, hidden(), { grant, status: 200, fields: isObject(result) ? idsForAnswer(result) : {} });
    } catch (error) {
      const status = isAgoraError(error) ? error.status : undefined;
      const exchange = status === undefined ? undefined : heard.withStatus(status);
      // Who could show the grant of a recording's lease owns what runs on it. Builder tokens of one `instanceId` share a
      // task, and a name that is taken proves nothing: there, only an attempt of this very call does.
      const isOwn = operation === "recording.start" || (operation === "sttTasks.start" && startedBefore(error));
      const running = isAgoraError(error) && isOwn ? error.handle : undefined;
      const grant = running && (await grantFor(running));
      if (running && grant !== undefined) await tellHandle(running, grant, subject);
      return answerFailure(error, exchange, hidden(), { grant });
    }
  }

  async function serve(request: Request, url: URL, server: ServerContext | undefined): Promise<Response> {
    if (isCrossSite(request, options.cors?.origin)) throw new Refusal(403, foreignOrigin);
    const route = routeOf(request, url);
    const { operation } = route;
    const limits = { size: maxBodySize, time: bodyTimeout, clock };
    const body = await readRequestBody(request, route, { allowStorageConfig, allowFields, limits });
    // Now: a hook may change the body that it is given.
    const own = secretsIn(body);
    const target = targetOf(route);
    const grant = target ? request.headers.get("x-agora-edge-grant") : null;
    const claims = office.read(grant);
    // What a grant says goes over what a body says; whether it may, is checked before anything else happens.
    const bound = claims?.cname ? { cname: claims.cname, uid: claims.uid } : {};
    const isRecording = operation.startsWith("recording.");
    const given = target && isRecording && operation !== "recording.query" ? { ...body, ...bound } : body;
    const { cname, uid } = { ...channelOf(operation, given), ...bound };
    const { mode } = route.ids;
    const call: ProxyCall = { operation, cname, uid, mode, handle: target, body: given };

    const identity = await identify(options, request, call);
    if (target) await checkGrant(office, grant, identity.subject, target, operation);
    const prepared = await prepareBody(options, identity, request, call);
    // A hook cannot know better what was acquired.
    const final = target && isRecording ? { ...prepared, ...bound } : prepared;
    if (request.signal?.aborted) throw new Refusal(400, "The visitor has left.");

    const channel = channelOf(operation, final);
    const signal = canBeCalledOff.test(operation) ? request.signal : undefined;
    const filter = { ...readFilter(route.query), ...definedOf(identity.list) };
    const work = send(
      { route, target: { ...target, ...bound }, body: final, filter, signal },
      { subject: identity.subject, secrets: own, cname: channel.cname ?? cname ?? "", uid: channel.uid ?? uid ?? "" },
    );
    if (!canBeCalledOff.test(operation)) keepAlive(server, work);
    return work;
  }

  return async (request, server) => {
    if (request.method === "OPTIONS") return cors.preflight(request);
    let response: Response;
    try {
      response = await serve(request, new URL(request.url), server);
    } catch (error) {
      if (error instanceof Response) response = ownResponse(error);
      else if (error instanceof Refusal) response = refusalResponse(error);
      else {
        report(error, onError);
        response = refusalResponse(new Refusal(500, "The server failed."));
      }
    }
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-content-type-options", "nosniff");
    cors.addHeaders(request, response.headers);
    return response;
  };
}

/** The filter of a list, with numbers where the SDK wants some. */
function readFilter(query: Readonly<Record<string, string>>): Record<string, string | number> {
  const numbers = ["from_time", "to_time", "limit"];
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]),
  );
}
