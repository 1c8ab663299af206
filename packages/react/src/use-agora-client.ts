import type { AgoraClient } from "@agora-edge/core";
import { useContext } from "react";
import { ClientContext } from "./client-context.ts";

/**
 * The client of the nearest `AgoraProvider`.
 *
 * @param client wins over the provider, for a component that talks to another project
 * @throws Error when there is neither
 */
export function useAgoraClient(client?: AgoraClient): AgoraClient {
  const provided = useContext(ClientContext);
  const found = client ?? provided;
  if (!found) {
    throw new Error(
      "useAgoraClient found no client: wrap this component in <AgoraProvider client={createAgoraClient(…)}>, or pass a client to the hook.",
    );
  }
  return found;
}
