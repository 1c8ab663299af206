// Types alone: the protobuf decoder stays with who makes the store.
import type { CaptionSnapshot, CaptionStore } from "@agora-edge/core/captions";
import { useSyncExternalStore } from "react";

const nothing: CaptionSnapshot = { lines: [], dropped: 0 };
const getNothing = () => nothing;
const subscribeToNothing = () => () => {};

/**
 * The lines of a caption store. Renders when a line changes; lines that did not change stay the same objects, so that
 * memoised rows are skipped.
 *
 * @param store made once by `createCaptionStore` of `@agora-edge/core/captions`; null: no lines
 * @example
 * const { lines } = useCaptions(captions);
 */
export function useCaptions(
  store: Pick<CaptionStore, "subscribe" | "getSnapshot"> | null | undefined,
): CaptionSnapshot {
  return useSyncExternalStore(store?.subscribe ?? subscribeToNothing, store?.getSnapshot ?? getNothing, getNothing);
}
