import { createPageClient } from "@agora-edge/core/page";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Agora } from "./agora.tsx";
import { App } from "./app.tsx";
import { LanguageProvider } from "./language/language-provider.tsx";
import { loadWords, preferredLanguage } from "./language/words.ts";
import { settings } from "./settings.ts";
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

const language = preferredLanguage();
// In the language that the page begins with, errors come from the proxy in words. Those of another are loaded.
const locale = language === "zh" ? "zh-CN" : "en";
const agora = createPageClient({ appId: settings.appId, baseUrl: "/api/agora", locale, ...time });
const words = await loadWords(language);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider language={language} words={words}>
        <Agora client={agora}>
          {/* Your RTC client's, where there is one: see caption-source.ts. */}
          <CaptionSourceContext value={fake?.listenToFake ?? null}>
            <App strip={fake?.ControlStrip} />
          </CaptionSourceContext>
          {developer && <developer.Developer fake={fake?.devtoolsFake} />}
        </Agora>
      </LanguageProvider>
    </StrictMode>,
  );
}
