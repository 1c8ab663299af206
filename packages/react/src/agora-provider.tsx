import type { AgoraClient } from "@agora-edge/core";
import type { ReactNode } from "react";
import { ClientContext } from "./client-context.ts";

export interface AgoraProviderProps {
  /** Made once, outside of any component: in a page without `auth` and with the `baseUrl` of your own proxy. */
  client: AgoraClient;
  children?: ReactNode;
}

/** Gives the client to every hook below. */
export function AgoraProvider({ client, children }: AgoraProviderProps): ReactNode {
  // React 18 cannot render a context itself.
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}
