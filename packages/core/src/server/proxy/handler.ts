import { isHarmless } from "../../errors/operations.ts";
import { startedBefore } from "../../context/started-before.ts";
import { isAgoraError } from "../../errors/agora-error.ts";
import { isObject, objectAt, textAt, type JsonObject } from "../../runtime/json.ts";
import { createUpdateGap } from "../../stt/update-gap.ts";
import { secretsIn } from "../../redact/value.ts";
import { keepAlive, type ServerContext } from "../http/context.ts";
import { report } from "../http/report.ts";
import { foreignOrigin, isCrossSite } from "../http/same-site.ts";
import { checkGrant, identify, prepareBody } from "./authorize.ts";
import { answerFailure, passOn } from "./answer.ts";
import { finishFailure, finishOwn, finishRefusal, finishResult, wantsFinished, wantsOnce } from "./page-answer.ts";
import { checkOptions } from "./check-options.ts";
import { createCors } from "./cors.ts";
import { forward } from "./forward.ts";
import { createGrantIssuer } from "./grant-issuer.ts";
import { narrow } from "./list-filter.ts";
import { tap } from "./tap.ts";
import { readOffer } from "./offer.ts";
import type { AgoraHandlerOptions, AgoraIdentity, ProxyCall } from "./options.ts";
import { channelOf, readRequestBody, targetOf } from "./read-request.ts";
import { createHandleTeller } from "./tell-handle.ts";
import { ownResponse, Refusal, refusalResponse, visitorHasLeft } from "./refusal.ts";
import { scopeOf } from "./scope.ts";
import { createShare } from "./share.ts";
import { createStorageTrial } from "./storage-trial.ts";
import { findRoute, type Route } from "./find-route.ts";
import type { ServedOperation } from "./operations.ts";
import { grantHeader } from "../../runtime/grant-header.ts";

/** A function over `fetch` types: for `export default { fetch }`, `Deno.serve`, route handlers of any framework. */
export type AgoraHandler = (request: Request, context?: ServerContext) => Promise<Response>;

/** Longer than any address of an operation. */
const maxUrlLength = 8192;

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
  const { allowStorageConfig = false, maxBodySize = 65_536, bodyTimeout = 10_000, onError } = options;
  const { appId, allowFields, transport } = context;
  const { clock } = transport;
  const basePath = options.basePath.replace(/\/$/, "");
  const cors = createCors(options.cors);
  const offers = readOffer(options.client, options.operations);
  const share = createShare({ limit: options.callsPerSubject ?? 5, clock });
  const limit = { clock, time: options.hookTimeout ?? 15_000 };
  const tellHandle = createHandleTeller(options, limit);
  const updates = createUpdateGap(clock);
  const tryStorage = createStorageTrial(options.storageCheck, onError, () => clock.now());
  const grants = createGrantIssuer({
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
    if ("operation" in route) {
      if (offers(route.operation.name)) return route;
      throw new Refusal(403, "The app does not offer this operation: see operations of createAgoraHandler.");
    }
    throw new Refusal(route.status, route.reason, route.allow === undefined ? {} : { allow: route.allow });
  }

  /** A place for a call among those of its subject; to end something, among those that end the same. */
  async function takePlace(
    { effect }: ServedOperation,
    { handle = {} }: ProxyCall,
    subject: string,
    signal: AbortSignal | undefined,
  ): Promise<() => void> {
    // What runs costs money: to end it never waits for what its subject does otherwise. Not by the sid, which is anybody's
    // guess: a lease is good for any.
    const thing = effect === "end" ? (scopeOf(handle)?.slice(0, 2) ?? []) : [];
    const leave = await share.enter(JSON.stringify([subject, ...thing]), signal).catch(() => {
      throw new Refusal(400, visitorHasLeft);
    });
    if (leave) return leave;
    throw new Refusal(429, "Too many calls of this user are under way.", { "retry-after": "1" });
  }

  /** Sends, and turns what came into an answer. From here on nothing may be lost. */
  async function send(
    call: { route: Route; target: JsonObject; body: JsonObject; filter: JsonObject; signal: AbortSignal | undefined },
    visitor: {
      subject: string;
      secrets: readonly string[];
      cname: string;
      uid: string;
      server: ServerContext | undefined;
      request: Request;
      /** The name of a join is the visitor's. */
      ownsName: boolean;
    },
  ): Promise<Response> {
    const { operation } = call.route;
    const { subject } = visitor;
    const heard = tap(context, operation.name, subject);
    /** The page's own secrets are no news to it: only what was added here is kept from it. */
    const circumstances = () => ({
      secrets: [...auth.secrets(), ...secretsIn(call.body).filter((secret) => !visitor.secrets.includes(secret))],
      now: clock.now(),
    });
    const grantFor = (thing: object) => {
      const { cname, uid } = { ...visitor, ...thing };
      return grants.issue(subject, thing, { cname, uid });
    };
    try {
      const once = wantsOnce(visitor.request);
      const result = await forward({ ...call, once, operation, context: heard.context, updates });
      const exchange = heard.own();
      if (!exchange) throw new TypeError("The service answered, and nobody heard it.");
      const { effect } = operation;
      const isFinished = wantsFinished(visitor.request) && operation.name !== "sttAgents.list";
      if (effect !== "lease" && effect !== "begin") {
        return isFinished ? finishResult(result, exchange, circumstances()) : passOn(exchange, circumstances());
      }
      const grant = await grantFor(result);
      if (effect === "begin") await tellHandle(result, grant, visitor);
      if (isFinished) return finishResult(result, exchange, circumstances(), { grant });
      return passOn(exchange, circumstances(), {
        grant,
        status: 200,
        fields: isObject(result) ? idsForAnswer(result) : {},
      });
    } catch (error) {
      const status = isAgoraError(error) ? error.status : undefined;
      const exchange = status === undefined ? undefined : heard.withStatus(status);
      // The user with the grant of a recording's lease owns what runs on it. Builder tokens of one `instanceId` share a
      // task: there, only an attempt of this very call proves it. Whose a name is, the app knows.
      const { serviceName, effect } = operation;
      const owns = { recording: true, sttTasks: startedBefore(error), sttAgents: visitor.ownsName, channels: false };
      const isOwn = effect === "begin" && owns[serviceName];
      const running = isAgoraError(error) && isOwn ? error.handle : undefined;
      const grant = running && (await grantFor(running));
      if (running && grant !== undefined) await tellHandle(running, grant, visitor);
      if (!wantsFinished(visitor.request)) return answerFailure(error, exchange, circumstances(), { grant });
      return finishFailure(visitor.request, error, exchange, circumstances(), { operation, grant });
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
    const grant = target ? request.headers.get(grantHeader) : null;
    const claims = grants.read(grant);
    // What a grant says goes over what a body says; whether it may, is checked before anything else happens.
    const bound = claims?.cname ? { cname: claims.cname, uid: claims.uid } : {};
    const isRecording = operation.serviceName === "recording";
    const given = target && isRecording && operation.body ? { ...body, ...bound } : body;
    const { cname, uid } = { ...channelOf(operation, given), ...bound };
    const { mode } = route.ids;
    const call: ProxyCall = { operation: operation.name, cname, uid, mode, handle: target, body: given };

    const identity = await identify(options, request, call, limit);
    const { subject, ownsName = false } = identity;
    if (target) await checkGrant(grants, grant, subject, target, operation);
    const leave = await takePlace(operation, call, subject, request.signal);
    try {
      const prepared = operation.body ? await prepareBody(options, identity, request, call, limit) : given;
      // A hook cannot know better what was acquired.
      const final = target && isRecording ? { ...prepared, ...bound } : prepared;
      if (request.signal?.aborted) throw new Refusal(400, visitorHasLeft);

      if (operation.name === "recording.start") tryStorage(objectAt(final, "clientRequest"), server);
      const channel = channelOf(operation, final);
      // Reads can be called off, and a resource that nobody got costs nothing. Everything else goes on without its visitor.
      const canBeCalledOff = isHarmless(operation.effect);
      const signal = canBeCalledOff ? request.signal : undefined;
      const filter = narrow(route.query, identity.list ?? {});
      const work = send(
        { route, target: { ...target, ...bound }, body: final, filter, signal },
        {
          subject,
          secrets: own,
          cname: channel.cname ?? cname ?? "",
          uid: channel.uid ?? uid ?? "",
          server,
          request,
          ownsName,
        },
      );
      if (!canBeCalledOff) keepAlive(server, work);
      return await work;
    } finally {
      leave();
    }
  }

  async function refuse(request: Request, error: unknown): Promise<Response> {
    const isFinished = wantsFinished(request);
    if (error instanceof Response) return isFinished ? finishOwn(request, error) : ownResponse(error);
    if (!(error instanceof Refusal)) report(error, onError);
    const refusal = error instanceof Refusal ? error : new Refusal(500, "The server failed.");
    return isFinished ? finishRefusal(request, refusal) : refusalResponse(refusal);
  }

  return async (request, server) => {
    if (request.method === "OPTIONS") return cors.preflight(request);
    let response: Response;
    try {
      response = await serve(request, new URL(request.url), server);
    } catch (error) {
      response = await refuse(request, error);
    }
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-content-type-options", "nosniff");
    cors.addHeaders(request, response.headers);
    return response;
  };
}
