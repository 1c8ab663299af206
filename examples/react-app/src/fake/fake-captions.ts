import type { CaptionStore } from "@agora-edge/core/captions";

/** What a client in the channel would get as data stream messages. */
export function listenToFake(channel: string, push: CaptionStore["push"]): () => void {
  const source = new EventSource(`/__fake/captions?channel=${encodeURIComponent(channel)}`);
  source.addEventListener("message", ({ data }) => {
    const { uid, data: text } = JSON.parse(String(data)) as { uid: string | number; data: string };
    push(
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
      uid,
    );
  });
  return () => source.close();
}
