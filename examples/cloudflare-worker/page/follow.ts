import type { SessionPush } from "@agora-edge/core/machine";

/**
 * Follows a recording as the server sees it: `useEffect(() => follow(url, recording.receive), [url, recording.receive])`.
 * Connects anew when the connection is lost, with growing pauses. Returns what ends it.
 */
export function follow(url: string | URL, receive: (push: SessionPush<"recording">) => void): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = 500;
  let isOver = false;

  function connect(): void {
    socket = new WebSocket(url);
    socket.addEventListener("open", () => (pause = 500));
    socket.addEventListener("message", ({ data }) => {
      // Made by live.ts of the Worker.
      if (!isOver) receive(JSON.parse(String(data)) as SessionPush<"recording">);
    });
    socket.addEventListener("close", () => {
      if (isOver) return;
      timer = setTimeout(connect, pause);
      pause = Math.min(pause * 2, 30_000);
    });
  }

  connect();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
  };
}
