import { createContext } from "react";

/**
 * Listens to what the bot sends into a channel, and returns what ends it. Captions come as data stream messages to whoever is
 * in the channel with Agora's RTC SDK, as your app is:
 *
 * @example
 * const listen: CaptionSource = (_channel, push) => {
 *   rtcClient.on("stream-message", push); // (uid, payload)
 *   return () => rtcClient.off("stream-message", push);
 * };
 */
export type CaptionSource = (
  channel: string,
  push: (senderUid: string | number, payload: Uint8Array) => void,
) => () => void;

/** Null: the page is not in the channel. Transcriptions can be started and stopped all the same. */
export const CaptionSourceContext = createContext<CaptionSource | null>(null);
