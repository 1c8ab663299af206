import { stepBuilder } from "../../pipeline/compose.ts";
import type { ServerContext } from "../http/context.ts";
import { answerRefusals, protectAnswers } from "./answer-refusals.ts";
import { identify, requireGrant } from "./authorize.ts";
import { checkOptions } from "./check-options.ts";
import { allowOrigins } from "./cors.ts";
import { describeCall } from "./describe.ts";
import { createGrantIssuer } from "./grant-issuer.ts";
import { limitCalls } from "./limit-calls.ts";
import { readOffer } from "./offer.ts";
import type { AgoraHandlerOptions, AgoraIdentity } from "./options.ts";
import { prepareBody } from "./prepare.ts";
import { receiveBody } from "./read-request.ts";
import { chooseRoute, refuseCrossSite } from "./route.ts";
import { createSender } from "./send.ts";
import type { Incoming } from "./steps.ts";
import { tryStorage } from "./storage-trial.ts";
import { createHandleTeller } from "./tell-handle.ts";

/** A function over `fetch` types: for `export default { fetch }`, `Deno.serve`, route handlers of any framework. */
export type AgoraHandler = (request: Request, context?: ServerContext) => Promise<Response>;

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
  const { allowStorageConfig = false, maxBodySize: size = 65_536, bodyTimeout = 10_000, onError } = options;
  const { appId, allowFields, transport } = context;
  const { clock } = transport;
  const now = () => clock.now();
  const hookLimit = { clock, time: options.hookTimeout ?? 15_000 };
  const grants = createGrantIssuer({ appId, secrets, lifetime: options.grantLifetime ?? 30 * 86_400, now });
  const offers = readOffer(options.client, options.operations);
  const limits = { size, time: bodyTimeout, clock };

  const serve = stepBuilder<Incoming, Response>()
    .use(allowOrigins(options.cors))
    .use(protectAnswers)
    .use(answerRefusals(onError))
    .use(refuseCrossSite(options.cors?.origin))
    .add(chooseRoute({ basePath: options.basePath, appId, offers }))
    .add(receiveBody({ allowStorageConfig, allowFields, limits }))
    .add(describeCall(grants))
    .add(identify(options, hookLimit))
    .use(requireGrant(grants))
    .use(limitCalls(options.callsPerSubject ?? 5, clock))
    .add(prepareBody(options, hookLimit))
    .use(tryStorage(options.storageCheck, { onError, now }))
    .end(createSender({ context, auth, grants, tellHandle: createHandleTeller(options, hookLimit) }));

  return (request, server) => serve({ request, server });
}
