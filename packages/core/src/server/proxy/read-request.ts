import { secretsIn } from "../../redact/value.ts";
import { isObject, type JsonObject } from "../../runtime/json.ts";
import { tooLarge } from "../../runtime/read-stream.ts";
import { timedOut } from "../../runtime/with-timeout.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { parseJsonBytes } from "../http/json-body.ts";
import { readBody, type BodyLimits } from "../http/read-body.ts";
import { isJsonType } from "../http/same-site.ts";
import { isBeta } from "./body-schema.ts";
import type { Route } from "./find-route.ts";
import type { ServedOperation } from "./operations.ts";
import { Refusal } from "./refusal.ts";
import type { AddingProxyStep, Received, Routed } from "./steps.ts";
import { validateBody, type BodyOptions } from "./validate-body.ts";

/** The handle or lease that a route is about, by the SDK's names; undefined for routes without one. */
export function targetOf({ ids, operation }: Route): Readonly<Record<string, string>> | undefined {
  if (!operation.hasTarget) return undefined;
  const { builderToken, ...rest } = ids;
  return builderToken === undefined ? rest : { ...rest, tokenName: builderToken };
}

/** Where a channel and a uid stand: in one place each, so that a request cannot name two. */
const channelPaths = {
  recording: ["cname", "uid"],
  beta: ["audio.agoraRtcConfig.channelName", "config.recognizeConfig.output.agoraRTCDataStream.uid"],
  stt: ["rtcConfig.channelName", "rtcConfig.pubBotUid"],
} as const;

/** Of the beta: where the captions go. */
const outputPath = "config.recognizeConfig.output.agoraRTCDataStream.channelName";

const isBetaStart = ({ name }: ServedOperation, body: JsonObject) => name === "sttTasks.start" && isBeta(body);

/** Channel and uid of a body. */
export function channelOf(
  operation: ServedOperation,
  body: JsonObject,
): { cname: string | undefined; uid: string | undefined } {
  const stt = isBetaStart(operation, body) ? channelPaths.beta : channelPaths.stt;
  const [cname, uid] = (operation.serviceName === "recording" ? channelPaths.recording : stt).map((path) => {
    const value = get(body, path);
    return typeof value === "string" ? value : undefined;
  });
  return { cname, uid };
}

async function readRequestBody(
  request: Request,
  { operation }: Route,
  { limits, ...options }: BodyOptions & { readonly limits: BodyLimits },
): Promise<JsonObject> {
  const { headers } = request;
  if (operation.body && !isJsonType(headers)) {
    throw new Refusal(415, "The body must be application/json.");
  }
  if (!/^(identity)?$/i.test(headers.get("content-encoding") ?? "")) {
    throw new Refusal(415, "The body must not be encoded.");
  }
  const bytes = await readBody(request, limits).catch(() => {
    throw new Refusal(400, "The body could not be read.");
  });
  if (bytes === tooLarge) throw new Refusal(413, `The body has more than ${limits.size} bytes.`);
  if (bytes === timedOut) throw new Refusal(408, `The body did not come within ${limits.time} ms.`);
  if (!operation.body) {
    if (bytes.length > 0) throw new Refusal(400, "This operation takes no body.");
    return {};
  }
  const body = parseJsonBytes(bytes);
  if (!isObject(body)) throw new Refusal(400, "The body must be a JSON object.");
  const problems = validateBody(operation, body, options);
  if (problems.length > 0) throw new Refusal(400, problems.join(" "));
  const output = isBetaStart(operation, body) ? get(body, outputPath) : undefined;
  if (!isAbsent(output) && output !== channelOf(operation, body).cname) {
    throw new Refusal(400, `${outputPath} must be the channel of audio.`);
  }
  // Agora takes a channel of blanks, and every rule about names lets it through.
  if (channelOf(operation, body).cname?.trim() === "") throw new Refusal(400, "The name of the channel is blank.");
  return operation.serviceName === "recording" ? { ...body, clientRequest: body.clientRequest ?? {} } : body;
}

/** Reads and checks the body of a request, as far as it can be done without knowing who sends it. */
export const receiveBody =
  (
    options: BodyOptions & { readonly limits: BodyLimits },
  ): AddingProxyStep<Routed, Pick<Received, "body" | "pageSecrets">> =>
  async ({ request, route }, next) => {
    const body = await readRequestBody(request, route, options);
    // Now: a hook may change the body that it is given.
    return next({ body, pageSecrets: secretsIn(body) });
  };
