import type { Explanation } from "@agora-edge/core";
import { explanationOf } from "@agora-edge/core/page";
import { useMemo, useSyncExternalStore } from "react";
import { usePageLocale } from "../session/locale-context.ts";

const nothing = { getSnapshot: () => null, subscribe: () => () => {} };

/**
 * An error in words, in the language of the page: title, explanation, action, usual causes. That is the `locale` of the
 * `AgoraProvider`, else the `lang` of the document, else the language of the browser; English and Chinese are there.
 *
 * An error that the proxy has explained in this language is shown as it came. For all others the words are loaded: from the
 * first render on there is what the error brings along, and one more render when there is more to say.
 *
 * @param error that of a snapshot, such as `recording.error`, or what a command rejected with
 * @returns null where there is no error
 * @example
 * const explanation = useExplanation(recording.error);
 * return explanation && <p role="alert">{explanation.title}</p>;
 */
export function useExplanation(error: Error): Explanation;
/** An error in words, where there may be none: then null. */
export function useExplanation(error: Error | null | undefined): Explanation | null;
export function useExplanation(error: Error | null | undefined): Explanation | null {
  const locale = usePageLocale();
  const { subscribe, getSnapshot } = useMemo(() => (error ? explanationOf(error, locale) : nothing), [error, locale]);
  return useSyncExternalStore<Explanation | null>(subscribe, getSnapshot, getSnapshot);
}
