import { isAgoraError } from "../../errors/agora-error.ts";
import type { JsonObject } from "../../runtime/json.ts";
import { withHookTimeout, type HookLimit } from "../http/hook-timeout.ts";
import { report } from "../http/report.ts";
import { issuesOf } from "./answer.ts";
import type { AgoraHandlerOptions, AgoraIdentity } from "./options.ts";
import { Refusal, visitorHasLeft } from "./refusal.ts";
import type { Identified, AddingProxyStep } from "./steps.ts";

/** What the app's own hook makes of the body, if it has one for this operation. */
async function askHook<Identity extends AgoraIdentity>(
  { prepare, onError }: AgoraHandlerOptions<Identity>,
  { identity, request, call }: Identified<Identity>,
  limit: HookLimit,
): Promise<JsonObject> {
  const { operation, body } = call;
  const hook: unknown = prepare && Reflect.get(prepare, operation);
  if (typeof hook !== "function") return body;
  let prepared: unknown;
  try {
    const making: unknown = hook.call(prepare, { ...call, identity, request });
    prepared = await withHookTimeout("prepare", making, limit);
  } catch (error) {
    if (error instanceof Response) throw error;
    const issues = isAgoraError(error) && error.kind === "invalid-request" ? issuesOf(error) : [];
    if (issues.length > 0) {
      // What the page sent cannot be used, for a token as an example: that is no failure of the app.
      if (onError) report(error, onError);
      throw new Refusal(400, issues.map(({ path, message }) => `${path || "request"} ${message}.`).join(" "));
    }
    report(error, onError);
    throw new Refusal(500, "The app could not prepare the request.");
  }
  if (prepared instanceof Response) throw prepared;
  if (typeof prepared === "object" && prepared !== null) return prepared as JsonObject;
  report(new TypeError(`prepare["${operation}"] must return a body.`), onError);
  throw new Refusal(500, "The app could not prepare the request.");
}

/** Lets the app make the body that is sent to Agora. */
export const prepareBody =
  <Identity extends AgoraIdentity>(
    options: AgoraHandlerOptions<Identity>,
    limit: HookLimit,
  ): AddingProxyStep<Identified<Identity>, { readonly prepared: JsonObject }> =>
  async (context, next) => {
    const { request, route, call, binding } = context;
    const { operation } = route;
    const made = operation.body ? await askHook(options, context, limit) : call.body;
    // A hook cannot know better what was acquired.
    const prepared = call.handle && operation.serviceName === "recording" ? { ...made, ...binding } : made;
    if (request.signal?.aborted) throw new Refusal(400, visitorHasLeft);
    return next({ prepared });
  };
