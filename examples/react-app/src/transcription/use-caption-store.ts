import { createCaptionStore, type CaptionStore } from "@agora-edge/core/captions";
import { useContext, useEffect, useRef, useState } from "react";
import { captionBotUid } from "../../uids.ts";
import { CaptionSourceContext } from "./caption-source.ts";

/**
 * The captions of a channel while it is transcribed; those of the task before go when the next one begins.
 *
 * @param startedAt of the task, in ms since the epoch
 */
export function useCaptionStore(channel: string, isActive: boolean, startedAt: number | null): CaptionStore {
  const listen = useContext(CaptionSourceContext);
  const [store] = useState(() => createCaptionStore({ pubBotUid: captionBotUid }));
  const shown = useRef(startedAt);

  useEffect(() => {
    if (startedAt === null || startedAt === shown.current) return;
    shown.current = startedAt;
    store.clear();
  }, [store, startedAt]);

  useEffect(() => {
    if (!isActive || !listen) return;
    return listen(channel, (senderUid, payload) => store.push(payload, senderUid));
  }, [channel, isActive, listen, store]);

  return store;
}
