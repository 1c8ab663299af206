import { createPageClient } from "@agora-edge/core/page";
import { AgoraProvider } from "@agora-edge/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { LanguageProvider } from "./language/language-provider.tsx";
import { loadWords, preferredLanguage } from "./language/words.ts";
import { settings } from "./settings.ts";
import { sessionDefaults } from "./shared/session-defaults.ts";
import { CaptionSourceContext } from "./transcription/caption-source.ts";

// In development: a fake Agora that the page can steer. Bundlers leave it out of any other build, so this must stand here as it is.
const fake = import.meta.env.VITE_FAKE === "1" ? await import("./fake/fake.ts") : undefined;
// Its time can be sped up; the page's clock has to go with it. The way to the Worker takes as long as ever.
const time = fake ? { clock: await fake.followClock(), timeout: 3_600_000 } : {};
// The same for the devtools, which are there without a fake too: in development, at `?devtools`, never in what users get.
const developer =
  (import.meta.env.DEV || import.meta.env.VITE_FAKE === "1") && location.search === "?devtools"
    ? await import("./developer.tsx")
    : undefined;
const agora = createPageClient({ appId: settings.appId, baseUrl: "/api/agora", ...time });

const language = preferredLanguage();
const words = await loadWords(language);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider language={language} words={words}>
        <AgoraProvider client={agora} defaultOptions={sessionDefaults}>
          {/* Your RTC client's, where there is one: see caption-source.ts. */}
          <CaptionSourceContext value={fake?.listenToFake ?? null}>
            <App strip={fake?.ControlStrip} />
          </CaptionSourceContext>
          {developer && <developer.Developer fake={fake?.devtoolsFake} />}
        </AgoraProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
