import type { AnyClient } from "@agora-edge/core";
import { sessionsOf } from "@agora-edge/core/page";
import { type ReactNode, useContext, useInsertionEffect } from "react";
import { ClientContext, DefaultsContext, type SessionDefaults } from "./session/client-context.ts";
import { LocaleContext } from "./session/locale-context.ts";
import { passOn } from "./memories.ts";

/** Props of `AgoraProvider`. */
export interface AgoraProviderProps {
  /**
   * Made once, outside of any component: in a page without `auth` and with the `baseUrl` of your own proxy. A client of one
   * service (`createRecording`, `createSttAgents`) keeps the others out of the bundle.
   */
  client: AnyClient;
  /** For all session hooks below, such as the storage. Made once too. */
  defaultOptions?: SessionDefaults | undefined;
  /**
   * The language of `useExplanation` and of the devtools, as a BCP 47 tag; English and Chinese are there. Give the client the
   * same: it asks the proxy for it. Default: that of a provider above, else the `lang` of the document, else that of the browser.
   */
  locale?: string | undefined;
  /** The app. */
  children?: ReactNode;
}

const none: SessionDefaults = {};

/** Clients of providers that have just gone: one that takes their place in the same turn goes on from there. */
const left = /* @__PURE__ */ new Set<AnyClient>();

function leave(client: AnyClient): void {
  left.add(client);
  queueMicrotask(() => left.delete(client));
}

function takeOver(client: AnyClient): void {
  const before = [...left].find((one) => one.appId === client.appId);
  if (!before || before === client) return;
  passOn(before, client);
  sessionsOf(client).continueFrom(before);
}

/** Gives the client to every hook below. */
export function AgoraProvider({ client, defaultOptions = none, locale, children }: AgoraProviderProps): ReactNode {
  const outer = useContext(LocaleContext);
  // Before the hooks below look for their sessions: what ran under the client before goes on under this one. A hot reload
  // makes a new client in a provider that stays, or in a new one.
  useInsertionEffect(() => {
    takeOver(client);
    return () => leave(client);
  }, [client]);
  // React 18 cannot render a context itself.
  return (
    <ClientContext.Provider value={client}>
      <DefaultsContext.Provider value={defaultOptions}>
        <LocaleContext.Provider value={locale ?? outer}>{children}</LocaleContext.Provider>
      </DefaultsContext.Provider>
    </ClientContext.Provider>
  );
}
