import type { PageClient } from "@agora-edge/core/page";
import { AgoraProvider } from "@agora-edge/react";
import type { ReactNode } from "react";
import { useLanguage } from "./language/use-language.ts";
import { sessionDefaults } from "./shared/session-defaults.ts";

/** The client for everything below, whose errors speak the language of the page. */
export function Agora({ client, children }: { client: PageClient; children: ReactNode }) {
  const { tag } = useLanguage();
  return (
    <AgoraProvider client={client} locale={tag} defaultOptions={sessionDefaults}>
      {children}
    </AgoraProvider>
  );
}
