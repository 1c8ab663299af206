import type { Auth } from "../../auth/auth.ts";
import type { ClientContext } from "../../client/context.ts";
import { internalsOf } from "../../client/internals.ts";
import { AgoraValidationError } from "../../errors/validation-error.ts";
import { common } from "../../locales/en/common.ts";
import type { AgoraHandlerOptions, AgoraIdentity } from "./options.ts";

function refuse(path: string, message: string): never {
  const issues = [{ path, message, received: "" }];
  throw new AgoraValidationError({ kind: "invalid-config", text: common["invalid-config"], issues });
}

/** The secrets of the grants. Those of the app come first; without any, one that follows from the Customer Secret. */
function secretsOf(given: readonly string[] | undefined, auth: Auth): readonly string[] {
  if (given !== undefined) {
    const areSecrets =
      Array.isArray(given) && given.length > 0 && given.every((each) => typeof each === "string" && each);
    return areSecrets ? given : refuse("grantSecrets", "must hold one secret or more");
  }
  const [customerSecret] = auth.type === "basic" ? auth.secrets() : [];
  if (customerSecret === undefined) refuse("grantSecrets", "is missing: without basicAuth there is no default");
  return [`agora-edge/grant-secret/${customerSecret}`];
}

/** Refuses options with which no request could be served, or too many. */
export function checkOptions<Identity extends AgoraIdentity>(
  options: AgoraHandlerOptions<Identity>,
): { context: ClientContext; auth: Auth; secrets: readonly string[] } {
  const { client, basePath, authorize, cors } = options;
  const internals = typeof client === "object" && client !== null ? internalsOf(client) : undefined;
  if (!internals) return refuse("client", "must be made by createAgoraClient of the same copy of @agora-edge/core");
  const { context, auth } = internals;
  if (!auth) return refuse("client", "must have auth: the handler is what adds it for pages");
  if (typeof basePath !== "string" || !/^(\/[\w.~-]+)*\/?$/.test(basePath)) {
    refuse("basePath", "must be a path such as /api/agora");
  }
  if (typeof authorize !== "function") refuse("authorize", "is missing: nobody is let in without it");
  if (cors?.origin === "*" && cors.credentials) refuse("cors", "must name the origins that may send cookies");
  return { context, auth, secrets: secretsOf(options.grantSecrets, auth) };
}
