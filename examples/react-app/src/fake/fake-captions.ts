import type { CaptionSource } from "../transcription/caption-source.ts";

/** What a client in the channel would get as data stream messages. */
export const listenToFake: CaptionSource = (channel, push) => {
  const source = new EventSource(`/__fake/captions?channel=${encodeURIComponent(channel)}`);
  source.addEventListener("message", ({ data }) => {
    const { uid, data: text } = JSON.parse(String(data)) as { uid: string | number; data: string };
    push(
      uid,
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
    );
  });
  return () => source.close();
};
