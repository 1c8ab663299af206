import { createContext, type ClientContext } from "./context.ts";
import { keepParts } from "./parts-of.ts";
import { keepInternals } from "./internals.ts";
import type { AgoraClientOptions } from "./options.ts";

/** Makes a client of the services that `bind` gives. */
export function createClient<Services extends object>(
  options: AgoraClientOptions,
  bind: (context: ClientContext) => Services,
): Services & { readonly appId: string } {
  const context = createContext(options);
  const client = { appId: context.appId, ...bind(context) };
  keepInternals(client, { context, auth: options.auth });
  const { transport, limiter, random } = context;
  const isPatient = limiter !== undefined && "take" in limiter;
  keepParts(client, { clock: transport.clock, limiter: isPatient ? undefined : limiter, random });
  return client;
}
