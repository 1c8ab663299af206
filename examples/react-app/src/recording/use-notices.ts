import type { SessionNotification } from "@agora-edge/core";
import { useEffect } from "react";

/**
 * Agora's notifications about a channel, which the Worker passes on: files, uploads, and an end that nobody asked for are
 * shown at once. The page works without. Connects anew when the connection is lost, with growing pauses.
 *
 * @param channel null: nothing runs that there could be news of
 */
export function useNotices(channel: string | null, receive: (event: SessionNotification) => void): void {
  useEffect(() => {
    if (channel === null) return;
    let socket: WebSocket | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = 500;
    let openedAt = Infinity;
    let isOver = false;

    function connect(name: string): void {
      const url = new URL(`/api/notices?cname=${encodeURIComponent(name)}`, location.href);
      url.protocol = url.protocol.replace("http", "ws");
      socket = new WebSocket(url);
      socket.addEventListener("open", () => (openedAt = Date.now()));
      socket.addEventListener("message", ({ data }) => {
        // Made by the Worker, of a notification whose signature it has checked.
        if (!isOver) receive(JSON.parse(String(data)) as SessionNotification);
      });
      socket.addEventListener("close", () => {
        if (isOver) return;
        // What is refused, or closed at once, is tried less and less often.
        if (Date.now() - openedAt > 10_000) pause = 500;
        openedAt = Infinity;
        timer = setTimeout(() => connect(name), pause);
        pause = Math.min(pause * 2, 30_000);
      });
    }

    connect(channel);
    return () => {
      isOver = true;
      clearTimeout(timer);
      socket?.close();
    };
  }, [channel, receive]);
}
