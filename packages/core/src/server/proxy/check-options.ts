import type { Auth } from "../../auth/auth.ts";
import type { ClientContext } from "../../context/context.ts";
import { internalsOf } from "../../context/internals.ts";
import { checkGrantSecrets, checkPositive, refuseOption } from "../../options/check-option.ts";
import type { AgoraHandlerOptions, AgoraIdentity } from "./options.ts";

/** The secrets of the grants. Those of the app come first; without any, one that follows from the Customer Secret. */
function secretsOf(given: readonly string[] | undefined, auth: Auth): readonly string[] {
  if (given !== undefined) return checkGrantSecrets(given);
  const [customerSecret] = auth.type === "basic" ? auth.secrets() : [];
  if (customerSecret === undefined) refuseOption("grantSecrets", "is missing: without basicAuth there is no default");
  return [`agora-edge/grant-secret/${customerSecret}`];
}

/** Refuses options with which no request could be served, or too many. */
export function checkOptions<Identity extends AgoraIdentity>(
  options: AgoraHandlerOptions<Identity>,
): { context: ClientContext; auth: Auth; secrets: readonly string[] } {
  const { client, basePath, authorize, cors, grantLifetime, maxBodySize, bodyTimeout, hookTimeout, callsPerSubject } =
    options;
  const internals = typeof client === "object" && client !== null ? internalsOf(client) : undefined;
  if (!internals)
    return refuseOption(
      "client",
      "must be made by createAgoraClient, or the factory of a service, of the same copy of @agora-edge/core",
    );
  const { context, auth } = internals;
  if (!auth) return refuseOption("client", "must have auth: the handler is what adds it for pages");
  if (typeof basePath !== "string" || !/^(\/[\w.~-]+)*\/?$/.test(basePath)) {
    refuseOption("basePath", "must be a path such as /api/agora");
  }
  if (typeof authorize !== "function") refuseOption("authorize", "is missing: nobody is let in without it");
  if (cors?.origin === "*" && cors.credentials) refuseOption("cors", "must name the origins that may send cookies");
  if (options.storageCheck && typeof options.storageCheck.check !== "function") {
    refuseOption("storageCheck.check", "must be checkStorage of @agora-edge/core/files");
  }
  checkPositive({ grantLifetime, maxBodySize, bodyTimeout, hookTimeout, callsPerSubject });
  return { context, auth, secrets: secretsOf(options.grantSecrets, auth) };
}
