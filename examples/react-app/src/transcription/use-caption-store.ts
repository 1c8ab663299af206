import { createCaptionStore, type CaptionStore } from "@agora-edge/core/captions";
import { useEffect, useRef, useState } from "react";
import { openCaptions } from "./caption-source.ts";
import { captionBotUid } from "./task-requests.ts";

/**
 * The captions of a channel while it is transcribed; those of the task before go when the next one begins.
 *
 * @param startedAt of the task, in ms since the epoch
 */
export function useCaptionStore(channel: string, isActive: boolean, startedAt: number | null): CaptionStore {
  const [store] = useState(() => createCaptionStore({ pubBotUid: captionBotUid }));
  const shown = useRef(startedAt);

  useEffect(() => {
    if (startedAt === null || startedAt === shown.current) return;
    shown.current = startedAt;
    store.clear();
  }, [store, startedAt]);

  useEffect(() => (isActive ? openCaptions(channel, store.push) : undefined), [channel, isActive, store]);

  return store;
}
