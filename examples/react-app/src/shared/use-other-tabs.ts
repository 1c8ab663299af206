import type { SessionPush, SessionService, SessionSnapshot } from "@agora-edge/core";
import { useEffect, useRef } from "react";

/**
 * Tells the other tabs of this page what has changed, and takes what they tell: who looks at two sees the same in both.
 * `storage` is what makes them one recording; this makes them one picture at once.
 *
 * @param key of the session
 */
export function useOtherTabs<S extends SessionService>(
  key: string,
  snapshot: SessionSnapshot<S>,
  receive: (push: SessionPush<S>) => void,
): void {
  const { status, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error } = snapshot;
  const tabs = useRef<BroadcastChannel | null>(null);

  useEffect(() => {
    const channel = new BroadcastChannel(key);
    tabs.current = channel;
    // Posted below, by the same page.
    const take = ({ data }: MessageEvent<string>) => receive(JSON.parse(data) as SessionPush<S>);
    channel.addEventListener("message", take);
    return () => channel.close();
  }, [key, receive]);

  useEffect(() => {
    // What is under way is the matter of the tab in which it was asked for.
    if (handle === null || status === "starting" || status === "stopping") return;
    // What was told by another tab goes back to it once, and changes nothing there.
    const push = { status, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error };
    tabs.current?.postMessage(JSON.stringify(push));
  }, [status, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error]);
}
