import type { AnyClient } from "@agora-edge/core";
import { sessionsOf } from "@agora-edge/core/page";
import { type ReactNode, useInsertionEffect, useRef } from "react";
import { ClientContext, DefaultsContext, type SessionDefaults } from "./session/client-context.ts";

/** Props of `AgoraProvider`. */
export interface AgoraProviderProps {
  /**
   * Made once, outside of any component: in a page without `auth` and with the `baseUrl` of your own proxy. A client of one
   * service (`createRecording`, `createSttAgents`) keeps the others out of the bundle.
   */
  client: AnyClient;
  /** For all session hooks below, such as the storage. Made once too. */
  defaultOptions?: SessionDefaults | undefined;
  children?: ReactNode;
}

const none: SessionDefaults = {};

/** Gives the client to every hook below. */
export function AgoraProvider({ client, defaultOptions = none, children }: AgoraProviderProps): ReactNode {
  const last = useRef(client);
  // Before the hooks below look for their sessions: what ran under the client before goes on under this one.
  useInsertionEffect(() => {
    if (last.current !== client) sessionsOf(client).continueFrom(last.current);
    last.current = client;
  }, [client]);
  // React 18 cannot render a context itself.
  return (
    <ClientContext.Provider value={client}>
      <DefaultsContext.Provider value={defaultOptions}>{children}</DefaultsContext.Provider>
    </ClientContext.Provider>
  );
}
