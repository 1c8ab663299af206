import type { AgoraClient } from "./agora-client.ts";
import { keepClock } from "./clock-of.ts";
import { createContext, type ClientContext } from "./context.ts";
import { keepInternals } from "./internals.ts";
import type { AgoraClientOptions } from "./options.ts";

/** The services that a client can have. */
export type ServiceName = Exclude<keyof AgoraClient, "appId">;

/** A client that has at least these services: made by `createAgoraClient`, or by the factory of a single service. */
export type ClientWith<Service extends ServiceName> = Pick<AgoraClient, "appId" | Service>;

/** Any client, whatever services it has. */
export type AnyClient = ClientWith<never> & Partial<AgoraClient>;

/** Makes a client of the services that `bind` gives. */
export function createClient<Services extends object>(
  options: AgoraClientOptions,
  bind: (context: ClientContext) => Services,
): Services & { readonly appId: string } {
  const context = createContext(options);
  const client = { appId: context.appId, ...bind(context) };
  keepInternals(client, { context, auth: options.auth });
  keepClock(client, context.transport.clock);
  return client;
}
