import { createAgoraClient } from "@agora-edge/core";
import { AgoraProvider } from "@agora-edge/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { LanguageProvider } from "./language/language-provider.tsx";
import { loadWords, preferredLanguage } from "./language/words.ts";
import { settings } from "./settings.ts";

// The fake's time can be sped up; the page's clock has to go with it.
const fake = settings.fake ? await import("./fake/fake.ts") : undefined;
const clock = await fake?.followClock();
const agora = createAgoraClient({ appId: settings.appId, baseUrl: "/api/agora", ...(clock ? { clock } : {}) });

const language = preferredLanguage();
const words = await loadWords(language);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider language={language} words={words}>
        <AgoraProvider client={agora}>
          <App strip={fake?.ControlStrip} />
        </AgoraProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
