import type { CaptionStore } from "@agora-edge/core/captions";
import { settings } from "../settings.ts";

/**
 * Listens to what the bot sends into the channel. Returns what ends it.
 *
 * Captions come as data stream messages, to whoever is in the channel with Agora's RTC SDK. Your app is there anyway; pass
 * on what it hears: `rtcClient.on("stream-message", (uid, payload) => push(payload, uid))`.
 */
export function openCaptions(channel: string, push: CaptionStore["push"]): () => void {
  if (!settings.fake) return () => {};
  let isGone = false;
  let close = () => {};
  void import("../fake/fake.ts").then(({ listenToFake }) => {
    if (!isGone) close = listenToFake(channel, push);
  });
  return () => {
    isGone = true;
    close();
  };
}
