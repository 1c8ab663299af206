import type { AnyClient } from "@agora-edge/core";
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { ClientContext } from "../session/client-context.ts";
import { LocaleContext, usePageLocale } from "../session/locale-context.ts";
import type { DevtoolsFake } from "./trouble/fake.ts";
import { recorderOf } from "./log/recorder.ts";
import { Body } from "./panel/body.tsx";
import { type DevtoolsTheme, Shadow } from "./panel/shadow.tsx";
import type { Words } from "./words/en.ts";
import { type DevtoolsLocale, useWords, WordsContext, wordsOf } from "./words/words.ts";

/** Props of `AgoraDevtoolsPanel`. */
export interface AgoraDevtoolsPanelProps {
  /** Default: that of the `AgoraProvider` above. */
  client?: AnyClient | undefined;
  /** A fake service that the app uses: `createFakeAgora()`, or an object that steers one elsewhere. Adds the tab "Trouble". */
  fake?: DevtoolsFake | undefined;
  /** Default: that of the `AgoraProvider` above, else the language of the page, else of the browser. */
  locale?: DevtoolsLocale | undefined;
  /** Default `system`. */
  theme?: DevtoolsTheme | undefined;
}

/** Props of `AgoraDevtools`. */
export interface AgoraDevtoolsProps extends AgoraDevtoolsPanelProps {
  /** Default false. */
  initialIsOpen?: boolean | undefined;
  /** Where the button is that opens the panel. Default `bottom-right`. */
  buttonPosition?: "bottom-left" | "bottom-right" | "top-left" | "top-right" | undefined;
}

function useClient(given: AnyClient | undefined): AnyClient | null {
  const provided = useContext(ClientContext);
  return given ?? provided;
}

interface Spoken {
  /** A BCP 47 tag; undefined: that of the browser. */
  readonly language: string | undefined;
  readonly words: Words;
}

/** The language of the panel. */
function useSpoken(locale: DevtoolsLocale | undefined): Spoken {
  const page = usePageLocale();
  const language = locale ?? page;
  return { language, words: wordsOf(language) };
}

/** The panel and the errors in it speak one language. */
function Speak({ spoken: { language, words }, children }: { spoken: Spoken; children: ReactNode }): ReactNode {
  return (
    <LocaleContext.Provider value={language}>
      <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
    </LocaleContext.Provider>
  );
}

function NoClient(): ReactNode {
  return <p>{useWords().noClient}</p>;
}

/** The panel alone, for a page or a tool of your own: it fills the width that it is given. */
export function AgoraDevtoolsPanel({ client, fake, locale, theme = "system" }: AgoraDevtoolsPanelProps): ReactNode {
  const found = useClient(client);
  const spoken = useSpoken(locale);
  const { words } = spoken;
  return (
    <Shadow theme={theme} className="embedded">
      <Speak spoken={spoken}>
        <section aria-label={words.title} className="panel">
          {found ? <Body client={found} fake={fake} /> : <NoClient />}
        </section>
      </Speak>
    </Shadow>
  );
}

/**
 * A button in a corner of the page, which opens the panel: sessions with their ledgers and transitions, requests, and with a
 * `fake` what goes wrong. From the first render on it notes what happens, also while it is closed.
 */
export function AgoraDevtools(props: AgoraDevtoolsProps): ReactNode {
  const { client, fake, locale, theme = "system", initialIsOpen = false, buttonPosition = "bottom-right" } = props;
  const found = useClient(client);
  const [isOpen, setOpen] = useState(initialIsOpen);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const wasUsed = useRef(false);
  const spoken = useSpoken(locale);
  const { words } = spoken;

  useEffect(() => (found ? recorderOf(found).subscribe(() => {}) : undefined), [found]);
  // The focus goes where the reader is, but not at first: the page has its own.
  useEffect(() => {
    if (wasUsed.current) (isOpen ? panel : button).current?.focus();
  }, [isOpen]);

  const turn = (next: boolean) => {
    wasUsed.current = true;
    setOpen(next);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape") turn(false);
  };
  return (
    <Shadow theme={theme} className={isOpen ? "docked" : `floating ${buttonPosition}`}>
      <Speak spoken={spoken}>
        {isOpen ? (
          <section ref={panel} aria-label={words.title} className="panel" tabIndex={-1} onKeyDown={leave}>
            {found ? (
              <Body client={found} fake={fake}>
                <button type="button" className="close" aria-label={words.close} onClick={() => turn(false)}>
                  ×
                </button>
              </Body>
            ) : (
              <NoClient />
            )}
          </section>
        ) : (
          <button ref={button} type="button" className="opener" aria-label={words.open} onClick={() => turn(true)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
              <circle cx="12" cy="12" r="4" fill="currentColor" />
            </svg>
          </button>
        )}
      </Speak>
    </Shadow>
  );
}
