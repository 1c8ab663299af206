import type { AgoraClient, AnyClient, ClientWith, ServiceName } from "@agora-edge/core";
import { useContext } from "react";
import { ClientContext } from "./session/client-context.ts";

function has<Service extends ServiceName>(
  client: AnyClient,
  services: readonly Service[],
): client is ClientWith<Service> {
  return services.every((service) => client[service] !== undefined);
}

const every: readonly ServiceName[] = ["recording", "channels", "sttAgents", "sttTasks"];

/** The given client, or that of the nearest `AgoraProvider`, with the services that `hook` needs. */
export function useClientWith<Service extends ServiceName>(
  hook: string,
  services: readonly Service[],
  client: AnyClient | undefined,
): ClientWith<Service> {
  const provided = useContext(ClientContext);
  const found = client ?? provided;
  if (!found) {
    throw new Error(
      `${hook} found no client: wrap this component in <AgoraProvider client={createAgoraClient(…)}>, or pass a client to the hook.`,
    );
  }
  if (has(found, services)) return found;
  const missing = services.filter((service) => found[service] === undefined).join(", ");
  throw new Error(
    `${hook} needs a client with ${missing}, which this one lacks: make it with createAgoraClient, or pass another client to the hook.`,
  );
}

/**
 * The client of the nearest `AgoraProvider`.
 *
 * @param client wins over the provider, for a component that talks to another project
 * @throws Error when there is neither, and when the provider has a client of single services, such as `createRecording` makes:
 *   then name the services that the component uses
 */
export function useAgoraClient(client?: AgoraClient): AgoraClient;
/**
 * The client of the nearest `AgoraProvider`, which may be one of single services.
 *
 * @param services that the component uses
 * @throws Error when there is no provider, or its client lacks one of the services
 * @example
 * const { recording } = useAgoraClient(["recording"]);
 */
export function useAgoraClient<Service extends ServiceName>(services: readonly Service[]): ClientWith<Service>;
export function useAgoraClient(given?: AgoraClient | readonly ServiceName[]): ClientWith<ServiceName> {
  const isList = (value: typeof given): value is readonly ServiceName[] => Array.isArray(value);
  return useClientWith("useAgoraClient", isList(given) ? given : every, isList(given) ? undefined : given);
}
