import { type Context, createContext, useContext } from "react";

/** The `locale` of the nearest `AgoraProvider` that has one. */
export const LocaleContext: Context<string | undefined> = createContext<string | undefined>(undefined);

/** The language of the page: that of the provider, else `lang` of the document; undefined leaves it to the browser. */
export function usePageLocale(): string | undefined {
  return useContext(LocaleContext) ?? (globalThis.document?.documentElement.lang || undefined);
}
