import type { AnyClient } from "@agora-edge/core";
import type { ReactNode } from "react";
import { ClientContext } from "./client-context.ts";

export interface AgoraProviderProps {
  /**
   * Made once, outside of any component: in a page without `auth` and with the `baseUrl` of your own proxy. A client of one
   * service (`createRecording`, `createSttAgents`) keeps the others out of the bundle.
   */
  client: AnyClient;
  children?: ReactNode;
}

/** Gives the client to every hook below. */
export function AgoraProvider({ client, children }: AgoraProviderProps): ReactNode {
  // React 18 cannot render a context itself.
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>;
}
